import { z } from 'zod'
import type { MailOptions, RedisQueue } from '../engine/index.ts'

/** What a process is told by its environment. */
export interface Settings {
  /** a SQLite file */
  database: string
  /** of the API */
  port: number
  /** of a worker process's health and metrics */
  workerPort: number
  /** the Redis through which processes share the work; undefined: each looks at the database itself */
  redis: RedisQueue | undefined
  /** the mail server that takes e-mail for those who work with Polku; undefined: nobody is told by e-mail */
  mail: MailOptions | undefined
  /** 32 bytes; undefined: those in the key file beside the database */
  masterKey: Uint8Array | undefined
  /** the one before, while the master key is being changed */
  oldMasterKey: Uint8Array | undefined
  /** takes personal identity codes that are for tests */
  demo: boolean
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`))

const port = z.string().transform((text, issues) => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  issues.addIssue('must be a port: a whole number from 0 (any that is free) to 65535')
  return z.NEVER
})

const redisUrl = z
  .string()
  .refine((text) => /^rediss?:\/\/./.test(text) && URL.canParse(text) && new URL(text).hostname !== '', {
    message: 'must be an address such as redis://127.0.0.1:6379 or rediss://user:password@host:6380/0',
    abort: true,
  })

const masterKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, such as "openssl rand -base64 32" makes')
  .transform((text): Uint8Array => Buffer.from(text, 'base64'))

/** What must not be repeated: a password or a key may stand in it. */
const secret = new Set(['REDIS_URL', 'POLKU_MASTER_KEY', 'POLKU_MASTER_KEY_OLD'])

const environment = z.object({
  POLKU_DATABASE: z.string().min(1, 'must name a file').default('data/polku.db'),
  POLKU_PORT: port.default(3000),
  POLKU_WORKER_PORT: port.default(0),
  REDIS_URL: redisUrl.optional(),
  POLKU_QUEUE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must have letters, digits, _ and -, 64 at most')
    .optional(),
  POLKU_MAIL_URL: z.string().optional(),
  POLKU_MAIL_FROM: z.string().optional(),
  POLKU_BASE_URL: z.string().optional(),
  POLKU_MASTER_KEY: masterKey.optional(),
  POLKU_MASTER_KEY_OLD: masterKey.optional(),
  POLKU_DEMO: z.enum(['0', '1'], 'must be 1 (codes for tests are taken) or 0').default('0'),
  POLKU_CONCURRENCY: wholeNumber(1, 1_000).optional(),
  POLKU_RATE_PER_SECOND: wholeNumber(1, 1_000_000).optional(),
})

/** Settings that cannot be meant: each is named, with what would be accepted. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
}

/**
 * Reads the settings of a process. An empty value counts as none.
 * @throws WrongSettings
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => {
      const name = String(path[0])
      const found = secret.has(name) ? '' : ` is "${given[name]}"; it`
      return `${name}${found} ${message}.`
    })
    throw new WrongSettings([...new Set(lines)].join('\n'))
  }
  const { POLKU_DATABASE, POLKU_PORT, POLKU_WORKER_PORT, REDIS_URL } = read.data
  const { POLKU_QUEUE_PREFIX: prefix, POLKU_CONCURRENCY: concurrency, POLKU_RATE_PER_SECOND: rate } = read.data
  const { POLKU_MAIL_URL: url, POLKU_MAIL_FROM: from, POLKU_BASE_URL: baseUrl } = read.data
  if ((url === undefined) !== (from === undefined)) {
    throw new WrongSettings(
      'POLKU_MAIL_URL and POLKU_MAIL_FROM go together: the mail server, and the sender it sends for.',
    )
  }
  return {
    database: POLKU_DATABASE,
    port: POLKU_PORT,
    workerPort: POLKU_WORKER_PORT,
    redis: REDIS_URL
      ? {
          url: REDIS_URL,
          ...(prefix && { prefix }),
          ...(concurrency && { concurrency }),
          ...(rate && { ratePerSecond: rate }),
        }
      : undefined,
    masterKey: read.data.POLKU_MASTER_KEY,
    oldMasterKey: read.data.POLKU_MASTER_KEY_OLD,
    demo: read.data.POLKU_DEMO === '1',
    mail: url && from ? { url, from, ...(baseUrl && { baseUrl }) } : undefined,
  }
}
