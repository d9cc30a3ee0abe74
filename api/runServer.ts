import type { Logger } from 'pino'
import { openPolku, type PathwayInput } from '../engine/index.ts'
import { createApp } from './createApp.ts'
import { type Listening, listen } from './listen.ts'
import { loggedError } from './problems/answerProblem.ts'
import { type Bundled, publishBundled } from './publishBundled.ts'

export interface ServerOptions {
  /** a SQLite file; its folder is made */
  database: string
  /** 0 for any that is free */
  port: number
  /** published at the start */
  pathways: readonly PathwayInput[]
  log: Logger
  /** where the next steps are told, in words */
  say: (text: string) => void
}

/**
 * Opens Polku, publishes the bundled pathways, listens, and starts the worker.
 * @returns the server; `close` finishes the requests under way and the job under way, then closes the database
 * @throws PortTaken, with nothing left open
 */
export async function runServer({ database, port, pathways, log, say }: ServerOptions): Promise<Listening> {
  const file = database.replace(/^file:/, '')
  const polku = await openPolku({
    database,
    onError: (error) => log.error({ error: loggedError(error) }, 'a job failed'),
  })
  try {
    const bundled = await publishBundled(polku, pathways)
    const server = await listen(createApp({ polku, log }), port)
    polku.work()
    say(nextSteps(server.address, file, bundled))
    log.info({ address: server.address }, 'listening')
    return {
      address: server.address,
      close: async () => {
        await server.close()
        await polku.close()
        log.info('closed')
      },
    }
  } catch (error) {
    await polku.close()
    throw error
  }
}

function nextSteps(address: string, file: string, bundled: readonly Bundled[]): string {
  const api = `${address}/api/v1`
  // modules come first: the last one is whole by itself
  const main = bundled.at(-1)?.pathway ?? 'a-pathway'
  const width = Math.max(0, ...bundled.map(({ pathway }) => pathway.length))
  const key = file === ':memory:' ? 'memory only: gone when it stops' : `${file} (its key: ${file}.key; keep both)`
  return [
    `Polku listens on ${address}`,
    `  the API, to read and try:  ${address}/docs`,
    `  database:                  ${key}`,
    ...(bundled.length === 0 ? [] : ['  pathways:']),
    ...bundled.map(({ pathway, words }) => `    ${pathway.padEnd(width)}  ${words}`),
    '',
    'There is no sign-in yet. So it listens on this machine only, and takes the acting person from the header Polku-User.',
    '',
    'First steps, in another terminal:',
    `  curl ${api}/pathways`,
    `  curl ${api}/clients -H 'Polku-User: mari' -H 'Content-Type: application/json' -d '{"name":"Aino Asiakas"}'`,
    `  curl ${api}/journeys -H 'Polku-User: mari' -H 'Content-Type: application/json' \\`,
    `    -d '{"pathway":"${main}","client":"THE ID FROM BEFORE","responsible":{"user":"mari"}}'`,
    '',
    'Stop it with Ctrl+C.',
  ].join('\n')
}
