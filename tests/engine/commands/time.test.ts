import { describe, expect, it } from 'vitest'
import { coach, criterion, facts, problemFrom, refusalOf, smallPathway, startJourney } from '../../support/testPolku.ts'

const reason = 'Kirjattu jälkikäteen'

const document = smallPathway({
  facts,
  backDating: 'P30D',
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'first',
  states: {
    first: { followUps: { watch: { every: 'P7D', task: 'plan' } }, on: { go: 'second' } },
    second: { followUps: { check: { after: 'P14D', task: 'plan' } }, on: { go: 'third' } },
    third: {},
  },
})

describe('a back-dated command', () => {
  it('counts from when it was true, and is recorded when it was recorded', async () => {
    const { clock, send, polku, journey, timers } = await startJourney(document)
    clock.set('2026-03-05T10:00:00+02:00')
    await send('go', { occurredAt: '2026-03-04T15:00:00+02:00', reason })
    expect(await timers()).toEqual(['followUp check 1 2026-03-18'])
    expect((await polku.journeys.history(journey)).at(-1)).toMatchObject({
      occurredAt: '2026-03-04T13:00:00.000Z',
      recordedAt: '2026-03-05T08:00:00.000Z',
      reason,
    })
  })

  it('needs a reason when it was before today, on the pathway’s own calendar', async () => {
    const { clock, send } = await startJourney(document)
    clock.set('2026-03-05T10:00:00+02:00')
    const earlierToday = { occurredAt: '2026-03-05T00:00:00+02:00', dryRun: true }
    expect((await send('go', earlierToday)).taken).toHaveLength(1)
    expect(await refusalOf(send('go', { occurredAt: '2026-03-04T23:59:59+02:00' }))).toBe('reason-required')
  })

  it('is refused when it lies further back than the pathway allows', async () => {
    const { clock, send, started } = await startJourney(document, {
      occurredAt: '2026-02-05T10:00:00+02:00',
      reason,
    })
    expect(started.journey.startedAt).toBe('2026-02-05T08:00:00.000Z')
    clock.set('2026-03-20T10:00:00+02:00')
    const { code, message } = await problemFrom(send('go', { occurredAt: '2026-02-17T10:00:00+02:00', reason }))
    expect(code).toBe('too-early')
    expect(message).toContain('P30D')
    await send('go', { occurredAt: '2026-02-19T10:00:00+02:00', reason })
  })

  it('is refused for a time that has not come', async () => {
    const { send } = await startJourney(document)
    expect(await refusalOf(send('go', { occurredAt: '2026-03-02T10:00:00.001+02:00' }))).toBe('in-the-future')
  })

  it('cannot have happened before the state that it leaves was entered', async () => {
    const { clock, send, polku, journey } = await startJourney(document)
    clock.set('2026-03-05T10:00:00+02:00')
    await send('go')
    clock.set('2026-03-06T10:00:00+02:00')
    const before = { occurredAt: '2026-03-05T09:59:59+02:00', reason }
    const { code, message } = await problemFrom(send('go', before))
    expect(code).toBe('too-early')
    expect(message).toContain('"second" was entered then')
    expect(await refusalOf(polku.journeys.exit(journey, { by: coach, code: 'stop', ...before }))).toBe('too-early')
  })

  it('makes nothing else happen before the states that it leaves were entered', async () => {
    const region = (states: object) => ({ initial: 'first', states: { first: { on: { turn: 'second' } }, ...states } })
    const { clock, send, polku, journey } = await startJourney(
      smallPathway({
        criteria: { rested: criterion('daysInState >= 1') },
        initial: 'both',
        states: {
          both: {
            type: 'parallel',
            states: {
              left: { initial: 'waiting', states: { waiting: { on: { go: 'gone' } }, gone: {} } },
              right: region({
                second: { always: { target: 'third', criteria: ['rested'], automatic: true } },
                third: {},
              }),
            },
          },
        },
      }),
    )
    clock.set('2026-03-05T10:00:00+02:00')
    await send('turn')
    clock.set('2026-03-09T10:00:00+02:00')
    const { taken } = await send('go', { occurredAt: '2026-03-03T10:00:00+02:00', reason })
    expect(taken).toEqual(['both.left.waiting/go/0', 'both.right.second/always/0'])
    const { visits } = await polku.journeys.replay(journey)
    const enteredAt = (state: string) => visits.find((visit) => visit.state === state)?.enteredAt
    expect(enteredAt('both.left.gone')).toBe(Date.parse('2026-03-03T10:00:00+02:00'))
    expect(enteredAt('both.right.third')).toBe(Date.parse('2026-03-05T10:00:00+02:00'))
    expect((await polku.journeys.history(journey)).at(-1)?.occurredAt).toBe('2026-03-03T08:00:00.000Z')
    expect(await polku.journeys.audit(journey)).toMatchObject({ differences: [], notRerun: [] })
  })

  it('cannot leave another region before that was entered, by itself or by what follows', async () => {
    const document = smallPathway({
      criteria: { rested: criterion('daysInState >= 1') },
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            left: {
              initial: 'waiting',
              states: {
                waiting: { on: { go: 'resting', out: '#small.outside' } },
                resting: { always: { target: '#small.outside', criteria: ['rested'], automatic: true } },
              },
            },
            right: { initial: 'first', states: { first: { on: { turn: 'second' } }, second: {} } },
          },
        },
        outside: {},
      },
    })
    const { clock, send, polku, journey } = await startJourney(document)
    clock.set('2026-03-05T10:00:00+02:00')
    await send('turn')
    clock.set('2026-03-06T10:00:00+02:00')
    const before = { occurredAt: '2026-03-04T10:00:00+02:00', reason }
    const { code, message } = await problemFrom(send('out', before))
    expect([code, message]).toEqual(['too-early', expect.stringContaining('"both.right.second" was entered then')])
    const { taken } = await send('go', before)
    expect(taken).toEqual(['both.left.waiting/go/0', 'both.left.resting/always/0'])
    const { visits } = await polku.journeys.replay(journey)
    const outside = visits.find((visit) => visit.state === 'outside')
    expect(outside?.enteredAt).toBe(Date.parse('2026-03-05T10:00:00+02:00'))
  })

  it('tells which timers had acted meanwhile, and leaves them as they are', async () => {
    const { at, send, tasks } = await startJourney(document)
    await at('2026-03-09T08:00:00+02:00')
    await at('2026-03-16T08:00:00+02:00')
    const { actedSince } = await send('go', { occurredAt: '2026-03-10T12:00:00+02:00', reason })
    expect(actedSince).toEqual([{ timer: 2, name: 'watch', at: '2026-03-16T06:00:00.000Z' }])
    expect(await tasks()).toEqual([])
  })

  it('tells the same in a dry run, of timers too that only act now', async () => {
    const { clock, send } = await startJourney(document)
    clock.set('2026-03-09T08:00:00+02:00')
    const asked = { occurredAt: '2026-03-06T12:00:00+02:00', reason }
    const tried = await send('go', { ...asked, dryRun: true })
    expect(tried).toEqual(await send('go', asked))
    expect(tried.actedSince).toHaveLength(1)
  })

  it('may begin a journey, whose overdue promises then come at once, and late', async () => {
    const { polku, journey } = await startJourney(document, { occurredAt: '2026-02-20T10:00:00+02:00', reason })
    await polku.runDue()
    const [, acted] = await polku.journeys.history(journey)
    expect(acted?.entry.timer).toMatchObject({ name: 'watch', occurrence: 1, late: true })
  })
})

