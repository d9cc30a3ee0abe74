import { describe, expect, it } from 'vitest'
import { asDraftDocument } from '../../designer/model/document.ts'
import { marksOf } from '../../designer/versions/marks.ts'
import { comparePathways } from '../../engine/pathway/compare/index.ts'
import suunto from '../../workflows/suunto.ts'

/** What is marked on both sides when Suunto becomes another. */
function marked(change: (after: typeof suunto) => void) {
  const after = structuredClone(suunto)
  change(after)
  const [old, now] = [asDraftDocument(suunto), asDraftDocument(after)]
  const changes = comparePathways(old, now)
  return { before: marksOf(changes, 'before', old), after: marksOf(changes, 'after', now) }
}

describe('marks of what differs', () => {
  it('stand on every line that asks a criterion, on both sides, when five days become four', () => {
    const { before, after } = marked(({ criteria }) => {
      Object.assign(criteria?.sitoutuminen ?? {}, { when: 'daysPerWeek >= 4 and hoursPerDay >= 6' })
    })
    const asking = Object.entries(suunto.states).flatMap(([state, { on = {} }]) =>
      Object.entries(on).flatMap(([event, to]) =>
        JSON.stringify(to).includes('"sitoutuminen"') ? [`transition:${state}:on:${event}:0`] : [],
      ),
    )
    expect(asking.length).toBeGreaterThan(1)
    for (const { lines } of [before, after]) {
      expect([...lines.keys()].sort()).toEqual(asking.sort())
      expect(new Set(lines.values())).toEqual(new Set(['changed']))
    }
  })

  it('stand on the sheets where a task is promised, for the task and for the role that does it', () => {
    const promised = Object.entries(suunto.states).flatMap(([state, { followUps = {} }]) =>
      Object.values(followUps).flatMap(({ task }) => (task === undefined ? [] : [{ state, task }])),
    )
    expect(promised.length).toBeGreaterThan(0)
    for (const { state, task } of promised) {
      const ofTask = marked(({ taskDefinitions }) => {
        Object.assign(taskDefinitions?.[task] ?? {}, { due: 'P77D' })
      })
      expect([ofTask.before.sheets.get(state), ofTask.after.sheets.get(state)]).toEqual(['changed', 'changed'])
      const ofRole = marked(({ caseRoles, taskDefinitions }) => {
        Object.assign(caseRoles?.[taskDefinitions?.[task]?.role ?? ''] ?? {}, { label: { fi: 'Joku muu' } })
      })
      expect(ofRole.after.sheets.get(state)).toBe('changed')
    }
  })

  it('stand where a parameter times what is done, and on what holds everywhere for an exit', () => {
    const vali = { type: 'duration', label: { fi: 'Väli' }, default: 'P1M', origin: 'ours' }
    const before = asDraftDocument({
      id: 'p',
      parameters: { vali },
      exits: { muutto: { label: { fi: 'Muutto' }, outcome: 'transferred' } },
      initial: 'a',
      states: { a: { followUps: { f: { every: { parameter: 'vali' } } } }, b: { after: { vali: 'a' } } },
    })
    const after = asDraftDocument({ ...before, parameters: { vali: { ...vali, default: 'P2M' } }, exits: {} })
    const changes = comparePathways(before, after)
    expect(marksOf(changes, 'before', before)).toEqual({
      sheets: new Map([
        ['a', 'changed'],
        ['@', 'changed'],
      ]),
      lines: new Map([['transition:b:after:vali:0', 'changed']]),
    })
  })

  it('stand on a state that was renamed where it stood and where it stands', () => {
    const state = { label: { fi: 'Yksi' }, description: { fi: 'Jotakin' } }
    const [before, after] = [
      { id: 'p', states: { a: state } },
      { id: 'p', states: { b: state } },
    ].map(asDraftDocument)
    if (!before || !after) throw new Error('no documents')
    const changes = comparePathways(before, after)
    expect([...marksOf(changes, 'before', before).sheets.keys()]).toEqual(['a'])
    expect([...marksOf(changes, 'after', after).sheets.keys()]).toEqual(['b'])
  })
})
