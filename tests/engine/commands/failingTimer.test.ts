import { describe, expect, it } from 'vitest'
import { HOUR } from '../../support/testClock.ts'
import { coach, criterion, facts, openTestPolku, smallPathway, startJourney } from '../../support/testPolku.ts'

/** After a day a client with many hours is passed to and fro for ever, which no analysis of the document can foresee. */
const document = smallPathway({
  facts,
  criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'rest',
  states: {
    rest: {
      after: { P1D: { target: 'first', automatic: true } },
      followUps: { watch: { after: 'P2D', task: 'plan' } },
      on: { go: 'gone' },
    },
    first: { always: { target: 'second', criteria: ['there'], automatic: true } },
    second: { always: { target: 'first', criteria: ['back'], automatic: true } },
    gone: {},
  },
})

async function startFailing() {
  const told: unknown[] = []
  const on = await openTestPolku({ onError: (error) => told.push(error) })
  return { told, ...(await startJourney(document, { on, facts: { hours: 7 } })) }
}

describe('a timer that cannot act', () => {
  it('is told of, and holds up neither the other timers nor people', async () => {
    const { told, at, tasks, states, send, polku, journey } = await startFailing()
    await at('2026-03-05T10:00:00+02:00')
    expect(told.map(String)).toEqual([expect.stringContaining('EndlessLoop')])
    expect([await states(), await tasks()]).toEqual([['rest'], ['pathway plan']])
    const { events } = await polku.journeys.next(journey)
    expect(events.find((one) => one.event === 'go')?.status).toBe('possible')
    expect((await send('go', { dryRun: true })).journey.states).toEqual(['gone'])
    expect((await send('go')).journey.states).toEqual(['gone'])
    await polku.journeys.replay(journey)
  })

  it('is tried again, and acts once it can', async () => {
    const { told, at, states, record, polku, clock } = await startFailing()
    await at('2026-03-03T10:00:00+02:00')
    expect(await polku.runDue()).toMatchObject({ timers: 0 })
    expect(told).toHaveLength(1)
    clock.advance(1000)
    await polku.runDue()
    expect(told).toHaveLength(2)
    await record({ hours: 5 })
    expect(await states()).toEqual(['first'])
    expect((await polku.figures()).dead).toBe(0)
  })

  it('has not failed once more because another timer of its journey was due', async () => {
    const told: unknown[] = []
    const on = await openTestPolku({ onError: (error) => told.push(error) })
    const repeating = { ...document.states?.rest, followUps: { watch: { every: 'PT1H', actions: 'noted' } } }
    const often = { ...document, states: { ...document.states, rest: repeating } }
    const { at, polku, clock } = await startJourney(often, { on, facts: { hours: 7 } })
    await at('2026-03-03T10:00:00+02:00')
    for (let hour = 0; hour < 24; hour++) {
      clock.advance(HOUR)
      await polku.runDue()
    }
    expect(told).toHaveLength(8)
    expect((await polku.figures()).dead).toBe(1)
  })

  it('is left alone after the eighth time, and counted until a person has looked', async () => {
    const { told, at, polku, clock } = await startFailing()
    await at('2026-03-03T10:00:00+02:00')
    for (let attempt = 2; attempt <= 10; attempt++) {
      clock.advance(HOUR)
      await polku.runDue()
    }
    expect(told).toHaveLength(8)
    expect((await polku.figures()).dead).toBe(1)
  })
})

/** Once the date has passed, each state is left for the other as soon as it is entered, by an event that a follow-up sends. */
const toAndFro = smallPathway({
  facts: { since: { type: 'date', label: { fi: 'Alkupäivä' } } },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'rest',
  states: {
    rest: {
      followUps: { leave: { after: 'P1D', event: 'begin' }, watch: { after: 'P2D', task: 'plan' } },
      on: { begin: { target: 'first', automatic: true }, go: 'gone' },
    },
    first: {
      followUps: { on: { after: 'P1M', anchor: { fact: 'since' }, event: 'on' } },
      on: { on: { target: 'second', automatic: true } },
    },
    second: {
      followUps: { back: { every: 'P1M', anchor: { fact: 'since' }, event: 'back' } },
      on: { back: { target: 'first', automatic: true } },
    },
    gone: {},
  },
})

describe('timers that arm each other without end', () => {
  it('do not hold up the process: the one that began it has failed, and nothing of it has happened', async () => {
    const told: unknown[] = []
    const on = await openTestPolku({ onError: (error) => told.push(error) })
    const { at, states, tasks, send, polku, journey } = await startJourney(toAndFro, {
      on,
      facts: { since: '2026-01-02' },
    })
    await at('2026-03-05T10:00:00+02:00')
    expect(told.map(String)).toEqual([expect.stringContaining('EndlessLoop')])
    expect([await states(), await tasks()]).toEqual([['rest'], ['pathway plan']])
    expect((await polku.journeys.timers(journey)).map(({ name }) => name)).toContain('leave')
    expect((await polku.journeys.history(journey)).map(({ type }) => type)).toEqual(['start', 'timer'])
    expect((await send('go')).journey.states).toEqual(['gone'])
    await polku.journeys.replay(journey)
  })

  it('may be many, one after another, where they come to rest', async () => {
    const rooms = Array.from({ length: 60 }, (_, index) => `room${index}`)
    const through = smallPathway({
      initial: 'room0',
      states: {
        ...Object.fromEntries(
          rooms.map((room, index) => [
            room,
            {
              followUps: { on: { after: index === 0 ? 'P1D' : 'PT0S', event: 'on' } },
              on: { on: { target: rooms[index + 1] ?? 'gone', automatic: true } },
            },
          ]),
        ),
        gone: {},
      },
    })
    const { at, states } = await startJourney(through)
    await at('2026-03-05T10:00:00+02:00')
    expect(await states()).toEqual(['gone'])
  })
})

describe('a module that ends as it begins, and begins anew when it has ended', () => {
  it('goes round a hundred times and then waits for a person, who can lead the journey away', async () => {
    const told: unknown[] = []
    const on = await openTestPolku({ onError: (error) => told.push(error) })
    const end = { code: 'ok', label: { fi: 'Valmis' }, outcome: 'completed' } as const
    const child = smallPathway({
      id: 'lapsi',
      initial: 'a',
      states: { a: { always: { target: 'b', automatic: true }, on: { out: 'b' } }, b: { type: 'final', end } },
    })
    await on.polku.pathways.publish(child, { by: coach })
    const parent = smallPathway({
      initial: 'p',
      states: {
        p: {
          modules: { m: { pathway: 'lapsi', start: 'entry', outputs: { ok: 'again' } } },
          on: { again: { target: 'p', reenter: true, automatic: true }, go: 'gone' },
        },
        gone: {},
      },
    })
    const { polku, journey, send, states, clock } = await startJourney(parent, { on })
    for (let attempt = 1; attempt <= 10; attempt++) {
      await polku.runDue()
      clock.advance(HOUR)
    }
    expect(new Set(told.map(String))).toEqual(new Set([expect.stringContaining('EndlessLoop')]))
    const history = await polku.journeys.history(journey)
    expect(history.filter(({ type }) => type === 'moduleEnded')).toHaveLength(100)
    expect((await polku.figures()).dead).toBe(1)
    await send('go')
    expect(await states()).toEqual(['gone'])
  })
})