describe('when the clock is set back', () => {
  it('a journey’s time stands still until the clock has caught up', async () => {
    const { clock, send, polku, journey } = await startJourney(document)
    clock.advance(-3_600_000)
    await send('go')
    const [start, sent] = await polku.journeys.history(journey)
    expect(sent?.recordedAt).toBe(start?.recordedAt)
    expect(sent?.occurredAt).toBe(start?.occurredAt)
    await polku.journeys.replay(journey)
  })

  it('a timer that has acted does not act again', async () => {
    const { at, polku, journey } = await startJourney(document)
    await at('2026-03-09T08:00:00+02:00')
    await at('2026-03-08T08:00:00+02:00')
    await at('2026-03-09T08:00:00+02:00')
    expect((await polku.journeys.history(journey)).filter(({ type }) => type === 'timer')).toHaveLength(1)
  })
})

describe('a command that names the revision it was decided on', () => {
  it('is refused when something has happened since', async () => {
    const { send } = await startJourney(document)
    await send('go', { revision: 1 })
    const { code, details } = await problemFrom(send('go', { revision: 1 }))
    expect([code, details.revision]).toEqual(['stale-revision', 2])
    await send('go', { revision: 2 })
  })

  it('is refused also when it was a timer that came between', async () => {
    const { clock, send, polku, journey } = await startJourney(document)
    clock.set('2026-03-09T08:00:00+02:00')
    expect(await refusalOf(send('go', { revision: 1 }))).toBe('stale-revision')
    expect((await polku.journeys.get(journey)).revision).toBe(2)
    await send('go', { revision: 2 })
  })
})
