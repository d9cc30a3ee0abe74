import { describe, expect, it } from 'vitest'
import { testClock } from '../../support/testClock.ts'
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

const document = smallPathway({
  facts: {
    ...facts,
    visits: { type: 'number', integer: true, label: { fi: 'Käynnit' } },
    mood: {
      type: 'choice',
      options: [
        { code: 'good', label: { fi: 'Hyvä' } },
        { code: 'bad', label: { fi: 'Huono' } },
      ],
      label: { fi: 'Mieliala' },
    },
    note: { type: 'text', maxLength: 10, label: { fi: 'Huomio' } },
  },
  criteria: { enough: criterion('hours >= 6') },
  initial: 'first',
  states: { first: { always: { target: 'second', criteria: ['enough'], automatic: true } }, second: {} },
})

describe('recording facts', () => {
  it('moves every live journey of the client, in one transaction', async () => {
    const on = await openTestPolku()
    const first = await startJourney(document, { on })
    const second = await startJourney(document, { on, client: first.client })
    const third = await startJourney(document, { on, client: first.client })
    await on.polku.journeys.exit(third.journey, { by: coach, code: 'stop', reason: 'Muutti' })
    const answer = await first.record({ hours: 7 })
    const expected = [first.journey, second.journey]
      .sort()
      .map((journey) => ({ journey, revision: 2, taken: ['first/always/0'] }))
    expect(answer).toMatchObject({ journeys: expected })
    expect(await first.states()).toEqual(['second'])
    expect(await second.states()).toEqual(['second'])
    expect((await on.polku.journeys.history(third.journey)).map(({ type }) => type)).toEqual(['start', 'exit'])
  })

  it('leaves the journeys of others alone', async () => {
    const on = await openTestPolku()
    const mine = await startJourney(document, { on })
    const theirs = await startJourney(document, { on })
    await mine.record({ hours: 7 })
    expect(await theirs.states()).toEqual(['first'])
  })

  it('names every value that breaks its rule, and records none of them', async () => {
    const { polku, client, record } = await startJourney(document)
    const { code, details } = await problemFrom(
      record({ hours: 25, agreed: 'kyllä', startDate: '2026-02-30', visits: 1.5, mood: 'fine', note: 'x'.repeat(11) }),
    )
    expect(code).toBe('invalid-fact')
    expect(details.errors).toEqual([
      { path: ['facts', 'hours'], message: 'must be at most 24 h' },
      { path: ['facts', 'agreed'], message: 'must be true or false' },
      { path: ['facts', 'startDate'], message: 'must be a date such as 2026-03-31' },
      { path: ['facts', 'visits'], message: 'must be a whole number' },
      { path: ['facts', 'mood'], message: 'must be one of good, bad' },
      { path: ['facts', 'note'], message: 'must be at most 10 characters' },
    ])
    expect(await polku.clients.facts(client)).toEqual([])
  })

  it('that no pathway declares is refused, and the declared ones are named', async () => {
    const { record } = await startJourney(document)
    const { code, details } = await problemFrom(record({ hours: 7, shoeSize: 42 }))
    expect([code, details.errors?.map(({ path }) => path)]).toEqual(['unknown-fact', [['facts', 'shoeSize']]])
    expect(details.accepted).toEqual(['agreed', 'hours', 'mood', 'note', 'startDate', 'visits'])
  })

  it('keeps every value, and lets the one that holds from last count', async () => {
    const { polku, client, record } = await startJourney(document)
    await record({ hours: 3 }, '2026-03-01T12:00:00+02:00')
    await record({ hours: 2 }, '2026-02-01T12:00:00+02:00')
    expect(await polku.clients.facts(client)).toMatchObject([{ name: 'hours', value: 3 }])
    expect((await polku.clients.factHistory(client, 'hours')).map(({ value }) => value).sort()).toEqual([2, 3])
  })

  it('lets the value recorded last count when both hold from the same instant', async () => {
    // ids are random within a millisecond: which of the two counted was once a matter of luck
    const { polku, client, record } = await startJourney(document)
    for (let hours = 0; hours < 24; hours++) {
      await record({ hours: hours / 10 })
      expect(await polku.clients.facts(client)).toMatchObject([{ value: hours / 10 }])
    }
    const history = await polku.clients.factHistory(client, 'hours')
    expect(history.map(({ value }) => value)).toEqual(Array.from({ length: 24 }, (_, index) => (23 - index) / 10))
  })

  it('lets a correction count also after the clock has been set back', async () => {
    const { polku, client, record, clock } = await startJourney(document)
    await record({ hours: 3 })
    clock.advance(-2000)
    await record({ hours: 4 })
    expect(await polku.clients.facts(client)).toMatchObject([{ value: 4 }])
  })

  it('is refused for a time that has not come', async () => {
    const { record } = await startJourney(document)
    expect(await refusalOf(record({ hours: 3 }, '2026-03-02T10:00:01+02:00'))).toBe('in-the-future')
  })

  it('for a client who does not exist is refused', async () => {
    const { polku } = await startJourney(document)
    const recorded = polku.clients.record('nobody', { by: coach, facts: { hours: 1 }, source: 'asiakas' })
    expect(await refusalOf(recorded)).toBe('not-found')
  })

  it('lets what is due of each journey act first', async () => {
    const watched = smallPathway({
      facts,
      taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
      initial: 'first',
      states: { first: { followUps: { watch: { every: 'P7D', task: 'plan' } } } },
    })
    const on = await openTestPolku({ clock: testClock() })
    const { record, clock, polku, journey } = await startJourney(watched, { on })
    clock.set('2026-03-09T12:00:00+02:00')
    await record({ hours: 1 })
    expect((await polku.journeys.history(journey)).map(({ type }) => type)).toEqual(['start', 'timer', 'facts'])
  })
})
