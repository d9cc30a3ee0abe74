import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  manager,
  nobodySpecial,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const gate = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6'), willing: criterion('agreed') },
  initial: 'first',
  states: {
    first: { on: { go: { target: 'second', criteria: ['enough', 'willing'] } } },
    second: {},
  },
})

describe('criteria', () => {
  it('let a journey through when they hold', async () => {
    const { send, states } = await startJourney(gate, { facts: { hours: 6, agreed: true } })
    const { taken } = await send('go')
    expect(taken).toEqual(['first/go/0'])
    expect(await states()).toEqual(['second'])
  })

  it('say which of them does not hold, and what it saw', async () => {
    const { send, states } = await startJourney(gate, { facts: { hours: 5, agreed: true } })
    const { code, message, details } = await problemFrom(send('go'))
    expect(code).toBe('blocked')
    expect(message).toContain('"enough"')
    expect(message).not.toContain('"willing"')
    expect(details.criteria).toMatchObject([
      { name: 'enough', value: false, seen: [{ name: 'hours', value: 5, unit: 'h' }] },
      { name: 'willing', value: true },
    ])
    expect(await states()).toEqual(['first'])
  })

  it('ask for the missing fact instead of refusing', async () => {
    const { send, record, states } = await startJourney(gate, { facts: { agreed: true } })
    const { code, details } = await problemFrom(send('go'))
    expect([code, details.lacks]).toEqual(['unknown', ['hours']])
    await record({ hours: 8 })
    await send('go')
    expect(await states()).toEqual(['second'])
  })

  it('refuse at once when one is false, whatever is missing of the others', async () => {
    const { send } = await startJourney(gate, { facts: { agreed: false } })
    expect(await refusalOf(send('go'))).toBe('blocked')
  })

  it('name the events that the present state handles when it does not handle one', async () => {
    const { send } = await startJourney(gate)
    const { code, details } = await problemFrom(send('fly'))
    expect([code, details.accepted]).toEqual(['unhandled', ['go']])
  })

  it('choose the first listed transition that is not false', async () => {
    const document = smallPathway({
      facts,
      criteria: { many: criterion('hours >= 6'), few: criterion('hours < 6') },
      initial: 'first',
      states: {
        first: {
          on: {
            go: [
              { target: 'long', criteria: ['many'] },
              { target: 'short', criteria: ['few'] },
            ],
          },
        },
        long: {},
        short: {},
      },
    })
    const { send, states, record } = await startJourney(document)
    expect(await refusalOf(send('go'))).toBe('unknown')
    await record({ hours: 2 })
    await send('go')
    expect(await states()).toEqual(['short'])
  })

  it('ask the innermost state first, and an outer one only when everything inside is false', async () => {
    const document = smallPathway({
      facts,
      criteria: { willing: criterion('agreed') },
      initial: 'outer',
      states: {
        outer: {
          initial: 'inner',
          on: { go: 'away' },
          states: { inner: { on: { go: { target: 'beside', criteria: ['willing'] } } }, beside: {} },
        },
        away: {},
      },
    })
    const undecided = await startJourney(document)
    expect(await refusalOf(undecided.send('go'))).toBe('unknown')
    const willing = await startJourney(document, { facts: { agreed: true } })
    await willing.send('go')
    expect(await willing.states()).toEqual(['outer.beside'])
    const unwilling = await startJourney(document, { facts: { agreed: false } })
    await unwilling.send('go')
    expect(await unwilling.states()).toEqual(['away'])
  })

  it('refuse the whole command when one region of several is undecided', async () => {
    const document = smallPathway({
      facts,
      criteria: { willing: criterion('agreed') },
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            left: { initial: 'one', states: { one: { on: { go: 'two' } }, two: {} } },
            right: {
              initial: 'one',
              states: { one: { on: { go: { target: 'two', criteria: ['willing'] } } }, two: {} },
            },
          },
        },
      },
    })
    const { send, states, record } = await startJourney(document)
    expect(await refusalOf(send('go'))).toBe('unknown')
    expect(await states()).toEqual(['both.left.one', 'both.right.one'])
    await record({ agreed: true })
    await send('go')
    expect(await states()).toEqual(['both.left.two', 'both.right.two'])
  })

  it('count whole local days in the state that a transition leaves', async () => {
    const document = smallPathway({
      criteria: { waited: criterion('daysInState >= 2') },
      initial: 'first',
      states: { first: { on: { go: { target: 'second', criteria: ['waited'] } } }, second: {} },
    })
    const { send, clock } = await startJourney(document)
    clock.set('2026-03-03T23:59:00+02:00')
    expect(await refusalOf(send('go'))).toBe('blocked')
    clock.set('2026-03-04T00:00:00+02:00')
    expect((await send('go')).journey.states).toEqual(['second'])
  })

  it('take an expired fact for missing, and say that it has expired', async () => {
    const document = smallPathway({
      facts: { ...facts, hours: { ...facts.hours, shelfLife: 'P1M' } },
      criteria: { enough: criterion('hours >= 6') },
      initial: 'first',
      states: { first: { on: { go: { target: 'second', criteria: ['enough'] } } }, second: {} },
    })
    const { send, clock, polku, journey } = await startJourney(document, { facts: { hours: 7 } })
    expect((await send('go', { dryRun: true })).journey.states).toEqual(['second'])
    clock.set('2026-04-01T23:59:00+03:00')
    expect((await send('go', { dryRun: true })).journey.states).toEqual(['second'])
    clock.set('2026-04-02T00:00:00+03:00')
    expect((await problemFrom(send('go'))).details.lacks).toEqual(['hours'])
    const { events } = await polku.journeys.next(journey, { by: coach })
    expect(events).toMatchObject([{ event: 'go', status: 'unknown', lacks: [{ name: 'hours', expired: true }] }])
  })

  it('are known from completed tasks as well', async () => {
    const document = smallPathway({
      criteria: { interviewed: criterion('completed_interview >= 1') },
      taskDefinitions: { interview: { label: { fi: 'Haastattelu' }, role: 'coach' } },
      initial: 'first',
      states: {
        first: { tasks: ['interview'], on: { go: { target: 'second', criteria: ['interviewed'] } } },
        second: {},
      },
    })
    const { send, polku, task, states } = await startJourney(document)
    expect(await refusalOf(send('go'))).toBe('blocked')
    await polku.tasks.complete(await task('interview'), { by: coach })
    await send('go')
    expect(await states()).toEqual(['second'])
  })
})

