import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMetrics } from '../../../api/metrics/createMetrics.ts'
import { metricsRoutes } from '../../../api/resources/metrics.ts'
import type { Deliver, PolkuOptions } from '../../../engine/index.ts'
import { startRedis } from '../../support/redisServer.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { HOUR, MINUTE, testClock } from '../../support/testClock.ts'
import { coach, facts, openTestPolku, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'
import { readMetrics } from '../support/scrape.ts'

const label = { fi: 'Nimi' }
const phase = { label, goal: label, responsible: 'coach' }

/** Two phases, a promise in time, a task whose form records a fact. */
const moving = smallPathway({
  facts,
  taskDefinitions: { plan: { label, role: 'coach', due: 'P7D', form: [{ fact: 'hours' }] } },
  initial: 'work',
  states: {
    work: { phase, tasks: ['plan'], followUps: { watch: { after: 'P1D', actions: 'tell' } }, on: { rest: 'rest' } },
    rest: { phase, on: { work: 'work' } },
  },
})

/** Polku with its metrics, and a journey. */
async function startMeasured(options: Partial<Omit<PolkuOptions, 'clock'>> = {}) {
  const metrics = createMetrics()
  const clock = testClock()
  const on = await openTestPolku({ onError: () => {}, ...options, clock, observer: metrics.observer })
  const app = metricsRoutes(metrics, { polku: on.polku, file: options.database })
  const text = async () => {
    const answer = await app.request('/metrics')
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const scrape = async () => readMetrics(await text()).values
  return { ...(await startJourney(moving, { on })), text, scrape, metrics }
}

/** What grows by what is done, of the series that are named. */
async function growth(
  measured: { scrape(): Promise<Map<string, number>> },
  does: () => Promise<unknown>,
  series: string[],
) {
  const before = await measured.scrape()
  await does()
  const after = await measured.scrape()
  return series.map((name) => (after.get(name) ?? 0) - (before.get(name) ?? 0))
}

afterEach(() => {
  vi.useRealTimers()
})

describe('what has been done', () => {
  it('is counted step by step: of which type, and by whom', async () => {
    const measured = await startMeasured()
    const grown = await growth(measured, async () => {
      await measured.at('2026-03-03T12:00:00+02:00')
      await measured.send('rest')
      await measured.send('work')
    }, [
      'polku_steps_total{type="start",by="person"}',
      'polku_steps_total{type="send",by="person"}',
      'polku_steps_total{type="send",by="rule"}',
      'polku_steps_total{type="timer",by="rule"}',
      'polku_operation_duration_seconds_count{operation="journeys.send"}',
      'polku_commit_works_sum',
    ])
    expect(grown.slice(0, 5)).toEqual([0, 2, 0, 1, 2])
    expect(grown[5]).toBeGreaterThanOrEqual(3)
  })

  it('is not what was undone: a dry run, a refusal', async () => {
    const measured = await startMeasured()
    const { polku, journey, task } = measured
    const plan = await task('plan')
    const grown = await growth(measured, async () => {
      await polku.tasks.complete(plan, { by: coach, form: { hours: 7 }, dryRun: true })
      expect(await refusalOf(polku.journeys.send(journey, { by: coach, event: 'fly' }))).toBe('unhandled')
    }, [
      'polku_steps_total{type="completeTask",by="person"}',
      'polku_steps_total{type="facts",by="person"}',
      'polku_refusals_total{code="unhandled"}',
      'polku_operation_duration_seconds_count{operation="journeys.send"}',
    ])
    expect(grown).toEqual([0, 0, 1, 1])
  })

  it('tells how late the worker let timers act, by kind', async () => {
    const measured = await startMeasured()
    const ofKind = (name: string, le = '') => `polku_timer_lateness_seconds_${name}{kind="followUp"${le}}`
    const grown = await growth(measured, async () => {
      measured.clock.set('2026-03-03T00:04:00+02:00')
      await measured.polku.runDue()
    }, [ofKind('count'), ofKind('sum'), ofKind('bucket', ',le="60"'), ofKind('bucket', ',le="300"')])
    expect(grown).toEqual([1, 240, 0, 1])
  })

  it('counts what failed, and what died of it', async () => {
    const deliver: Deliver = () => Promise.reject(new Error('nobody answers'))
    const measured = await startMeasured({ deliver })
    const { polku, clock } = measured
    const series = [
      'polku_failed_attempts_total{work="message",outcome="retried"}',
      'polku_failed_attempts_total{work="message",outcome="dead"}',
      'polku_failures_total{during="job",reason="other"}',
      'polku_delivery_duration_seconds_count',
    ]
    const messages = (await measured.scrape()).get('polku_messages_waiting') ?? 0
    expect(messages).toBeGreaterThan(0)
    const attempts = async (count: number) => {
      for (let attempt = 0; attempt < count; attempt += 1) {
        await polku.runDue()
        clock.advance(HOUR)
      }
    }
    expect(await growth(measured, () => attempts(7), series)).toEqual([7 * messages, 0, 7 * messages, 0])
    expect((await measured.scrape()).get('polku_retrying{work="message"}')).toBe(messages)
    expect(await growth(measured, () => attempts(2), series)).toEqual([0, messages, messages, 0])
    expect((await measured.scrape()).get('polku_dead_letters{work="message"}')).toBe(messages)
  })

  it('tells no client, no person and no journey', async () => {
    const measured = await startMeasured({ database: temporaryFile() })
    const { at, send, polku, client, journey } = measured
    await at('2026-03-04T12:00:00+02:00')
    await send('rest')
    await refusalOf(polku.journeys.send('no-such-journey', { by: coach, event: 'rest' }))
    const text = await measured.text()
    for (const word of [client, journey, coach.user, 'Aino', 'no-such-journey']) expect(text).not.toContain(word)
  })
})

describe('what waits', () => {
  it('is told at the moment of asking: due, late, and for how long', async () => {
    const measured = await startMeasured()
    const { clock, scrape, polku } = measured
    const now = async () => {
      const values = await scrape()
      return ['polku_timers_due', 'polku_timers_late', 'polku_oldest_due_timer_seconds'].map((one) => values.get(one))
    }
    expect(await now()).toEqual([0, 0, 0])
    clock.set('2026-03-03T00:00:30+02:00')
    expect(await now()).toEqual([1, 0, 30])
    clock.advance(MINUTE)
    expect(await now()).toEqual([1, 1, 90])
    await polku.runDue()
    expect(await now()).toEqual([0, 0, 0])
  })

  it('is messages that are not delivered, the oldest first', async () => {
    const measured = await startMeasured()
    measured.clock.advance(20_000)
    const waiting = await measured.scrape()
    expect(waiting.get('polku_messages_waiting')).toBeGreaterThan(0)
    expect(waiting.get('polku_oldest_waiting_message_seconds')).toBe(20)
    await measured.polku.runDue()
    const delivered = await measured.scrape()
    expect(delivered.get('polku_messages_waiting')).toBe(0)
    expect(delivered.get('polku_oldest_waiting_message_seconds')).toBe(0)
  })
})

describe('where live journeys are', () => {
  const places = (values: Map<string, number>) =>
    ['polku_journeys{pathway="small"}', ...['work', 'rest'].map(inPhase)].map((one) => values.get(one))
  const inPhase = (name: string) => `polku_phase_journeys{pathway="small",phase="${name}"}`

  it('is counted again after a minute, not at each scrape', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const measured = await startMeasured()
    const { scrape, send } = measured
    expect(places(await scrape())).toEqual([1, 1, undefined])
    await startJourney(moving, { on: measured })
    await send('rest')
    vi.setSystemTime(Date.now() + 59_000)
    expect(places(await scrape())).toEqual([1, 1, undefined])
    vi.setSystemTime(Date.now() + 1_000)
    expect(places(await scrape())).toEqual([2, 1, 1])
  })

  it('tells of those that nobody moves: a review that is long overdue', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { at, scrape, send, tasks } = await startMeasured()
    const stuck = async () => {
      vi.setSystemTime(Date.now() + 60_000)
      return (await scrape()).get('polku_stuck_journeys{why="overdue"}')
    }
    await send('rest')
    await at('2028-01-10T12:00:00+02:00')
    expect(await tasks()).toEqual(['review review'])
    expect(await stuck()).toBe(0)
    await at('2028-03-10T12:00:00+02:00')
    expect(await stuck()).toBe(1)
  })
})

