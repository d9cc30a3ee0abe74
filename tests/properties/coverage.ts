import type { Outcome } from '../support/outcomeOf.ts'
import type { WatchedStep } from './watch.ts'

const circumstances = [
  'history',
  'parallel regions',
  'unknown criteria',
  'overrides',
  'late timers',
  'back-dated commands',
  'proposals',
  'automatic steps',
  'skipped occurrences',
  'refusals',
  'reversals',
  'suspensions',
  'moved timers',
  'modules',
  'modules that ended',
  'modules left running',
  'modules held',
  'late versions',
] as const
type Circumstance = (typeof circumstances)[number]

/** In how many runs something came up at least once. */
export interface Coverage {
  runs: number
  commands: number
  in: Map<Circumstance, number>
}

export const newCoverage = (): Coverage => ({ runs: 0, commands: 0, in: new Map() })

/** What has come up in one run. */
export type Seen = Set<Circumstance>

export function noteStep(seen: Seen, { placed, after, pathway }: WatchedStep): void {
  const { entry, type } = placed
  const note = (what: Circumstance, isSo: boolean) => {
    if (isSo) seen.add(what)
  }
  note(
    'history',
    entry.changes.some((one) => one.change === 'visitContinued'),
  )
  note(
    'parallel regions',
    after.visits.some((visit) => pathway.states.get(visit.state)?.type === 'parallel'),
  )
  note(
    'unknown criteria',
    entry.criteria.some((one) => one.value === 'unknown'),
  )
  note('overrides', entry.override !== undefined)
  note('late timers', entry.timer?.late === true)
  note('skipped occurrences', entry.timer?.skipped !== undefined)
  note('back-dated commands', type !== 'timer' && placed.occurredAt < placed.recordedAt)
  note(
    'proposals',
    entry.changes.some((one) => one.change === 'taskOpened' && one.task.kind === 'proposal'),
  )
  note(
    'automatic steps',
    entry.taken.some((id) => (pathway.transitions.get(id)?.kind ?? 'on') !== 'on'),
  )
  note('reversals', type === 'reverse')
  note('suspensions', after.suspensions.length > 0)
  note(
    'moved timers',
    entry.changes.some((one) => one.change === 'timerMoved'),
  )
  note('modules', after.children.length > 0)
  note('modules that ended', type === 'moduleEnded')
  note(
    'modules left running',
    entry.changes.some((one) => one.change === 'moduleLeft'),
  )
  note(
    'modules held',
    after.suspensions.some((one) => one.ofParent !== undefined),
  )
  note('late versions', after.version > 1)
}

export function noteOutcome(seen: Seen, outcome: Outcome): void {
  if ('answer' in outcome) return
  seen.add('refusals')
  if (outcome.refused.code === 'unknown') seen.add('unknown criteria')
}

export function noteRun(coverage: Coverage, seen: Seen, commands: number): void {
  coverage.runs += 1
  coverage.commands += commands
  for (const one of seen) coverage.in.set(one, (coverage.in.get(one) ?? 0) + 1)
}

/** The share of runs in which each came up, per cent; not rounded, for what is compared with a bound. */
export function sharesOf(coverage: Coverage): Record<Circumstance, number> {
  const share = (one: Circumstance) => (100 * (coverage.in.get(one) ?? 0)) / Math.max(1, coverage.runs)
  return Object.fromEntries(circumstances.map((one) => [one, share(one)])) as Record<Circumstance, number>
}

export function tableOf(coverage: Coverage): string {
  const lines = circumstances.map((one) => {
    const count = coverage.in.get(one) ?? 0
    return `  ${one.padEnd(22)}${String(count).padStart(4)}${sharesOf(coverage)[one].toFixed(1).padStart(7)} %`
  })
  return [`${coverage.runs} runs, ${coverage.commands} commands; came up in so many runs:`, ...lines].join('\n')
}
