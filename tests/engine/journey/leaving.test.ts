import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  manager,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const reason = 'Työpaikka löytyi'

const stages = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  exits: {
    job: { label: { fi: 'Työllistyi' }, outcome: 'completed', by: ['coach'] },
    error: { label: { fi: 'Virhe' }, outcome: 'removed', reasonRequired: false },
  },
  initial: 'first',
  states: {
    first: { tasks: ['plan'], on: { go: 'second' }, exit: 'leftFirst', entry: 'cameToFirst' },
    second: { enterable: true, entry: 'cameToSecond', followUps: { watch: { every: 'P1M', task: 'plan' } } },
    third: { enterable: { by: ['manager'] }, tasks: ['plan'] },
    last: { type: 'final', end: { code: 'ready', label: { fi: 'Valmis' }, outcome: 'completed' } },
  },
  on: { finish: '.last' },
})

describe('an exit', () => {
  it('ends the journey from wherever it stands, and leaves nothing waiting', async () => {
    const { polku, journey, clock } = await startJourney(stages)
    clock.advance(1000)
    const { journey: after } = await polku.journeys.exit(journey, { by: coach, code: 'job', reason })
    expect(after).toMatchObject({
      status: 'ended',
      tasks: [],
      timers: [],
      end: {
        code: 'job',
        kind: 'exit',
        outcome: 'completed',
        label: { fi: 'Työllistyi' },
        at: '2026-03-02T08:00:01.000Z',
      },
    })
    expect(await polku.tasks.list({ journey, status: 'open' })).toEqual([])
    expect(await polku.journeys.next(journey)).toMatchObject({ events: [], jumps: [], exits: [] })
  })

  it('needs a reason unless the document says otherwise, and the case role it names', async () => {
    const { polku, journey } = await startJourney(stages)
    expect(await refusalOf(polku.journeys.exit(journey, { by: coach, code: 'job' }))).toBe('reason-required')
    const { code, details } = await problemFrom(polku.journeys.exit(journey, { by: manager, code: 'job', reason }))
    expect([code, details.accepted]).toEqual(['not-allowed', ['coach']])
    expect((await polku.journeys.exit(journey, { by: manager, code: 'error' })).journey.status).toBe('ended')
  })

  it('that the pathway does not know is refused with those it knows', async () => {
    const { polku, journey } = await startJourney(stages)
    for (const code of ['nothing', '__proto__', 'constructor']) {
      const problem = await problemFrom(polku.journeys.exit(journey, { by: coach, code, reason }))
      expect([problem.code, problem.details.accepted]).toEqual(['no-such-exit', ['job', 'error']])
    }
  })

  it('is final: every later command hears how it ended', async () => {
    const { polku, journey, send } = await startJourney(stages)
    const task = `${journey}.1`
    await polku.journeys.exit(journey, { by: coach, code: 'job', reason })
    const to = { user: 'coach-2' }
    for (const command of [
      send('go'),
      polku.journeys.jump(journey, { by: coach, to: 'second', reason }),
      polku.journeys.exit(journey, { by: coach, code: 'job', reason }),
      polku.journeys.handOver(journey, { by: coach, to }),
      polku.tasks.open({ by: coach, journey, title: 'Soita', assignee: 'x' }),
      polku.tasks.complete(task, { by: coach }),
    ]) {
      expect((await problemFrom(command)).message).toBe('The journey has ended (job).')
    }
  })
})

describe('a final state', () => {
  it('ends the journey by the document’s own code', async () => {
    const { send } = await startJourney(stages)
    const { journey } = await send('finish')
    expect(journey).toMatchObject({ status: 'ended', end: { code: 'ready', kind: 'end', outcome: 'completed' } })
  })
})

describe('a jump', () => {
  it('enters an enterable state with a reason', async () => {
    const { polku, journey } = await startJourney(stages)
    const { journey: after, taken } = await polku.journeys.jump(journey, { by: coach, to: 'second', reason })
    expect([after.states, taken]).toEqual([['second'], ['jump:second@']])
    expect(after.tasks).toEqual([])
  })

  it('is refused to states that may not be entered, by those who may not, and without a reason', async () => {
    const { polku, journey } = await startJourney(stages)
    const jump = (to: string, by = coach) => problemFrom(polku.journeys.jump(journey, { by, to, reason }))
    expect(await jump('last')).toMatchObject({ code: 'not-enterable', details: { accepted: ['second', 'third'] } })
    expect(await jump('third')).toMatchObject({ code: 'not-allowed', details: { accepted: ['manager'] } })
    expect(await jump('nowhere')).toMatchObject({ code: 'not-enterable' })
    expect(await refusalOf(polku.journeys.jump(journey, { by: coach, to: 'second', reason: ' ' }))).toBe(
      'invalid-request',
    )
    await polku.journeys.jump(journey, { by: manager, to: 'third', reason })
    expect(await jump('third', manager)).toMatchObject({ code: 'wrong-kind' })
  })

  it('inside one region leaves the others alone', async () => {
    const document = smallPathway({
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: {
            left: { initial: 'one', states: { one: {}, two: { enterable: true } } },
            right: { initial: 'one', states: { one: { on: { go: 'two' } }, two: {} } },
          },
        },
      },
    })
    const { polku, journey, send, states } = await startJourney(document)
    await send('go')
    await polku.journeys.jump(journey, { by: coach, to: 'both.left.two', reason })
    expect(await states()).toEqual(['both.left.two', 'both.right.two'])
  })
})

