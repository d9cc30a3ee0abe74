import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { askRedis } from './askRedis.ts'
import { isRunning } from './isRunning.ts'
import { startRedis } from './redisServer.ts'

const remember = (url: string) => askRedis(url, (redis) => redis.set('what', 'was said'))
const remembered = (url: string) => askRedis(url, (redis) => redis.get('what'))

describe('a Redis of a test’s own', () => {
  it('is another one for each that asks', async () => {
    const [one, other] = await Promise.all([startRedis(), startRedis()])
    await remember(one.url)
    expect(await remembered(other.url)).toBeNull()
    expect(new Set([one.port, other.port, one.pid, other.pid]).size).toBe(4)
  })

  it('is gone when its test ends', async () => {
    let pid: number | undefined
    // what is to be done last is asked for first
    onTestFinished(() => {
      expect(pid !== undefined && isRunning(pid)).toBe(false)
    })
    pid = (await startRedis()).pid
    expect(isRunning(pid)).toBe(true)
  })

  it('forgets everything when it is flushed', async () => {
    const redis = await startRedis({ appendonly: true })
    await remember(redis.url)
    await redis.flushAll()
    expect(await remembered(redis.url)).toBeNull()
  })

  it('is killed with its connections, and comes back empty on the same port', async () => {
    const redis = await startRedis()
    await remember(redis.url)
    const { pid, port } = redis
    await redis.kill()
    expect(isRunning(pid)).toBe(false)
    await expect(remembered(redis.url)).rejects.toThrow('ECONNREFUSED')
    await redis.restart()
    expect(redis).toMatchObject({ port, url: `redis://127.0.0.1:${port}` })
    expect(redis.pid).not.toBe(pid)
    expect(await remembered(redis.url)).toBeNull()
  })

  it('comes back with what it had acknowledged when it is appendonly', async () => {
    const redis = await startRedis({ appendonly: true })
    await remember(redis.url)
    await redis.kill()
    await redis.restart()
    expect(await remembered(redis.url)).toBe('was said')
  })

  it('is restarted while it runs, too', async () => {
    const redis = await startRedis()
    const { pid } = redis
    await remember(redis.url)
    await redis.restart()
    expect(isRunning(pid)).toBe(false)
    expect(await remembered(redis.url)).toBeNull()
  })

  it('answers nobody while it is frozen, and everybody afterwards', async () => {
    const redis = await startRedis()
    const connection = new Redis(redis.url)
    onTestFinished(() => connection.disconnect())
    await connection.set('what', 'was said')
    redis.freeze()
    const answer = connection.get('what')
    const silence = new Promise((resolve) => setTimeout(resolve, 200, 'silence'))
    expect(await Promise.race([answer, silence])).toBe('silence')
    expect(connection.status).toBe('ready')
    redis.thaw()
    expect(await answer).toBe('was said')
  })

  it('can be stopped by its test, frozen or killed', async () => {
    for (const does of ['freeze', 'kill'] as const) {
      const redis = await startRedis()
      await redis[does]()
      await redis.stop()
      expect(isRunning(redis.pid)).toBe(false)
    }
  })

  it('throws keys away when it is told to and its memory is full', async () => {
    const redis = await startRedis()
    const fill = () =>
      askRedis(redis.url, async (one) => {
        for (let key = 0; key < 400; key += 1) await one.set(`key-${key}`, 'x'.repeat(10_000))
        return one.dbsize()
      })
    await redis.setPolicy('noeviction', 3_000_000)
    await expect(fill()).rejects.toThrow('OOM')
    await redis.setPolicy('allkeys-lru', 3_000_000)
    expect(await fill()).toBeLessThan(400)
    await redis.setPolicy('noeviction', 0)
    expect(await fill()).toBe(400)
  })
})
