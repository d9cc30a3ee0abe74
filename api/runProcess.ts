import type { Logger } from 'pino'
import { openPolku, type PathwayInput, type Polku } from '../engine/index.ts'
import { openSignIn, type SignIn } from './auth/openSignIn.ts'
import { createApp } from './createApp.ts'
import { createHealthApp } from './createHealthApp.ts'
import { usualRequestsPerMinute } from './http/limitRequests.ts'
import { type Listening, listen } from './listen.ts'
import { createMetrics } from './metrics/createMetrics.ts'
import { loggedError } from './problems/answerProblem.ts'
import { type Bundled, publishBundled } from './publishBundled.ts'
import type { Settings } from './settings.ts'
import { startTracing } from './tracing/startTracing.ts'

/** What a process is for: all of it, the API alone, or a worker alone. */
export const roles = ['start', 'api', 'worker'] as const
export type Role = (typeof roles)[number]

export interface ProcessOptions extends Settings {
  role: Role
  /** published at the start, by processes that serve the API */
  pathways: readonly PathwayInput[]
  log: Logger
  /** where the next steps are told, in words */
  say: (text: string) => void
}

/**
 * Opens Polku and does what the process is for: serves the API, works, or both. Any number of processes may have one
 * database file; each may die at any time.
 * @returns the server; `close` finishes the requests and the jobs under way, then closes the database
 * @throws PortTaken, with nothing left open
 */
export async function runProcess(options: ProcessOptions): Promise<Listening> {
  const { role, database, demo, masterKey, oldMasterKey, redis, mail, log, say } = options
  const file = fileOf(database)
  const stopTracing = await startTracing(process.env, log)
  const metrics = { ...createMetrics(), file: file === ':memory:' ? undefined : file }
  const polku = await openPolku({
    database,
    demo,
    ...(masterKey && { masterKey }),
    ...(oldMasterKey && { oldMasterKey }),
    ...(redis && { queue: redis }),
    ...(mail && { mail }),
    observer: metrics.observer,
    onError: (error) => log.error({ error: loggedError(error) }, 'a job failed'),
    say: (words) => log.warn(words),
  }).catch(async (error: unknown) => {
    await stopTracing()
    throw error
  })
  try {
    const server = role === 'worker' ? await serveHealth(polku, options) : await serveApi(polku, options)
    if (role !== 'api') polku.work()
    log.info({ role, address: server.address }, 'listening')
    return {
      address: server.address,
      close: async () => {
        await server.close()
        await polku.close()
        await stopTracing()
        log.info('closed')
      },
    }
  } catch (error) {
    await polku.close()
    await stopTracing()
    throw error
  }

  async function serveApi(opened: Polku, { port, pathways }: ProcessOptions): Promise<Listening> {
    const bundled = await publishBundled(opened, pathways)
    const { host, providers, requestsPerMinute = usualRequestsPerMinute } = options
    const first = (await opened.signIn.hasAccounts()) ? undefined : await opened.people.prepareFirst()
    let baseUrl = options.baseUrl ?? ''
    let signIn: SignIn | undefined
    const appAt = (address: string) => {
      baseUrl ||= address
      signIn = openSignIn(opened, { baseUrl, providers })
      return createApp({ polku: opened, log, metrics, signIn, baseUrl, requestsPerMinute })
    }
    const server = await listen(appAt, port, host)
    const setupLink = first && signIn ? `${baseUrl}/setup#${await signIn.invite(first)}` : undefined
    say(nextSteps(server.address, options, bundled, setupLink))
    return server
  }

  async function serveHealth(opened: Polku, { workerPort }: ProcessOptions): Promise<Listening> {
    const server = await listen(() => createHealthApp({ polku: opened, log, metrics }), workerPort)
    const parts = [
      `A worker of ${fileOf(database)} is at work`,
      `  health:  ${server.address}/ready`,
      `  metrics: ${server.address}/metrics`,
      queueLine(redis),
    ]
    say([...parts, '', 'Stop it with Ctrl+C: it finishes what it has begun.'].join('\n'))
    return server
  }
}

const fileOf = (database: string): string => database.replace(/^file:/, '')

function queueLine(redis: Settings['redis']): string {
  if (!redis) return '  queue:   none; it looks at the database itself, every second at the latest'
  const { host } = new URL(redis.url)
  return `  queue:   Redis at ${host}`
}

function nextSteps(
  address: string,
  { role, database, masterKey, redis }: ProcessOptions,
  bundled: readonly Bundled[],
  setupLink: string | undefined,
): string {
  const width = Math.max(0, ...bundled.map(({ pathway }) => pathway.length))
  const file = fileOf(database)
  const keyIs = masterKey ? 'POLKU_MASTER_KEY' : `${file}.key`
  const key = file === ':memory:' ? 'memory only: gone when it stops' : `${file} (its key: ${keyIs}; keep both)`
  return [
    `Polku listens on ${address}`,
    `  the designer:              ${address}/`,
    `  the API, to read and try:  ${address}/docs`,
    `  database:                  ${key}`,
    ...(redis
      ? [`  queue:                     Redis at ${new URL(redis.url).host}; to look at: ${address}/queue`]
      : []),
    ...(role === 'api' ? ['  work:                      by other processes; start one with "polku worker"'] : []),
    ...(bundled.length === 0 ? [] : ['  pathways:']),
    ...bundled.map(({ pathway, words }) => `    ${pathway.padEnd(width)}  ${words}`),
    '',
    ...(setupLink === undefined
      ? []
      : [
          'Nobody can sign in yet. Open this link to become the first administrator (it works once, and for a day):',
          `  ${setupLink}`,
          '',
        ]),
    'For a program, in another terminal: polku token --help',
    '',
    'Stop it with Ctrl+C.',
  ].join('\n')
}
