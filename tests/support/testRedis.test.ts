import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Queue, Worker } from 'bullmq'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { askRedis } from './askRedis.ts'
import { isRunning } from './isRunning.ts'
import { runRedis } from './redisProcess.ts'
import { openTestRedis } from './testRedis.ts'

/** Where a Redis keeps its files. */
const folderOf = (url: string): Promise<string> =>
  askRedis(url, async (redis) => ((await redis.config('GET', 'dir')) as string[])[1] ?? '')

describe('a Redis started for tests', () => {
  it('answers, keeps what it is given and nothing on disk, and is gone afterwards', async () => {
    const redis = await runRedis()
    const settings = await askRedis(redis.url, async (one) => {
      expect(await one.ping()).toBe('PONG')
      return Promise.all(
        ['bind', 'port', 'save', 'appendonly', 'maxmemory-policy'].map(async (name) => one.config('GET', name)),
      )
    })
    expect(Object.fromEntries(settings as [string, string][])).toEqual({
      bind: '127.0.0.1',
      port: String(redis.port),
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
    })
    const folder = await folderOf(redis.url)
    expect(existsSync(folder)).toBe(true)

    await redis.stop()
    expect(isRunning(redis.pid)).toBe(false)
    expect(existsSync(folder)).toBe(false)
    await expect(askRedis(redis.url, (one) => one.ping())).rejects.toThrow('ECONNREFUSED')
  })

  it.each(['SIGKILL', 'SIGINT'] as const)('ends with its process, by %s too', async (signal) => {
    const script = fileURLToPath(new URL('heldRedis.ts', import.meta.url))
    const holder = spawn(process.execPath, ['--import', 'tsx', script], { detached: true })
    onTestFinished(() => {
      holder.kill('SIGKILL')
    })
    const url = await held(holder)
    const folder = await folderOf(url)

    // to all that belong together, as Ctrl-C at a terminal does
    process.kill(-Number(holder.pid), signal)
    // where nobody waits for orphans, its process id would stay
    await vi.waitFor(async () => {
      await expect(askRedis(url, (redis) => redis.ping())).rejects.toThrow('ECONNREFUSED')
      expect(existsSync(folder)).toBe(false)
    }, 10_000)
  })
})

/** Where the Redis is that the process has started. */
async function held({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the process tells nothing')
  const [line] = await once(stdout, 'data')
  return String(line).trim()
}

describe('the Redis that tests share', () => {
  it('does what BullMQ asks of one', async () => {
    const connection = { url: inject('redisUrl'), maxRetriesPerRequest: null }
    const prefix = inject('redisPrefix')
    const queue = new Queue<string, string>('shared', { connection, prefix })
    const worker = new Worker<string, string>('shared', async ({ data }) => `did ${data}`, { connection, prefix })
    onTestFinished(async () => {
      await worker.close()
      await queue.close()
    })
    const done = new Promise<string>((resolve) => worker.once('completed', (_, result) => resolve(result)))
    await queue.add('job', 'what was asked', { delay: 10 })
    expect(await done).toBe('did what was asked')
    expect(await askRedis(inject('redisUrl'), (redis) => redis.exists(`${prefix}:shared:meta`))).toBe(1)
  })
})

describe('a Redis that REDIS_URL names', () => {
  /** Somebody's Redis, which is not ours to change. */
  async function somebodysRedis(): Promise<string> {
    const redis = await runRedis()
    onTestFinished(redis.stop)
    return redis.url
  }

  it('is used, and keeps all but what the run has left in it', async () => {
    const url = await somebodysRedis()
    await askRedis(url, (redis) => redis.set('polku-test-of-somebody', 'kept'))
    const shared = await openTestRedis(url)
    expect(shared).toMatchObject({
      url,
      name: expect.stringMatching(/^Redis \d+\.\d+\.\d+ at 127\.0\.0\.1:\d+ \(REDIS_URL\)$/),
    })
    await askRedis(url, async (redis) => {
      for (const name of ['a', 'b']) await redis.set(`${shared.prefix}:${name}`, 'left')
    })
    await shared.release()
    expect(await askRedis(url, (redis) => redis.keys('*'))).toEqual(['polku-test-of-somebody'])
  })

  it('has another prefix in every run', async () => {
    const url = await somebodysRedis()
    expect((await openTestRedis(url)).prefix).not.toBe((await openTestRedis(url)).prefix)
  })

  it('is refused when nobody answers there, without telling its password', async () => {
    const { url, stop } = await runRedis()
    await stop()
    const { port } = new URL(url)
    await expect(openTestRedis(`redis://somebody:secret@127.0.0.1:${port}`)).rejects.toThrow(
      `REDIS_URL: no Redis answers at 127.0.0.1:${port} (connect ECONNREFUSED 127.0.0.1:${port}): start it, ` +
        'or unset REDIS_URL, and the tests start one of their own.',
    )
  })

  it('is refused when what listens there says nothing', async () => {
    const mute = createServer()
    const connections: Socket[] = []
    mute.on('connection', (socket) => connections.push(socket)).listen(0, '127.0.0.1')
    await once(mute, 'listening')
    onTestFinished(() => {
      for (const one of connections) one.destroy()
      mute.close()
    })
    const { port } = mute.address() as AddressInfo
    await expect(openTestRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow(
      `REDIS_URL: no Redis answers at 127.0.0.1:${port} (`,
    )
  })

  it('is refused when it may throw keys away', async () => {
    const url = await somebodysRedis()
    await askRedis(url, (redis) => redis.config('SET', 'maxmemory-policy', 'allkeys-lru'))
    await expect(openTestRedis(url)).rejects.toThrow(
      `REDIS_URL: the Redis at ${new URL(url).host} may throw away what it was given to keep ` +
        '(maxmemory-policy is "allkeys-lru"): set maxmemory-policy to "noeviction" there, ' +
        'or unset REDIS_URL, and the tests start one of their own.',
    )
  })

  it.each(['127.0.0.1:6379', 'http://127.0.0.1:6379', 'redis://', 'yes'])('is refused when it is %j', async (url) => {
    await expect(openTestRedis(url)).rejects.toThrow(
      'REDIS_URL is not the URL of a Redis: give one such as "redis://127.0.0.1:6379", or unset',
    )
  })
})
