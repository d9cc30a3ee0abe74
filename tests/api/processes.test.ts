// @module-tag queue/bullmq
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest'
import { openPolku } from '../../engine/index.ts'
import { callerOn } from '../support/callers.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { DAY } from '../support/testClock.ts'
import { smallPathway } from '../support/testPolku.ts'

/** How long processes may take to come up and to do what is due. Milliseconds. */
const patience = { timeout: 30_000, interval: 50 }

const user = { user: 'mari' }
const inHalfASecond = { milliseconds: 500 }

/** A promise and a delay that come due at once, and what is told outside. */
const prompt = smallPathway({
  initial: 'waiting',
  states: {
    waiting: {
      followUps: { call: { after: inHalfASecond, actions: 'remind' } },
      after: { '700': { target: 'over', automatic: true } },
    },
    over: {},
  },
})

/** The command `polku`, with settings; ended with the test. */
function run(words: string[], settings: Record<string, string>) {
  const { REDIS_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, ['api/bin.js', ...words], {
    env: { ...inherited, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended }
}

/** One that is to end by itself. */
async function ranOut(words: string[], settings: Record<string, string> = {}) {
  const { child, ended } = run(words, settings)
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { said, complained, code }
}

/** One that stays: what it has said up to its last line, where it is served, and how it ends when told to. */
async function start(role: 'api' | 'worker', settings: Record<string, string>) {
  const { child, ended } = run([role], { POLKU_PORT: '0', ...settings })
  child.stderr.resume()
  let said = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(chunk)
    if (said.includes('Stop it with Ctrl+C')) break
  }
  child.stdout.resume()
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { said, address, stop }
}

const settingsOf = (database: string) => ({
  POLKU_DATABASE: database,
  REDIS_URL: inject('redisUrl'),
  POLKU_QUEUE_PREFIX: `${inject('redisPrefix')}-${randomUUID().slice(0, 8)}`,
})

interface Answer {
  status: number
  body: Record<string, unknown>
}

let caller: { Authorization: string } | undefined

async function ask(address: string, path: string, body?: object): Promise<Answer> {
  const headers = { ...caller, 'Content-Type': 'application/json' }
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  const answer = await fetch(`${address}${path}`, { headers, ...sent })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

interface Ready {
  status: string
  reasons: string[]
  figures: { undelivered: number; overdueMs: number }
  queue: { redis: string; jobs: Record<string, number> } | null
}
const readinessOf = async (address: string, path: string) =>
  (await ask(address, path)).body as unknown as Ready & { readiness?: Ready }

describe('what is read only where it is asked for', () => {
  it('is there in what was built: spans, mail, and the page of the queue', async () => {
    const database = temporaryFile()
    const { address } = await start('api', {
      ...settingsOf(database),
      // nobody listens there: what is sent is lost, and nobody is held up
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      POLKU_MAIL_URL: 'smtp://127.0.0.1:9',
      POLKU_MAIL_FROM: 'polku@example.org',
    })
    const headers = await callerOn(database, 'mari')
    const page = await fetch(`${address}/queue`, { headers })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>')])
  })
})

describe('polku api and two polku worker on one database', () => {
  it('do what the API is told and what comes due of it, and end in their own time', async () => {
    const settings = settingsOf(temporaryFile())
    const [api, ...workers] = await Promise.all([
      start('api', settings),
      start('worker', settings),
      start('worker', settings),
    ])
    caller = await callerOn(settings.POLKU_DATABASE, 'mari')
    const base = `${api.address}/api/v1`
    expect(api.said).toContain(`Redis at ${new URL(settings.REDIS_URL).host}; to look at: ${api.address}/queue`)
    expect(api.said).toContain('by other processes; start one with "polku worker"')

    expect((await ask(base, '/pathways', { document: prompt })).status).toBe(201)
    const client = (await ask(base, '/clients', { name: 'Aino Asiakas' })).body.id
    const started = await ask(base, '/journeys', { pathway: 'small', client, responsible: user })
    expect(started.status).toBe(201)
    const journey = (started.body.journey as { id: string }).id

    const entries = async () =>
      (await ask(base, `/journeys/${journey}/history`)).body.items as { type: string; byRule: boolean; by: string }[]
    // nobody asks for the journey: it is a worker that lets its timers act
    await vi.waitFor(async () => expect(await entries()).toHaveLength(3), patience)
    expect((await entries()).map(({ type, by, byRule }) => [type, by, byRule])).toEqual([
      ['start', 'mari', false],
      ['timer', 'polku', true],
      ['timer', 'polku', true],
    ])
    const message = async (id: number) => (await ask(base, `/messages/${id}`)).body
    await vi.waitFor(
      async () => expect(await message(2)).toMatchObject({ topic: 'action', status: 'delivered' }),
      patience,
    )
    expect(await message(1)).toMatchObject({ topic: 'journey.started', status: 'delivered' })

    for (const { said, address } of workers) {
      expect(said).toContain(`health:  ${address}/ready`)
      expect((await ask(address, '/health')).body).toEqual({ status: 'up' })
      const ready = await readinessOf(address, '/ready')
      expect(ready).toMatchObject({ status: 'ready', reasons: [], queue: { redis: 'ready' } })
      expect((await ask(address, '/api/v1/clients')).body.code).toBe('no-such-route')
    }
    expect(await readinessOf(base, '/ready')).toMatchObject({ status: 'ready', queue: { redis: 'ready' } })
    expect(await Promise.all([api, ...workers].map((one) => one.stop()))).toEqual([0, 0, 0])
  })

  it('a worker that is told to end finishes what it has begun, and leaves the rest to the next', async () => {
    const database = temporaryFile()
    const count = 3_000
    await beginLongAgo(database, count)
    const settings = { ...settingsOf(database), POLKU_CONCURRENCY: '5', POLKU_RATE_PER_SECOND: '1000' }
    const api = await start('api', settings)
    const ready = () => readinessOf(`${api.address}/api/v1`, '/ready').then((one) => one.readiness ?? one)
    const waiting = async () => {
      const { queue } = await ready()
      return queue?.jobs ?? {}
    }
    const worker = await start('worker', settings)
    await vi.waitFor(async () => expect((await waiting()).prioritized).toBeGreaterThan(count / 3), patience)
    expect(await worker.stop()).toBe(0)
    const { active, prioritized } = await waiting()
    expect(active).toBe(0)
    expect(prioritized).toBeGreaterThan(0)

    const next = await start('worker', settings)
    await vi.waitFor(async () => {
      const { figures, status } = await ready()
      expect([status, figures.undelivered, figures.overdueMs]).toEqual(['ready', 0, 0])
    }, patience)
    expect(await Promise.all([api.stop(), next.stop()])).toEqual([0, 0])
    const polku = await openPolku({ database })
    for (const { id } of await polku.journeys.list({ limit: count })) {
      expect((await polku.journeys.history(id)).map(({ type }) => type)).toEqual(['start', 'timer', 'timer'])
    }
    await polku.close()
  })
})

/** Journeys whose timers came due while nobody worked. */
async function beginLongAgo(database: string, count: number): Promise<void> {
  const polku = await openPolku({ database, clock: { now: () => new Date(Date.now() - DAY) } })
  await polku.pathways.publish(prompt, { by: user })
  const client = (await polku.clients.create({ by: user })).id
  const begin = () => polku.journeys.start({ by: user, pathway: 'small', client, responsible: user })
  await Promise.all(Array.from({ length: count }, begin))
  await polku.close()
}

describe('the command polku', () => {
  it.each(['--help', '-h', 'help'])('%s tells its words and settings', async (word) => {
    const { said, complained, code } = await ranOut([word])
    expect([code, complained]).toEqual([0, ''])
    for (const name of [
      'polku start',
      'polku api',
      'polku worker',
      'POLKU_DATABASE',
      'REDIS_URL',
      'POLKU_CONCURRENCY',
    ]) {
      expect(said).toContain(name)
    }
  })

  it.each([[[]], [['serve']], [['api', 'worker']]])('%s is no word of it', async (words) => {
    const { said, complained, code } = await ranOut(words)
    expect([code, said]).toEqual([1, ''])
    expect(complained).toMatch(/^Polku is run as one process/)
  })

  it.each(['start', 'api', 'worker'])('%s refuses wrong settings, a line each, and opens nothing', async (role) => {
    const database = temporaryFile()
    const { said, complained, code } = await ranOut([role], {
      POLKU_DATABASE: database,
      POLKU_PORT: '99999',
      POLKU_CONCURRENCY: 'many',
      REDIS_URL: 'http://polku:geheim@127.0.0.1',
    })
    expect([code, said]).toEqual([1, ''])
    expect(complained.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^POLKU_PORT is "99999"; it must be a port/),
      expect.stringMatching(/^REDIS_URL must be an address such as/),
      expect.stringMatching(/^POLKU_CONCURRENCY is "many"; it must be a whole number from 1 to 1000\.$/),
    ])
    expect(complained).not.toContain('geheim')
  })
})
