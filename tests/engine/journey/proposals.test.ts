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

const byFacts = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  initial: 'first',
  states: {
    first: { always: { target: 'second', criteria: ['enough'], label: { fi: 'Siirto' }, by: ['coach'] } },
    second: { on: { back: 'first' } },
  },
})

const proposal = 'proposal first/always/0'

describe('a transition that facts ask for', () => {
  it('is proposed to the responsible person, not taken', async () => {
    const { record, states, tasks, polku, journey } = await startJourney(byFacts)
    expect(await tasks()).toEqual([])
    await record({ hours: 8 })
    expect(await states()).toEqual(['first'])
    const [task] = (await polku.journeys.get(journey)).tasks
    expect(task).toMatchObject({
      kind: 'proposal',
      assignee: coach.user,
      label: { fi: 'Siirto' },
      dueDate: '2026-03-16',
    })
  })

  it('is taken when it is accepted', async () => {
    const { polku, states, task, tasks } = await startJourney(byFacts, { facts: { hours: 8 } })
    const { taken } = await polku.tasks.answer(await task('first/always/0'), { by: coach, accept: true })
    expect(taken).toEqual(['first/always/0'])
    expect([await states(), await tasks()]).toEqual([['second'], []])
  })

  it('is withdrawn when facts no longer ask for it', async () => {
    const { record, tasks } = await startJourney(byFacts, { facts: { hours: 8 } })
    expect(await tasks()).toEqual([proposal])
    await record({ hours: 2 })
    expect(await tasks()).toEqual([])
  })

  it('stays turned down until facts have stopped asking for it', async () => {
    const { polku, record, task, tasks } = await startJourney(byFacts, { facts: { hours: 8 } })
    await polku.tasks.answer(await task('first/always/0'), { by: coach, accept: false, reason: 'Vielä kesken' })
    await record({ hours: 9 })
    expect(await tasks()).toEqual([])
    await record({ hours: 1 })
    await record({ hours: 7 })
    expect(await tasks()).toEqual([proposal])
  })

  it('is turned down only with a reason', async () => {
    const { polku, task } = await startJourney(byFacts, { facts: { hours: 8 } })
    const answer = polku.tasks.answer(await task('first/always/0'), { by: coach, accept: false })
    expect(await refusalOf(answer)).toBe('reason-required')
  })

  it('is answered only by those who may take it', async () => {
    const { polku, task } = await startJourney(byFacts, { facts: { hours: 8 } })
    const answer = polku.tasks.answer(await task('first/always/0'), { by: manager, accept: true })
    expect(await refusalOf(answer)).toBe('not-allowed')
  })

  it('is asked again when it is accepted: what has changed meanwhile counts', async () => {
    const document = smallPathway({
      facts: { ...facts, hours: { ...facts.hours, shelfLife: 'P2D' } },
      criteria: { enough: criterion('hours >= 6') },
      initial: 'first',
      states: { first: { always: { target: 'second', criteria: ['enough'] } }, second: {} },
    })
    const { polku, task, clock } = await startJourney(document, { facts: { hours: 8 } })
    const id = await task('first/always/0')
    clock.set('2026-03-05T10:00:00+02:00')
    const { code, details } = await problemFrom(polku.tasks.answer(id, { by: coach, accept: true }))
    expect([code, details.lacks]).toEqual(['unknown', ['hours']])
  })

  it('cannot be completed like a task, nor a task be accepted like a proposal', async () => {
    const { polku, task, journey } = await startJourney(byFacts, { facts: { hours: 8 } })
    expect(await refusalOf(polku.tasks.complete(await task('first/always/0'), { by: coach }))).toBe('wrong-kind')
    const { task: call } = await polku.tasks.open({ by: coach, journey, title: 'Soita', assignee: coach.user })
    expect(await refusalOf(polku.tasks.answer(call, { by: coach, accept: true }))).toBe('wrong-kind')
  })

  it('cannot be accepted for a time before its state was entered', async () => {
    const { polku, task } = await startJourney(byFacts, { facts: { hours: 8 } })
    const answer = polku.tasks.answer(await task('first/always/0'), {
      by: coach,
      accept: true,
      occurredAt: '2026-02-20T10:00:00+02:00',
      reason: 'Alkoi jo helmikuussa',
    })
    expect(await refusalOf(answer)).toBe('too-early')
  })

  it('is accepted with a reason where the transition asks for one', async () => {
    const document = smallPathway({
      initial: 'first',
      states: { first: { always: { target: 'second', reasonRequired: true } }, second: {} },
    })
    const { polku, task, states } = await startJourney(document)
    const id = await task('first/always/0')
    expect(await refusalOf(polku.tasks.answer(id, { by: coach, accept: true }))).toBe('reason-required')
    await polku.tasks.answer(id, { by: coach, accept: true, reason: 'Sovittu' })
    expect(await states()).toEqual(['second'])
  })
})

