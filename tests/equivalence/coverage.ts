import { isDeepStrictEqual } from 'node:util'
import type { CompiledPathway, Transition } from '../../engine/pathway/compilePathway.ts'
import type { Compared, SetAside, SideBySide } from './sideBySide.ts'

/** What comes up, and in how many of a hundred runs at least: half or less of what comes up in most seeds. */
const floors = {
  'nested three deep': 25,
  'parallel regions': 20,
  'sent, and taken': 50,
  'sent, and not heard': 10,
  'criteria false': 40,
  'a later candidate': 10,
  'by `*`': 40,
  'in two regions at once': 4,
  'conflict of regions': 10,
  targetless: 12,
  internal: 35,
  'external by `reenter`': 30,
  'to oneself': 20,
  'to an ancestor': 10,
  'to several regions': 10,
  'shallow history': 12,
  'deep history': 12,
  'history by default': 5,
  'history from inside': 2,
  '`after` fired': 35,
  '`after` cancelled': 20,
  'two due at one instant': 2,
  '`always` taken': 20,
  '`always` by a fact': 3,
  '`onDone` taken': 3,
  ended: 5,
} as const
export type Circumstance = keyof typeof floors

/** In how many runs something came up at least once, and what was not compared. */
export interface Coverage {
  runs: number
  steps: number
  setAside: Record<SetAside, number>
  in: Map<Circumstance, number>
}

export const newCoverage = (): Coverage => ({
  runs: 0,
  steps: 0,
  setAside: { endless: 0, broken: 0, order: 0 },
  in: new Map(),
})

export function noteRun(coverage: Coverage, { compared, setAside }: SideBySide, pathway: CompiledPathway): void {
  coverage.runs += 1
  coverage.steps += compared.length
  for (const why of setAside) coverage.setAside[why] += 1
  const seen = new Set(compared.flatMap((one) => [...circumstancesOf(one, pathway)]))
  for (const one of seen) coverage.in.set(one, (coverage.in.get(one) ?? 0) + 1)
}

function circumstancesOf(compared: Compared, pathway: CompiledPathway): Set<Circumstance> {
  const { move, before, after, entries, enabled } = compared
  const seen = new Set<Circumstance>()
  const note = (what: Circumstance, isSo: boolean) => {
    if (isSo) seen.add(what)
  }
  const taken = entries.flatMap((entry) => entry.taken.flatMap((id) => pathway.transitions.get(id) ?? []))
  const sent = taken.filter(({ kind }) => kind === 'on')
  const remembered = (path: string) =>
    entries.some(({ changes }) =>
      changes.some((one) => one.change === 'configuration' && Object.hasOwn(one.history, path)),
    )
  note(
    'nested three deep',
    after.actions.some((what) => what.startsWith('in ') && what.split('.').length > 2),
  )
  note('parallel regions', hasRegions(after.value))
  note('sent, and taken', sent.length > 0)
  note('sent, and not heard', move.kind === 'send' && enabled === 0)
  note(
    'criteria false',
    entries.some(({ criteria }) => criteria.some(({ value }) => value === false)),
  )
  note(
    'a later candidate',
    taken.some(({ id }) => !id.endsWith('/0')),
  )
  note(
    'by `*`',
    sent.some(({ event }) => event === '*'),
  )
  note('in two regions at once', sent.length > 1)
  note('conflict of regions', move.kind === 'send' && enabled > sent.length)
  note(
    '`after` fired',
    taken.some(({ kind }) => kind === 'after'),
  )
  note(
    '`after` cancelled',
    move.kind === 'send' && !after.isDone && (before?.dues ?? []).some((at) => !after.dues.includes(at)),
  )
  note('two due at one instant', move.kind === 'due' && (before?.dues ?? []).filter((at) => at === move.at).length > 1)
  note(
    '`always` taken',
    taken.some(({ kind }) => kind === 'always'),
  )
  note('`always` by a fact', move.kind === 'record' && taken.some(({ kind }) => kind === 'always'))
  note(
    '`onDone` taken',
    taken.some(({ kind }) => kind === 'done'),
  )
  note('ended', after.isDone)
  for (const transition of taken) {
    noteTargets(transition, pathway, note, remembered)
  }
  return seen
}

function noteTargets(
  { source, targets, definition }: Transition,
  pathway: CompiledPathway,
  note: (what: Circumstance, isSo: boolean) => void,
  remembered: (path: string) => boolean,
): void {
  const isWithin = (path: string, around: string) => around === '' || path === around || path.startsWith(`${around}.`)
  const isInside = (path: string) => path !== source && isWithin(path, source)
  note('targetless', targets.length === 0)
  note('internal', targets.length > 0 && targets.every(isInside) && !definition.reenter)
  note('external by `reenter`', targets.length > 0 && definition.reenter === true)
  note('to oneself', isDeepStrictEqual(targets, [source]))
  note(
    'to an ancestor',
    targets.some((path) => source.startsWith(`${path}.`)),
  )
  note('to several regions', targets.length > 1)
  for (const target of targets) {
    const state = pathway.states.get(target)
    if (state?.type !== 'history') continue
    const isDeep = state.definition.history === 'deep'
    note('shallow history', !isDeep && remembered(target))
    note('deep history', isDeep && remembered(target))
    note('history by default', !remembered(target))
    note('history from inside', isWithin(source, state.parent ?? ''))
  }
}

function hasRegions(value: unknown): boolean {
  if (typeof value === 'string') return false
  const inside = Object.values(value as Record<string, unknown>)
  return inside.length > 1 || inside.some(hasRegions)
}

/** The share of runs in which each came up, per cent, and the least that it may be. */
export function sharesOf(coverage: Coverage): { what: string; share: number; floor: number }[] {
  return Object.entries(floors).map(([what, floor]) => {
    const count = coverage.in.get(what as Circumstance) ?? 0
    return { what, share: Math.round((100 * count) / Math.max(1, coverage.runs)), floor }
  })
}

export function tableOf(coverage: Coverage, title: string): string {
  const { runs, steps, setAside } = coverage
  const lines = sharesOf(coverage).map(
    ({ what, share, floor }) => `  ${what.padEnd(24)}${String(share).padStart(4)} %, at least ${floor}`,
  )
  const aside = `set aside: ${setAside.broken} journeys that XState tears, ${setAside.order} where the order of entry decides, ${setAside.endless} without end`
  return [`${title}: ${runs} machines, ${steps} comparisons; ${aside}. Came up in so many of them:`, ...lines].join(
    '\n',
  )
}
