import { z } from 'zod'
import type { MailOptions, RedisQueue } from '../engine/index.ts'
import type { OidcProvider } from './auth/openSignIn.ts'
import { parseJson } from './http/parseJson.ts'

/** What a process is told by its environment. */
export interface Settings {
  /** a SQLite file */
  database: string
  /** of the API */
  port: number
  /** of a worker process's health and metrics */
  workerPort: number
  /** the interface that the API listens on */
  host: string
  /** where people open Polku; undefined: where the API listens */
  baseUrl: string | undefined
  /** how many requests a token or a person may send in a minute; undefined: as many as usual */
  requestsPerMinute?: number | undefined
  /** organisations' own sign-ins */
  providers: readonly OidcProvider[]
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

const providers = z.string().transform((text, issues): OidcProvider[] => {
  const read = z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,32}$/),
        name: z.string().min(1).max(200),
        issuer: z.url(),
        clientId: z.string().min(1),
        clientSecret: z.string().min(1),
      }),
    )
    .max(20)
    .safeParse(parseJson(text))
  if (read.success) return read.data
  const [{ path, message } = { path: [], message: '' }] = read.error.issues
  issues.addIssue(
    `must be a JSON list of {"id", "name", "issuer", "clientId", "clientSecret"}; at ${path.join('.') || 'the start'}: ${message}`,
  )
  return z.NEVER
})

const masterKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, such as "openssl rand -base64 32" makes')
  .transform((text): Uint8Array => Buffer.from(text, 'base64'))

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
  POLKU_BASE_URL: z
    .url({ protocol: /^https?$/, message: 'must be an address such as https://polku.example.org' })
    .transform((url) => new URL(url).origin)
    .optional(),
  POLKU_HOST: z.string().min(1).default('127.0.0.1'),
  POLKU_OIDC_PROVIDERS: providers.optional(),
  POLKU_MASTER_KEY: masterKey.optional(),
  POLKU_MASTER_KEY_OLD: masterKey.optional(),
  POLKU_DEMO: z.enum(['0', '1'], 'must be 1 (codes for tests are taken) or 0').default('0'),
  POLKU_CONCURRENCY: wholeNumber(1, 1_000).optional(),
  POLKU_RATE_PER_SECOND: wholeNumber(1, 1_000_000).optional(),
  POLKU_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000).optional(),
})

/** What holds a password or a secret is not repeated in words. */
const secret: ReadonlySet<string> = new Set([
  'REDIS_URL',
  'POLKU_OIDC_PROVIDERS',
  'POLKU_MASTER_KEY',
  'POLKU_MASTER_KEY_OLD',
])

const isLoopback = (host: string) => ['127.0.0.1', 'localhost', '::1'].includes(host)

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
  const { POLKU_HOST: host, POLKU_OIDC_PROVIDERS: oidc = [] } = read.data
  if (!isLoopback(host) && !baseUrl?.startsWith('https:')) {
    throw new WrongSettings(
      `POLKU_HOST is "${host}", so that others can reach it: set POLKU_BASE_URL to where they do, which must begin with https:. Put a proxy that speaks TLS before it.`,
    )
  }
  return {
    host,
    baseUrl,
    providers: oidc,
    requestsPerMinute: read.data.POLKU_REQUESTS_PER_MINUTE,
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