describe('a transition that time asks for', () => {
  const byTime = smallPathway({
    facts,
    criteria: { enough: criterion('hours >= 6') },
    initial: 'first',
    states: {
      first: { after: { P14D: { target: 'second', criteria: ['enough'] } } },
      second: {},
    },
  })

  it('is proposed when its time comes', async () => {
    const { at, tasks, states } = await startJourney(byTime, { facts: { hours: 8 } })
    await at('2026-03-15T23:59:00+02:00')
    expect(await tasks()).toEqual([])
    await at('2026-03-16T00:00:00+02:00')
    expect([await tasks(), await states()]).toEqual([['proposal first/after:P14D/0'], ['first']])
  })

  it('is proposed also when a fact is missing, and asks for it on acceptance', async () => {
    const { at, task, polku, record, states } = await startJourney(byTime)
    await at('2026-03-16T00:00:00+02:00')
    const id = await task('first/after:P14D/0')
    expect(await refusalOf(polku.tasks.answer(id, { by: coach, accept: true }))).toBe('unknown')
    await record({ hours: 7 })
    await polku.tasks.answer(id, { by: coach, accept: true })
    expect(await states()).toEqual(['second'])
  })

  it('is not proposed when its criteria are false', async () => {
    const { at, tasks } = await startJourney(byTime, { facts: { hours: 1 } })
    await at('2026-04-16T00:00:00+03:00')
    expect((await tasks()).filter((one) => one.startsWith('proposal'))).toEqual([])
  })
})

describe('the end of what is inside a state', () => {
  const staged = (automatic: boolean) =>
    smallPathway({
      initial: 'outer',
      states: {
        outer: {
          initial: 'one',
          states: { one: { on: { finish: 'last' } }, last: { type: 'final' } },
          onDone: { target: 'next', automatic },
        },
        next: {},
      },
    })

  it('is proposed as a transition', async () => {
    const { send, states, task, polku } = await startJourney(staged(false))
    await send('finish')
    expect(await states()).toEqual(['outer.last'])
    await polku.tasks.answer(await task('outer/done/0'), { by: coach, accept: true })
    expect(await states()).toEqual(['next'])
  })

  it('leads on at once where the document says automatic', async () => {
    const { send, states } = await startJourney(staged(true))
    expect((await send('finish')).taken).toEqual(['outer.one/finish/0', 'outer/done/0'])
    expect(await states()).toEqual(['next'])
  })

  it('comes for parallel regions when all of them have ended', async () => {
    const region = (event: string) => ({
      initial: 'one',
      states: { one: { on: { [event]: 'last' } }, last: { type: 'final' as const } },
    })
    const document = smallPathway({
      initial: 'both',
      states: {
        both: {
          type: 'parallel',
          states: { left: region('left'), right: region('right') },
          onDone: { target: 'next', automatic: true },
        },
        next: {},
      },
    })
    const { send, states } = await startJourney(document)
    await send('left')
    expect(await states()).toEqual(['both.left.last', 'both.right.one'])
    await send('right')
    expect(await states()).toEqual(['next'])
  })
})

describe('an automatic transition', () => {
  it('follows facts at once, and the journal says by what', async () => {
    const document = smallPathway({
      facts,
      criteria: { enough: criterion('hours >= 6') },
      initial: 'first',
      states: { first: { always: { target: 'second', criteria: ['enough'], automatic: true } }, second: {} },
    })
    const { record, states, polku, journey } = await startJourney(document)
    expect(await states()).toEqual(['first'])
    await record({ hours: 6 })
    expect(await states()).toEqual(['second'])
    const last = (await polku.journeys.history(journey)).at(-1)
    expect(last).toMatchObject({ type: 'facts', by: coach.user, entry: { taken: ['first/always/0'] } })
    expect(last?.entry.criteria).toMatchObject([{ criterion: 'enough', value: true, lacks: [] }])
  })

  it('driven by time is journalled as made by rule', async () => {
    const document = smallPathway({
      initial: 'first',
      states: { first: { after: { PT36H: { target: 'second', automatic: true } } }, second: {} },
    })
    const { at, states, polku, journey } = await startJourney(document)
    await at('2026-03-03T22:00:00+02:00')
    expect(await states()).toEqual(['second'])
    expect((await polku.journeys.history(journey)).at(-1)).toMatchObject({ type: 'timer', by: 'polku', byRule: true })
  })

  it('waits for a person when a fact is missing', async () => {
    const document = smallPathway({
      facts,
      criteria: { enough: criterion('hours >= 6') },
      initial: 'first',
      states: { first: { after: { P1D: { target: 'second', criteria: ['enough'], automatic: true } } }, second: {} },
    })
    const { at, states, tasks } = await startJourney(document)
    await at('2026-03-03T00:00:00+02:00')
    expect([await states(), await tasks()]).toEqual([['first'], ['proposal first/after:P1D/0']])
  })

  it('that never comes to rest becomes a problem, and changes nothing', async () => {
    // no analysis sees that these two exclude each other never: the numbers come from a parameter and a fact
    const document = smallPathway({
      facts,
      criteria: { there: criterion('hours * hours >= 36'), back: criterion('hours + hours >= 12') },
      initial: 'rest',
      states: {
        rest: { on: { go: 'first' } },
        first: { always: { target: 'second', criteria: ['there'], automatic: true } },
        second: { always: { target: 'first', criteria: ['back'], automatic: true } },
      },
    })
    const { send, states, polku, journey } = await startJourney(document, { facts: { hours: 7 } })
    expect(await refusalOf(send('go'))).toBe('endless-loop')
    expect(await refusalOf(send('go', { dryRun: true }))).toBe('endless-loop')
    expect(await states()).toEqual(['rest'])
    expect((await polku.journeys.replay(journey)).visits.map((visit) => visit.state)).toEqual(['', 'rest'])
  })
})
