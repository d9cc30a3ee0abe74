import { describe, expect, it } from 'vitest'
import {
  coach,
  criterion,
  facts,
  manager,
  nobodySpecial,
  openTestPolku,
  problemFrom,
  refusalOf,
  smallPathway,
  startJourney,
} from '../../support/testPolku.ts'

const work = smallPathway({
  facts,
  criteria: { enough: criterion('hours >= 6') },
  taskDefinitions: {
    interview: {
      label: { fi: 'Haastattelu' },
      role: 'coach',
      due: { workingDays: 3 },
      escalateTo: 'manager',
      form: [
        { fact: 'hours', required: true },
        { fact: 'agreed' },
        { name: 'note', label: { fi: 'Muistiinpano' }, value: { type: 'text', maxLength: 20 } },
      ],
    },
  },
  initial: 'first',
  states: {
    first: {
      tasks: ['interview'],
      always: { target: 'second', criteria: ['enough'], automatic: true },
    },
    second: {},
  },
})

describe('a task of the pathway', () => {
  it('opens on entry, due so many working days later', async () => {
    const { polku, journey } = await startJourney(work)
    const [task] = await polku.tasks.list({ journey })
    expect(task).toMatchObject({
      name: 'interview',
      role: 'coach',
      assignee: null,
      dueDate: '2026-03-05',
      status: 'open',
    })
    expect(task?.form).toHaveLength(3)
  })

  it('records what its form is bound to, keeps the rest, and moves the journey on', async () => {
    const { polku, client, task, states } = await startJourney(work)
    const id = await task('interview')
    const { taken } = await polku.tasks.complete(id, { by: coach, form: { hours: 7, note: 'kaikki hyvin' } })
    expect(taken).toEqual(['first/always/0'])
    expect(await states()).toEqual(['second'])
    expect(await polku.clients.facts(client)).toMatchObject([{ name: 'hours', value: 7, source: `task ${id}` }])
    expect(await polku.tasks.get(id)).toMatchObject({
      status: 'completed',
      closedBy: coach.user,
      content: { note: 'kaikki hyvin' },
    })
  })

  it('says beforehand, in a dry run, where its form would lead', async () => {
    const { polku, client, task, states } = await startJourney(work)
    const answer = await polku.tasks.complete(await task('interview'), { by: coach, form: { hours: 7 }, dryRun: true })
    expect(answer.journey.states).toEqual(['second'])
    expect([await states(), await polku.clients.facts(client)]).toEqual([['first'], []])
  })

  it('tells the client’s other journeys of the facts it records', async () => {
    const on = await openTestPolku()
    const first = await startJourney(work, { on })
    const second = await startJourney(
      smallPathway({
        id: 'other',
        facts,
        criteria: { enough: criterion('hours >= 6') },
        initial: 'waiting',
        states: { waiting: { always: { target: 'on', criteria: ['enough'], automatic: true } }, on: {} },
      }),
      { on, client: first.client },
    )
    await on.polku.tasks.complete(await first.task('interview'), { by: coach, form: { hours: 7 } })
    expect(await second.states()).toEqual(['on'])
  })

  it('names every field that is wrong, and which fields there are', async () => {
    const { polku, task, states } = await startJourney(work)
    const id = await task('interview')
    const missing = await problemFrom(polku.tasks.complete(id, { by: coach, form: { note: 'hei' } }))
    expect([missing.code, missing.details.errors]).toEqual([
      'invalid-fact',
      [{ path: ['form', 'hours'], message: 'is required' }],
    ])
    const unknown = await problemFrom(polku.tasks.complete(id, { by: coach, form: { hours: 7, shoe: 42 } }))
    expect(unknown.details.accepted).toEqual(['hours', 'agreed', 'note'])
    const wrong = await problemFrom(
      polku.tasks.complete(id, { by: coach, form: { hours: 99, agreed: 'ehkä', note: 'x'.repeat(21) } }),
    )
    expect(wrong.details.errors?.map(({ path }) => path)).toEqual([
      ['form', 'hours'],
      ['form', 'agreed'],
      ['form', 'note'],
    ])
    expect(await states()).toEqual(['first'])
  })

  it('is completed also when the clock has been set back a little', async () => {
    // the facts of its form once were refused as lying ahead
    const { polku, task, clock, states } = await startJourney(work)
    clock.advance(-2000)
    await polku.tasks.complete(await task('interview'), { by: coach, form: { hours: 7 } })
    expect(await states()).toEqual(['second'])
  })

  it('waits for its case role', async () => {
    const { polku, task } = await startJourney(work)
    const id = await task('interview')
    const { code, details } = await problemFrom(polku.tasks.complete(id, { by: manager, form: { hours: 2 } }))
    expect([code, details.accepted]).toEqual(['not-allowed', ['coach']])
    expect(await refusalOf(polku.tasks.claim(id, { by: manager }))).toBe('not-allowed')
  })

  it('is claimed by one, and delegated to another', async () => {
    const { polku, task } = await startJourney(work)
    const id = await task('interview')
    await polku.tasks.claim(id, { by: coach })
    const other = { user: 'coach-2', roles: ['coach'] }
    expect(await refusalOf(polku.tasks.claim(id, { by: other }))).toBe('task-taken')
    await polku.tasks.delegate(id, { by: coach, to: nobodySpecial.user })
    expect(await polku.tasks.get(id)).toMatchObject({ assignee: nobodySpecial.user })
    await polku.tasks.complete(id, { by: nobodySpecial, form: { hours: 2 } })
    expect(await polku.tasks.get(id)).toMatchObject({ status: 'completed' })
  })

  it('goes back to its case role', async () => {
    const { polku, task } = await startJourney(work)
    const id = await task('interview')
    await polku.tasks.claim(id, { by: coach })
    await polku.tasks.delegate(id, { by: coach, to: null })
    expect(await polku.tasks.get(id)).toMatchObject({ assignee: null })
  })

  it('tells the outside to whom it was given, and nothing of its going back', async () => {
    const delivered: unknown[] = []
    const on = await openTestPolku({
      deliver: async ({ topic, payload }) => {
        if (topic === 'task.delegated') delivered.push(payload)
      },
    })
    const { polku, task } = await startJourney(work, { on })
    const id = await task('interview')
    await polku.tasks.delegate(id, { by: coach, to: 'coach-2' })
    await polku.tasks.delegate(id, { by: coach, to: null })
    await polku.runDue()
    expect(delivered).toEqual([{ task: 1, kind: 'pathway', name: 'interview', role: 'coach', assignee: 'coach-2' }])
  })

  it('may be done by those it is escalated to once it is overdue', async () => {
    const delivered: unknown[] = []
    const on = await openTestPolku({
      deliver: async ({ topic, payload }) => {
        if (topic === 'task.overdue') delivered.push(payload)
      },
    })
    const { polku, at, task, journey } = await startJourney(work, { on })
    await at('2026-03-05T23:59:59+02:00')
    expect(delivered).toEqual([])
    await at('2026-03-06T00:00:00+02:00')
    expect(delivered).toEqual([{ task: 1, name: 'interview', escalateTo: 'manager' }])
    expect(await polku.tasks.list({ journey, overdue: true })).toHaveLength(1)
    await polku.tasks.complete(await task('interview'), { by: manager, form: { hours: 2 } })
  })

  it('is not overdue before its new date when it is postponed', async () => {
    const { polku, at, task, timers } = await startJourney(work)
    const id = await task('interview')
    await at('2026-03-06T12:00:00+02:00')
    await polku.tasks.postpone(id, { by: coach, dueDate: '2026-03-20' })
    expect(await polku.tasks.get(id)).toMatchObject({ dueDate: '2026-03-20', overdue: false })
    expect(await timers()).toEqual(['taskDue interview 1 2026-03-20'])
  })

  it('is completed, not cancelled', async () => {
    const { polku, task } = await startJourney(work)
    expect(await refusalOf(polku.tasks.cancel(await task('interview'), { by: coach }))).toBe('wrong-kind')
  })

  it('is closed with the state it belongs to', async () => {
    const { record, polku, journey, task } = await startJourney(work)
    const id = await task('interview')
    await record({ hours: 8 })
    expect(await polku.tasks.get(id)).toMatchObject({ status: 'cancelled' })
    expect(await refusalOf(polku.tasks.complete(id, { by: coach, form: { hours: 1 } }))).toBe('no-such-task')
    expect(await polku.tasks.list({ journey, status: 'open' })).toEqual([])
  })

  it('cannot have been completed before it was opened', async () => {
    const { polku, task } = await startJourney(work)
    const completed = polku.tasks.complete(await task('interview'), {
      by: coach,
      form: { hours: 7 },
      occurredAt: '2026-02-20T12:00:00+02:00',
      reason: 'Tehtiin jo helmikuussa',
    })
    expect(await refusalOf(completed)).toBe('too-early')
  })
})

