import type { PlayedWalk, WalkPoint } from './playWalk.ts'
import type { WalkRefusal } from './refusalOr.ts'
import type { Expected } from './scenarioSchemas.ts'

/** In what a walk came out otherwise than it must. */
export type ScenarioDifference =
  | { what: 'states' | 'tasks'; expected: string[]; found: string[] }
  | { what: 'status' | 'end'; expected: string | null; found: string | null }
  | { what: 'due'; name: string; expected: string; found: string | null }
  /** without a step: the journey could not even begin */
  | { what: 'refused'; step?: number; expected: boolean; found: WalkRefusal | null }

/** How a scenario fared on a document. */
export interface ScenarioResult {
  scenario: string
  name: string
  passed: boolean
  differences: ScenarioDifference[]
}

/** How a walk came out, in the form in which it is expected; undefined when it could not begin. */
export function outcomeOf({ points }: PlayedWalk): Expected | undefined {
  const last = points.at(-1)
  if (!last) return undefined
  return {
    states: [...last.states].sort(),
    status: last.status,
    endCode: last.end?.code ?? null,
    tasks: last.tasks.map(({ name }) => name).sort(),
    refused: points.flatMap(({ index, refused }) => (index !== null && refused ? [index] : [])),
    due: dueDates(last),
  }
}

/** Holds a walk against what is expected of it. */
export function differencesOf(expected: Expected, played: PlayedWalk): ScenarioDifference[] {
  const found = outcomeOf(played)
  if (!found) return [{ what: 'refused', expected: false, found: played.refused }]
  const differences: ScenarioDifference[] = []
  for (const { index, refused } of played.points) {
    if (index === null || expected.refused.includes(index) === (refused !== null)) continue
    differences.push({ what: 'refused', step: index, expected: refused === null, found: refused })
  }
  if (found.status !== expected.status) {
    differences.push({ what: 'status', expected: expected.status, found: found.status })
  }
  if (found.endCode !== expected.endCode) {
    differences.push({ what: 'end', expected: expected.endCode, found: found.endCode })
  }
  for (const what of ['states', 'tasks'] as const) {
    const wanted = [...expected[what]].sort()
    if (JSON.stringify(wanted) !== JSON.stringify(found[what])) {
      differences.push({ what, expected: wanted, found: found[what] })
    }
  }
  for (const [name, date] of Object.entries(expected.due)) {
    const is = Object.hasOwn(found.due, name) ? (found.due[name] ?? null) : null
    if (is !== date) differences.push({ what: 'due', name, expected: date, found: is })
  }
  return differences
}

/** Of each follow-up and delay that runs, the next date. */
function dueDates({ timers }: WalkPoint): Record<string, string> {
  const dates = new Map<string, string>()
  for (const { kind, name, dueDate, isStopped } of timers) {
    if (isStopped || (kind !== 'followUp' && kind !== 'after')) continue
    const known = dates.get(name)
    if (known === undefined || dueDate < known) dates.set(name, dueDate)
  }
  return Object.fromEntries([...dates].sort(([a], [b]) => (a < b ? -1 : 1)))
}
