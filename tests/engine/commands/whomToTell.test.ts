import { describe, expect, it } from 'vitest'
import { type Circumstances, mayTell, type Told, whomToTell } from '../../../engine/commands/whomToTell.ts'

/** An open task of Jussi's, on a journey that Mari answers for, as a rule left it. */
const task: NonNullable<Circumstances['task']> = {
  id: 3,
  kind: 'pathway',
  name: 'interview',
  assignee: 'jussi',
  overdue: false,
  escalatesToRole: false,
}
const circumstances: Circumstances = { journey: 'j1', by: null, isActive: true, responsible: 'mari', task }

const asked = (topic: string, payload: Record<string, unknown>, differing: Partial<Circumstances> = {}): Told[] =>
  whomToTell({ topic, payload }, { ...circumstances, ...differing })

const people = (told: readonly Told[]) => told.map(({ recipient, template }) => `${recipient} ${template}`)
const opened = { task: 3, kind: 'pathway', name: 'interview', role: 'coach', assignee: 'jussi' }

describe('a task that was opened, or given to somebody', () => {
  it.each([
    ['pathway', 'task.opened'],
    ['adHoc', 'task.opened'],
    ['proposal', 'proposal.opened'],
    ['review', 'review.opened'],
  ] as const)('tells its assignee (%s)', (kind, template) => {
    const told = asked('task.opened', opened, { task: { ...task, kind } })
    expect(told).toEqual([{ recipient: 'jussi', template, payload: { task: 'j1.3', kind, name: 'interview' } }])
  })

  it('tells whom it was given to', () => {
    expect(people(asked('task.delegated', opened, { by: 'mari' }))).toEqual(['jussi task.delegated'])
  })

  it.each(['task.opened', 'task.delegated'])('tells nobody of what they have done themselves (%s)', (topic) => {
    expect(asked(topic, opened, { by: 'jussi' })).toEqual([])
  })

  it.each(['task.opened', 'task.delegated'])(
    'tells nobody when it is closed, or with another, by now (%s)',
    (topic) => {
      expect(asked(topic, opened, { task: undefined })).toEqual([])
      expect(asked(topic, opened, { task: { ...task, assignee: 'sanna' } })).toEqual([])
      expect(asked(topic, opened, { task: { ...task, assignee: null } })).toEqual([])
    },
  )
})

describe('a task that is overdue', () => {
  const late = { ...task, overdue: true }
  const overdue = (differing: Partial<Circumstances> = {}) =>
    asked('task.overdue', { task: 3, name: 'interview', escalateTo: 'mari' }, { task: late, ...differing })

  it('tells who has it, and who answers for the journey', () => {
    expect(people(overdue())).toEqual(['jussi task.overdue', 'mari task.overdue'])
    expect(overdue()[0]?.payload).toEqual({ task: 'j1.3', kind: 'pathway', name: 'interview' })
  })

  it('tells one who is both once', () => {
    expect(people(overdue({ responsible: 'jussi' }))).toEqual(['jussi task.overdue'])
  })

  it('tells who answers for the journey by now', () => {
    const told = overdue({ responsible: 'sanna', task: { ...late, assignee: null } })
    expect(people(told)).toEqual(['sanna task.overdue'])
  })

  it('tells no role: that has its worklist', () => {
    const escalating = { ...late, escalatesToRole: true }
    expect(people(overdue({ task: escalating }))).toEqual(['jussi task.overdue'])
    expect(overdue({ task: { ...escalating, assignee: null } })).toEqual([])
  })

  it('tells nobody when it is closed or put off by now', () => {
    expect(overdue({ task: undefined })).toEqual([])
    expect(overdue({ task })).toEqual([])
  })

  it('tells of a review that is open still when another one would begin', () => {
    expect(people(overdue({ task: { ...task, kind: 'review', assignee: 'mari' } }))).toEqual(['mari task.overdue'])
  })
})

describe('a journey', () => {
  it('tells who answers for it that a follow-up comes due', () => {
    expect(asked('followUp.warning', { followUp: 'salkku', occurrence: 2 })).toEqual([
      { recipient: 'mari', template: 'followUp.warning', payload: { followUp: 'salkku', occurrence: 2 } },
    ])
  })

  it('tells whom another person has made answer for it', () => {
    const started = { pathway: 'suunto', version: 1 }
    expect(asked('journey.started', started, { by: 'jussi' })).toEqual([
      { recipient: 'mari', template: 'journey.started', payload: { by: 'jussi' } },
    ])
    expect(asked('journey.handedOver', { from: 'sanna', to: 'mari' }, { by: 'jussi' })).toEqual([
      { recipient: 'mari', template: 'journey.handedOver', payload: { by: 'jussi', from: 'sanna' } },
    ])
  })

  it('tells nobody who has taken it on themselves, by whom it is no longer answered for, or who follows its parent', () => {
    expect(asked('journey.started', {}, { by: 'mari' })).toEqual([])
    expect(asked('journey.started', {}, { by: null })).toEqual([])
    expect(asked('journey.handedOver', { from: 'sanna', to: 'mari' }, { by: 'mari' })).toEqual([])
    expect(asked('journey.handedOver', { from: 'sanna', to: 'mari' }, { by: null })).toEqual([])
    expect(asked('journey.handedOver', { from: 'mari', to: 'sanna' }, { by: 'jussi' })).toEqual([])
  })

  it('tells nobody anything once it has ended', () => {
    for (const topic of ['task.opened', 'task.overdue', 'followUp.warning', 'journey.started']) {
      expect(asked(topic, opened, { isActive: false, by: 'jussi' }), topic).toEqual([])
    }
  })

  it.each(['journey.suspended', 'journey.resumed', 'journey.ended', 'journey.reversed', 'action', 'module.start'])(
    'tells no person its news: %s',
    (topic) => {
      expect(mayTell({ topic, payload: opened })).toBe(false)
      expect(asked(topic, opened)).toEqual([])
    },
  )
})

describe('what is asked of every message', () => {
  it('rules out what waits for a case role', () => {
    expect(mayTell({ topic: 'task.opened', payload: { ...opened, assignee: null } })).toBe(false)
  })

  it('rules out nothing that tells somebody', () => {
    for (const topic of ['task.opened', 'task.delegated', 'task.overdue', 'followUp.warning']) {
      expect(mayTell({ topic, payload: opened }), topic).toBe(true)
    }
    for (const topic of ['journey.started', 'journey.handedOver']) expect(mayTell({ topic, payload: {} })).toBe(true)
  })
})
