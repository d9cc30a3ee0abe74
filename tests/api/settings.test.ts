import { describe, expect, it } from 'vitest'
import { readSettings, WrongSettings } from '../../api/settings.ts'

/** What is said of settings that cannot be meant, line by line. */
function refused(variables: Record<string, string>): string[] {
  try {
    readSettings(variables)
  } catch (error) {
    if (error instanceof WrongSettings) return error.message.split('\n')
    throw error
  }
  throw new Error('the settings were taken')
}

describe('the settings of a process', () => {
  it('need nothing: one process on port 3000, without Redis', () => {
    expect(readSettings({})).toEqual({
      database: 'data/polku.db',
      host: '127.0.0.1',
      port: 3000,
      providers: [],
      workerPort: 0,
      demo: false,
    })
  })

  it('are read from the environment, and nothing else of it is', () => {
    const settings = readSettings({
      POLKU_DATABASE: '/srv/polku.db',
      POLKU_PORT: '8080',
      POLKU_WORKER_PORT: '65535',
      REDIS_URL: 'rediss://polku:secret@redis.example:6380/2',
      POLKU_QUEUE_PREFIX: 'polku-a_1',
      POLKU_CONCURRENCY: '1000',
      POLKU_RATE_PER_SECOND: '1000000',
      POLKU_DEMO: '1',
      POLKU_USER: 'nobody knows this one',
      PATH: '/bin',
    })
    expect(settings).toEqual({
      database: '/srv/polku.db',
      host: '127.0.0.1',
      port: 8080,
      providers: [],
      workerPort: 65_535,
      redis: {
        url: 'rediss://polku:secret@redis.example:6380/2',
        prefix: 'polku-a_1',
        concurrency: 1_000,
        ratePerSecond: 1_000_000,
      },
      demo: true,
    })
  })

  it('have master keys of 32 bytes, and repeat none that is not', () => {
    const key = Buffer.alloc(32, 7)
    expect(readSettings({ POLKU_MASTER_KEY: key.toString('base64') }).masterKey).toEqual(key)
    const wrong = refused({ POLKU_MASTER_KEY: 'salasana', POLKU_MASTER_KEY_OLD: key.toString('hex') })
    expect(wrong).toHaveLength(2)
    expect(wrong[0]).toContain('POLKU_MASTER_KEY must be 32 bytes in base64')
    expect(wrong.join('')).not.toMatch(/salasana|0707/)
  })

  it('say no more of Redis than they were told', () => {
    expect(readSettings({ REDIS_URL: 'redis://127.0.0.1' }).redis).toEqual({ url: 'redis://127.0.0.1' })
    expect(readSettings({ POLKU_CONCURRENCY: '5' }).redis).toBeUndefined()
  })

  it('take an empty value for none', () => {
    const empty = { POLKU_DATABASE: '', POLKU_PORT: '', REDIS_URL: '', POLKU_QUEUE_PREFIX: '', POLKU_CONCURRENCY: '' }
    expect(readSettings(empty)).toEqual(readSettings({}))
  })

  it.each([
    ['POLKU_PORT', '65536', 'must be a port: a whole number from 0 (any that is free) to 65535.'],
    ['POLKU_PORT', '80a', 'must be a port: a whole number from 0 (any that is free) to 65535.'],
    ['POLKU_WORKER_PORT', '-1', 'must be a port: a whole number from 0 (any that is free) to 65535.'],
    ['POLKU_QUEUE_PREFIX', 'a:b', 'must have letters, digits, _ and -, 64 at most.'],
    ['POLKU_CONCURRENCY', '0', 'must be at least 1.'],
    ['POLKU_CONCURRENCY', '1001', 'must be at most 1000.'],
    ['POLKU_CONCURRENCY', '1e3', 'must be a whole number from 1 to 1000.'],
    ['POLKU_RATE_PER_SECOND', '2.5', 'must be a whole number from 1 to 1000000.'],
    ['POLKU_RATE_PER_SECOND', '0x10', 'must be a whole number from 1 to 1000000.'],
  ])('%s "%s" is refused, with what would be accepted', (name, value, rule) => {
    expect(refused({ [name]: value })).toEqual([`${name} is "${value}"; it ${rule}`])
  })

  it.each([
    '127.0.0.1:6379',
    'http://127.0.0.1:6379',
    'redis://',
    'redis://user:geheim@:6379',
    'redis://user:geheim@host:port',
  ])('REDIS_URL %s is refused without being repeated: a password may stand in it', (url) => {
    const [line, ...more] = refused({ REDIS_URL: url })
    expect(line).toMatch(/^REDIS_URL must be an address such as redis:\/\/127\.0\.0\.1:6379 or /)
    expect(line).not.toContain('geheim')
    expect(more).toEqual([])
  })

  it('are refused all at once, a line each', () => {
    const lines = refused({ POLKU_PORT: 'x', REDIS_URL: 'x', POLKU_CONCURRENCY: 'x' })
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['POLKU_PORT', 'REDIS_URL', 'POLKU_CONCURRENCY'])
  })
})