describe('a person', () => {
  const guarded = smallPathway({
    initial: 'first',
    states: {
      first: {
        on: {
          approve: { target: 'second', by: ['manager'] },
          refuse: { target: 'second', reasonRequired: true },
        },
      },
      second: {},
    },
  })

  it('without the case role is told which roles may', async () => {
    const { send } = await startJourney(guarded)
    const { code, details } = await problemFrom(send('approve'))
    expect([code, details.accepted]).toEqual(['not-allowed', ['manager']])
    expect((await send('approve', { by: manager })).journey.states).toEqual(['second'])
  })

  it('gives a reason where the transition asks for one', async () => {
    const { send, polku, journey } = await startJourney(guarded)
    expect(await refusalOf(send('refuse'))).toBe('reason-required')
    await send('refuse', { reason: 'Ei sovi tähän vaiheeseen' })
    expect(await polku.journeys.history(journey)).toMatchObject([{}, { reason: 'Ei sovi tähän vaiheeseen' }])
  })

  it('is told beforehand what they may not send, when another region asks for another role', async () => {
    const document = smallPathway({
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            left: { initial: 'one', states: { one: { on: { go: { target: 'two', by: ['coach'] } } }, two: {} } },
            right: { initial: 'one', states: { one: { on: { go: { target: 'two', by: ['manager'] } } }, two: {} } },
          },
        },
      },
    })
    const { send, polku, journey } = await startJourney(document)
    const allowed = async (roles: string[]) =>
      (await polku.journeys.next(journey, { by: { user: 'someone', roles } })).events.map((one) => one.allowed)
    expect(await refusalOf(send('go'))).toBe('not-allowed')
    expect(await allowed(['coach'])).toEqual([false])
    expect(await allowed(['coach', 'manager'])).toEqual([true])
  })

  it('may send what names no role', async () => {
    const { send } = await startJourney(smallPathway({ initial: 'a', states: { a: { on: { go: 'b' } }, b: {} } }))
    expect((await send('go', { by: nobodySpecial })).journey.states).toEqual(['b'])
  })
})