describe('an ad hoc task', () => {
  const calm = smallPathway({ initial: 'first', states: { first: {} } })

  it('is opened for a named person, with words that only the client’s key opens', async () => {
    const { polku, journey } = await startJourney(calm)
    const { task } = await polku.tasks.open({
      by: coach,
      journey,
      title: 'Soita työnantajalle',
      description: 'Sovittu tiistaiksi',
      assignee: manager.user,
      dueDate: '2026-03-10',
    })
    expect(await polku.tasks.get(task)).toMatchObject({
      kind: 'adHoc',
      assignee: manager.user,
      dueDate: '2026-03-10',
      content: { title: 'Soita työnantajalle', description: 'Sovittu tiistaiksi' },
    })
  })

  it('covers the journey by its due date until it is done', async () => {
    const { polku, journey, timers } = await startJourney(calm)
    expect(await timers()).toEqual(['review review 1 2026-06-02'])
    const { task } = await polku.tasks.open({
      by: coach,
      journey,
      title: 'Soita',
      role: 'coach',
      dueDate: '2026-03-10',
    })
    expect(await timers()).toEqual(['taskDue adHoc 1 2026-03-10'])
    expect(await refusalOf(polku.tasks.cancel(task, { by: coach }))).toBe('reason-required')
    await polku.tasks.cancel(task, { by: coach, reason: 'Hoitui jo' })
    expect(await timers()).toEqual(['review review 1 2026-06-02'])
  })

  it('without a case role always has a person', async () => {
    const { polku, journey } = await startJourney(calm)
    const { task } = await polku.tasks.open({ by: coach, journey, title: 'Soita', assignee: coach.user })
    expect(await refusalOf(polku.tasks.delegate(task, { by: coach, to: null }))).toBe('wrong-kind')
    expect(await refusalOf(polku.tasks.open({ by: coach, journey, title: 'Soita' }))).toBe('invalid-request')
  })

  it('keeps its words to itself when a proposal opens in the same step', async () => {
    // they once were sealed into the proposal, which was answered as the opened task
    const document = smallPathway({
      criteria: { waited: criterion('daysInState >= 2') },
      initial: 'first',
      states: { first: { always: { target: 'second', criteria: ['waited'] } }, second: {} },
    })
    const { polku, journey, clock } = await startJourney(document)
    clock.set('2026-03-05T10:00:00+02:00')
    const opened = { by: coach, journey, title: 'Soita', assignee: coach.user, key: 'open-1' }
    const { task } = await polku.tasks.open(opened)
    expect(await polku.tasks.get(task)).toMatchObject({ kind: 'adHoc', content: { title: 'Soita' } })
    expect((await polku.tasks.open(opened)).task).toBe(task)
    const proposals = (await polku.tasks.list({ journey })).filter((one) => one.kind === 'proposal')
    expect(proposals).toMatchObject([{ content: {} }])
  })
})