describe('a scrape', () => {
  it('names and explains every metric by the conventions', async () => {
    const measured = await startMeasured({ database: temporaryFile() })
    const { types, helped, values } = readMetrics(await measured.text())
    const ours = [...types].filter(([name]) => name.startsWith('polku_'))
    expect(ours.length).toBeGreaterThan(30)
    expect([...types.keys()].filter((name) => !helped.has(name))).toEqual([])
    for (const [name, type] of ours) {
      expect(name.endsWith('_total'), name).toBe(type === 'counter')
      if (type === 'histogram') expect(name).toMatch(/_seconds$|_works$/)
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|count)$/)
    }
    expect(values.get('polku_database_bytes{file="log"}')).toBeGreaterThan(0)
    expect(values.get('polku_database_disk_free_bytes')).toBeGreaterThan(0)
    expect(types.has('process_resident_memory_bytes')).toBe(true)
  })

  it('comes without what cannot be looked up, and says so', async () => {
    const measured = await startMeasured({ database: temporaryFile() })
    expect((await measured.scrape()).get('polku_timers_due')).toBe(0)
    await measured.polku.close()
    const values = await measured.scrape()
    expect(values.get('polku_timers_due')).toBeUndefined()
    expect(values.get('polku_scrape_failures_total{part="backlog"}')).toBe(1)
    expect(values.get('polku_steps_total{type="start",by="person"}')).toBe(1)
  })
})

describe('with Redis', () => {
  const untilTrue = (holds: () => Promise<boolean>) => vi.waitUntil(holds, { timeout: 20_000, interval: 100 })

  it('tells how the queue is, and what workers do without it', async () => {
    const redis = await startRedis()
    const measured = await startMeasured({ queue: { url: redis.url, sweepMs: 200 }, say: () => {} })
    const { scrape, polku, clock } = measured
    polku.work()
    await untilTrue(async () => (await scrape()).has('polku_last_sweep_timestamp_seconds'))
    const up = await scrape()
    expect(up.get('polku_redis_up')).toBe(1)
    expect(up.get('polku_redis_latency_seconds')).toBeGreaterThan(0)
    expect(up.get('polku_queue_jobs{state="failed"}')).toBe(0)

    await redis.kill()
    await untilTrue(async () => (await scrape()).get('polku_redis_up') === 0)
    clock.set('2026-03-03T12:00:00+02:00')
    const away = 'polku_rescued_total{work="timer",why="redis_away"}'
    await untilTrue(async () => (await scrape()).get(away) === 1)
    const values = await scrape()
    expect(values.get('polku_redis_latency_seconds')).toBeUndefined()
    expect(values.get('polku_steps_total{type="timer",by="rule"}')).toBe(1)
  })
})
