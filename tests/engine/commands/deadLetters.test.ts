import { describe, expect, it } from 'vitest'
import { PermanentFailure } from '../../../engine/index.ts'
import { HOUR } from '../../support/testClock.ts'
import {
  coach,
  criterion,
  facts,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

/** A journey of many hours whose delay leads to and fro for ever: its timer cannot act. */
const restless = smallPathway({
  facts,
  criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
  initial: 'rest',
  states: {
    rest: { after: { P1D: { target: 'first', automatic: true } } },
    first: { always: { target: 'second', criteria: ['there'], automatic: true } },
    second: { always: { target: 'first', criteria: ['back'], automatic: true } },
  },
})

/** One journey tells one thing: that it has begun. */
const quiet = smallPathway({ initial: 'rest', states: { rest: {} } })

/** A Polku whose outside can be made deaf, and what it was told meanwhile. */
async function openDeaf() {
  const outside = { isDeaf: true, ids: [] as number[] }
  const said: string[] = []
  const told: unknown[] = []
  const on = await openTestPolku({
    worker: 'worker-1',
    say: (words) => said.push(words),
    onError: (error) => told.push(error),
    deliver: async ({ id }) => {
      if (outside.isDeaf) throw new Error('nobody answers')
      outside.ids.push(id)
    },
  })
  /** Eight attempts of everything: what has failed then is dead. */
  const wearOut = async () => {
    for (let hour = 0; hour < 8; hour++) {
      await on.polku.runDue()
      on.clock.advance(HOUR)
    }
  }
  return { ...on, outside, said, told, wearOut }
}

/** Journeys of which each one's only message is dead. */
async function withDeadMessages(count: number) {
  const on = await openDeaf()
  const journeys: string[] = []
  for (let index = 0; index < count; index++) journeys.push((await startJourney(quiet, { on })).journey)
  await on.wearOut()
  return { ...on, journeys, dead: await on.polku.deadLetters.messages() }
}

async function withDeadTimer() {
  const on = await openDeaf()
  on.outside.isDeaf = false
  const started = await startJourney(restless, { on, facts: { hours: 7 } })
  on.clock.set('2026-03-03T10:00:00+02:00')
  await on.wearOut()
  const [dead] = await on.polku.deadLetters.timers()
  return { ...on, ...started, dead, id: dead?.id ?? '' }
}

describe('a dead message', () => {
  it('is listed, oldest first and page by page, with every attempt to deliver it', async () => {
    const { polku, journeys, dead } = await withDeadMessages(3)
    expect(dead.map(({ journey }) => journey)).toEqual(journeys)
    const [first, second] = dead
    expect(first).toMatchObject({
      entry: 1,
      topic: 'journey.started',
      status: 'dead',
      attempts: 8,
      deliveredAt: null,
      notBefore: null,
      lastError: 'Error: nobody answers',
    })
    expect(first?.deliveries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(first?.deliveries[1]).toEqual({
      attempt: 2,
      worker: 'worker-1',
      startedAt: '2026-03-02T09:00:00.000Z',
      endedAt: '2026-03-02T09:00:00.000Z',
      error: 'Error: nobody answers',
    })
    expect(await polku.deadLetters.messages({ limit: 1 })).toEqual([first])
    expect(await polku.deadLetters.messages({ limit: 1, after: first?.id ?? 0 })).toEqual([second])
    expect((await polku.figures()).dead).toBe(3)
  })

  it('is left alone, until a person lets it be tried again at once', async () => {
    const { polku, outside, said, dead } = await withDeadMessages(2)
    const [first, second] = dead.map(({ id }) => id)
    outside.isDeaf = false
    await polku.runDue()
    expect(outside.ids).toEqual([])
    await polku.deadLetters.replayMessage(first ?? 0, { by: coach })
    expect(await polku.deadLetters.message(first ?? 0)).toMatchObject({ status: 'waiting', attempts: 8 })
    await polku.runDue()
    expect(outside.ids).toEqual([first])
    const replayed = await polku.deadLetters.message(first ?? 0)
    expect(replayed).toMatchObject({ status: 'delivered', attempts: 9 })
    expect(replayed.deliveries.at(-1)).toMatchObject({ attempt: 9, error: null })
    expect((await polku.deadLetters.messages()).map(({ id }) => id)).toEqual([second])
    expect(said).toEqual([`${coach.user} lets message ${first} try again`])
  })

  it('has eight more attempts then, and is dead again after them', async () => {
    const { polku, told, dead, wearOut } = await withDeadMessages(1)
    const id = dead[0]?.id ?? 0
    expect(told).toHaveLength(8)
    await polku.deadLetters.replayMessage(id, { by: coach })
    await wearOut()
    await wearOut()
    expect(told).toHaveLength(16)
    expect(await polku.deadLetters.message(id)).toMatchObject({ status: 'dead', attempts: 16 })
  })

  it('is the only one that is given another turn', async () => {
    const { polku, journey } = await startJourney(quiet)
    const messages = async () => polku.deadLetters.message(1)
    expect(await messages()).toMatchObject({ journey, status: 'waiting', deliveries: [] })
    expect(await refusalOf(polku.deadLetters.replayMessage(1, { by: coach }))).toBe('not-dead')
    await polku.runDue()
    expect((await messages()).status).toBe('delivered')
    expect(await refusalOf(polku.deadLetters.replayMessage(1, { by: coach }))).toBe('not-dead')
    expect(await refusalOf(polku.deadLetters.replayMessage(9, { by: coach }))).toBe('not-found')
    expect(await refusalOf(polku.deadLetters.message(9))).toBe('not-found')
    const nobody = await problemFrom(polku.deadLetters.replayMessage(1, {} as never))
    expect([nobody.code, nobody.details.errors?.[0]?.path]).toEqual(['invalid-request', ['by']])
  })
})

describe('a message that the outside refuses for good', () => {
  it('is dead at the first attempt, and no other is', async () => {
    const attempts: string[] = []
    const { polku, clock } = await openTestPolku({
      onError: () => {},
      deliver: async ({ id, attempt }) => {
        attempts.push(`${id} ${attempt}`)
        if (attempt === 1) throw id === 1 ? new PermanentFailure('410 gone') : new Error('503')
      },
    })
    for (let count = 0; count < 2; count++) await startJourney(quiet, { on: { polku, clock } })
    await polku.runDue()
    clock.advance(HOUR)
    await polku.runDue()
    expect(attempts).toEqual(['1 1', '2 1', '2 2'])
    expect(await polku.deadLetters.messages()).toMatchObject([
      { id: 1, attempts: 1, lastError: 'PermanentFailure: 410 gone' },
    ])
  })
})

describe('a dead timer', () => {
  it('is listed with what it was to do and why it could not', async () => {
    const { polku, journey, dead } = await withDeadTimer()
    expect(dead).toMatchObject({ journey, kind: 'after', name: 'P1D', dueAt: '2026-03-02T22:00:00.000Z', attempts: 8 })
    expect(dead?.lastError).toContain('EndlessLoop')
    expect(await polku.deadLetters.timers({ after: dead?.id })).toEqual([])
    expect(await polku.deadLetters.timers({ limit: 1 })).toEqual([dead])
  })

  it('acts by itself no more, and does when a person gives it another turn and it can', async () => {
    const { polku, journey, record, said, id } = await withDeadTimer()
    await record({ hours: 5 })
    expect(await polku.runDue()).toMatchObject({ timers: 0 })
    await polku.deadLetters.replayTimer(id, { by: coach })
    expect(await polku.deadLetters.timers()).toEqual([])
    expect((await polku.figures()).dead).toBe(0)
    expect(said).toEqual([`${coach.user} lets timer ${id} try again`])
    expect(await polku.runDue()).toMatchObject({ timers: 1 })
    expect((await polku.journeys.history(journey)).at(-1)).toMatchObject({ type: 'timer', byRule: true })
    expect(await refusalOf(polku.deadLetters.replayTimer(id, { by: coach }))).toBe('not-found')
  })

  it('has eight more attempts then, and is dead again after them', async () => {
    const { polku, told, wearOut, id } = await withDeadTimer()
    expect(told).toHaveLength(8)
    await polku.deadLetters.replayTimer(id, { by: coach })
    await wearOut()
    await wearOut()
    expect(told).toHaveLength(16)
    expect(await polku.deadLetters.timers()).toMatchObject([{ id, attempts: 16 }])
  })

  it('is the only one that is given another turn', async () => {
    const { polku, journey, clock } = await startJourney(restless, { facts: { hours: 5 } })
    const [timer] = await polku.journeys.timers(journey)
    const id = `${journey}.${timer?.id}`
    expect(await refusalOf(polku.deadLetters.replayTimer(id, { by: coach }))).toBe('not-dead')
    for (const none of [`${journey}.99`, 'nobody.1', journey, '', `${journey}.1.1`]) {
      expect(await refusalOf(polku.deadLetters.replayTimer(none, { by: coach })), none).toBe('not-found')
    }
    expect(await refusalOf(polku.deadLetters.timers({ after: 'no timer' }))).toBe('not-found')
    clock.advance(48 * HOUR)
    await polku.runDue()
    expect(await refusalOf(polku.deadLetters.replayTimer(id, { by: coach }))).toBe('not-found')
  })
})
