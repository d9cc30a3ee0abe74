import { destination, type Logger, pino } from 'pino'
import { bundledPathways } from '../workflows/index.ts'
import { PortTaken } from './listen.ts'
import { loggedError } from './problems/answerProblem.ts'
import { runServer } from './runServer.ts'
import { stopOnSignal } from './stopOnSignal.ts'

/** `npm start`. Words go to standard output, the log to standard error. */
async function main(log: Logger): Promise<void> {
  const { POLKU_DATABASE: database = 'data/polku.db', POLKU_PORT: port = '3000' } = process.env
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return fail(`POLKU_PORT is "${port}"; it must be a port: a whole number from 0 (any that is free) to 65535.`)
  }
  const say = (text: string) => process.stdout.write(`${text}\n`)
  try {
    const server = await runServer({ database, port: Number(port), pathways: bundledPathways, log, say })
    stopOnSignal(() => server.close())
  } catch (error) {
    if (!(error instanceof PortTaken)) log.fatal({ error: loggedError(error) }, 'could not start')
    fail(error instanceof Error ? error.message : String(error))
  }
}

function fail(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

await main(pino(destination({ dest: 2, sync: true })))