describe('a start in the middle', () => {
  it('enters the state at once, with what it promises', async () => {
    const { started, timers } = await startJourney(stages, { at: 'second', reason: 'Siirtyi meille' })
    expect(started.journey.states).toEqual(['second'])
    expect(started.journey.tasks).toEqual([])
    expect(await timers()).toEqual(['followUp watch 1 2026-04-02'])
  })

  it('tells the outside of the states it enters, and of no other', async () => {
    // the exit action of the pathway's start, which was never there, had once been told
    const told: unknown[] = []
    const on = await openTestPolku({
      deliver: async ({ topic, payload }) => {
        if (topic === 'action') told.push(payload)
      },
    })
    await startJourney(stages, { on, at: 'second', reason: 'Siirtyi meille' })
    await on.polku.runDue()
    expect(told).toEqual([{ type: 'cameToSecond' }])
  })

  it('is refused like a jump, and nothing is left of it', async () => {
    const on = await openTestPolku()
    const { polku } = on
    const client = (await polku.clients.create({ by: coach })).id
    await polku.pathways.publish(stages, { by: manager })
    const start = { by: coach, pathway: 'small', client, responsible: { user: 'x' } }
    expect(await refusalOf(polku.journeys.start({ ...start, at: 'second' }))).toBe('reason-required')
    expect(await refusalOf(polku.journeys.start({ ...start, at: 'first', reason }))).toBe('not-enterable')
    expect(await refusalOf(polku.journeys.start({ ...start, at: 'third', reason }))).toBe('not-allowed')
    expect(await polku.journeys.list({})).toEqual([])
  })
})

describe('a hand-over', () => {
  it('gives the journey, its proposals and its reviews to another person', async () => {
    const document = smallPathway({
      review: 'P1M',
      initial: 'first',
      states: { first: { always: 'second' }, second: {} },
    })
    const { polku, journey, at } = await startJourney(document)
    await polku.tasks.open({ by: coach, journey, title: 'Soita', assignee: coach.user })
    const { journey: after } = await polku.journeys.handOver(journey, {
      by: manager,
      to: { user: 'coach-2', team: 'itä' },
      reason: 'Loma',
    })
    expect(after.responsible).toEqual({ user: 'coach-2', team: 'itä' })
    expect(after.tasks.map(({ kind, assignee }) => `${kind} ${assignee}`)).toEqual([
      'proposal coach-2',
      'adHoc coach-1',
    ])
    await at('2026-04-02T12:00:00+03:00')
    expect(await polku.journeys.list({ responsible: 'coach-2' })).toHaveLength(1)
    expect(await polku.journeys.list({ responsible: coach.user })).toEqual([])
  })

  it('always names a person', async () => {
    const { polku, journey } = await startJourney(stages)
    expect(await refusalOf(polku.journeys.handOver(journey, { by: coach, to: { user: '' } }))).toBe('invalid-request')
  })
})

describe('a journey that nothing else watches over', () => {
  const calm = smallPathway({
    review: 'P1M',
    initial: 'first',
    states: { first: { on: { go: 'second' } }, second: {} },
  })

  it('is reviewed by its responsible person', async () => {
    const { polku, journey, at, timers } = await startJourney(calm)
    expect(await timers()).toEqual(['review review 1 2026-04-02'])
    await at('2026-04-02T00:00:00+03:00')
    const [task] = (await polku.journeys.get(journey)).tasks
    expect(task).toMatchObject({ kind: 'review', assignee: coach.user, dueDate: '2026-04-20' })
    expect(await timers()).toEqual(['taskDue review 1 2026-04-20'])
  })

  it('is reviewed again and again, whether the review was done or not', async () => {
    const { polku, at, task, timers, tasks } = await startJourney(calm)
    await at('2026-04-02T00:00:00+03:00')
    await polku.tasks.complete(await task('review'), { by: coach })
    expect(await timers()).toEqual(['review review 1 2026-05-04'])
    await at('2026-05-04T00:00:00+03:00')
    await at('2026-05-20T00:00:00+03:00')
    expect(await timers()).toEqual(['review review 1 2026-06-22'])
    await at('2026-06-22T00:00:00+03:00')
    expect(await tasks()).toEqual(['review review'])
    expect(await timers()).toEqual(['review review 1 2026-07-22'])
  })

  it('is not reviewed while something else has come to cover it', async () => {
    const document = smallPathway({
      taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
      initial: 'first',
      states: { first: { on: { go: 'second' } }, second: { followUps: { watch: { every: 'P1M', task: 'plan' } } } },
    })
    const { send, timers } = await startJourney(document)
    expect((await timers()).map((one) => one.split(' ')[0])).toEqual(['review'])
    await send('go')
    expect((await timers()).map((one) => one.split(' ')[0])).toEqual(['followUp'])
  })
})
