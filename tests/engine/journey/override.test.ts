import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  manager,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const reason = 'Asiakas aloittaa kevyemmin, sovittu verkostossa'

const gate = smallPathway({
  facts,
  criteria: {
    enough: criterion('hours >= 6', { overridable: true }),
    willing: criterion('agreed'),
    early: criterion('daysInJourney >= 10', { overridable: { by: ['manager'] } }),
  },
  initial: 'first',
  states: {
    first: {
      on: {
        go: { target: 'second', criteria: ['enough'] },
        both: { target: 'second', criteria: ['enough', 'willing'] },
        soon: { target: 'second', criteria: ['early'] },
      },
    },
    second: { on: { back: 'first' } },
  },
})

describe('an override', () => {
  it('takes one transition against one named criterion, and the journal says so', async () => {
    const { send, polku, journey } = await startJourney(gate, { facts: { hours: 3 } })
    const { journey: after } = await send('go', { override: { criterion: 'enough' }, reason })
    expect(after.states).toEqual(['second'])
    const last = (await polku.journeys.history(journey)).at(-1)
    expect(last).toMatchObject({ reason, entry: { override: { criterion: 'enough' } } })
    expect(last?.entry.criteria).toMatchObject([{ criterion: 'enough', value: false, overridden: true }])
  })

  it('counts once: the next time the criterion stands again', async () => {
    const { send } = await startJourney(gate, { facts: { hours: 3 } })
    await send('go', { override: { criterion: 'enough' }, reason })
    await send('back')
    expect(await refusalOf(send('go'))).toBe('blocked')
  })

  it('also takes a transition whose criterion is unknown', async () => {
    const { send } = await startJourney(gate)
    expect((await send('go', { override: { criterion: 'enough' }, reason })).journey.states).toEqual(['second'])
  })

  it('needs a written reason', async () => {
    const { send } = await startJourney(gate, { facts: { hours: 3 } })
    expect(await refusalOf(send('go', { override: { criterion: 'enough' } }))).toBe('reason-required')
  })

  it('does not reach the other criteria', async () => {
    const { send } = await startJourney(gate, { facts: { hours: 3, agreed: false } })
    expect(await refusalOf(send('both', { override: { criterion: 'enough' }, reason }))).toBe('blocked')
  })

  it('is refused for a criterion that may not be overridden', async () => {
    const { send } = await startJourney(gate, { facts: { hours: 7, agreed: false } })
    expect(await refusalOf(send('both', { override: { criterion: 'willing' }, reason }))).toBe('not-overridable')
  })

  it('is refused to those who may not, naming the roles that may', async () => {
    const { send } = await startJourney(gate)
    const { code, details } = await problemFrom(send('soon', { override: { criterion: 'early' }, reason }))
    expect([code, details.accepted]).toEqual(['not-overridable', ['manager']])
    expect((await send('soon', { by: manager, override: { criterion: 'early' }, reason })).taken).toHaveLength(1)
  })

  it('is refused when the criterion holds anyway', async () => {
    const { send, states } = await startJourney(gate, { facts: { hours: 7 } })
    expect(await refusalOf(send('go', { override: { criterion: 'enough' }, reason }))).toBe('override-unused')
    expect(await states()).toEqual(['first'])
  })

  it('is refused for a criterion that the event does not ask about', async () => {
    const { send } = await startJourney(gate, { facts: { hours: 7 } })
    const { code, details } = await problemFrom(send('go', { override: { criterion: 'early' }, reason }))
    expect([code, details.accepted]).toEqual(['not-overridable', ['enough', 'early']])
    expect(await refusalOf(send('go', { override: { criterion: 'nonsense' }, reason }))).toBe('not-overridable')
  })

  it('names the transition where several regions ask for the same criterion', async () => {
    const region = { initial: 'one', states: { one: { on: { go: { target: 'two', criteria: ['enough'] } } }, two: {} } }
    const document = smallPathway({
      facts,
      criteria: { enough: criterion('hours >= 6', { overridable: true }) },
      initial: 'both',
      states: { both: { type: 'parallel', states: { left: region, right: region } } },
    })
    const { send, states } = await startJourney(document, { facts: { hours: 3 } })
    expect(await refusalOf(send('go', { override: { criterion: 'enough' }, reason }))).toBe('override-unused')
    await send('go', { override: { criterion: 'enough', transition: 'both.left.one/go/0' }, reason })
    expect(await states()).toEqual(['both.left.two', 'both.right.one'])
  })

  it('is refused when its transition gives way to that of another region', async () => {
    // the journal once told of an override, and of no transition taken by it
    const document = smallPathway({
      facts,
      criteria: { enough: criterion('hours >= 6', { overridable: true }) },
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            left: { on: { go: '#small.here' } },
            right: { on: { go: { target: '#small.there', criteria: ['enough'] } } },
          },
        },
        here: {},
        there: {},
      },
    })
    const { send, states } = await startJourney(document, { facts: { hours: 3 } })
    const { code, message } = await problemFrom(send('go', { override: { criterion: 'enough' }, reason }))
    expect(code).toBe('override-unused')
    expect(message).toContain('gives way')
    expect(await states()).toEqual(['both.left', 'both.right'])
  })

  it('does not carry over to what happens by itself afterwards', async () => {
    // the override was once seen by `always` of the state that was entered, too
    const document = smallPathway({
      facts,
      criteria: { enough: criterion('hours >= 6', { overridable: true }) },
      initial: 'first',
      states: {
        first: { on: { go: { target: 'second', criteria: ['enough'] } } },
        second: { always: { target: 'third', criteria: ['enough'], automatic: true } },
        third: {},
      },
    })
    const { send, polku, journey } = await startJourney(document, { facts: { hours: 3 } })
    const { taken } = await send('go', { override: { criterion: 'enough' }, reason, by: coach })
    expect(taken).toEqual(['first/go/0'])
    const last = (await polku.journeys.history(journey)).at(-1)
    expect(last?.entry.criteria.filter((one) => one.overridden)).toHaveLength(1)
  })
})
