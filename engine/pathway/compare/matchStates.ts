import type { DraftState } from '../words/draftStates.ts'
import { spelled } from './sameValue.ts'

/** The states of two documents that are the same state, by their paths; and those that have no like. */
export interface MatchedStates {
  /** from the earlier document's path to the later one's */
  pairs: ReadonlyMap<string, string>
  removed: readonly string[]
  added: readonly string[]
}

type States = ReadonlyMap<string, DraftState>

/** How alike two states must be to be taken for one: the share of what both say in what either says. */
const alikeEnough = 0.5

/**
 * Pairs states by their paths, then those left over: a state under another key in the same parent was renamed, one under
 * the same key in another parent was moved, if what they hold is mostly alike. The states inside a pair are paired
 * likewise. It makes no difference which document comes first.
 */
export function matchStates(from: States, to: States): MatchedStates {
  const pairs = new Map<string, string>()
  const removed = new Set<string>()
  const added = new Set<string>()
  const pair = (a: string, b: string) => {
    pairs.set(a, b)
    removed.delete(a)
    added.delete(b)
    const [inside, there] = [childrenByKey(from, a), childrenByKey(to, b)]
    for (const [key, child] of inside) {
      const same = there.get(key)
      if (same === undefined) removed.add(child)
      else pair(child, same)
    }
    for (const [key, child] of there) if (!inside.has(key)) added.add(child)
  }
  pair('', '')
  for (let best = likest(from, to, pairs, removed, added); best; best = likest(from, to, pairs, removed, added)) {
    pair(best.a, best.b)
  }
  return { pairs, removed: withInside(from, removed), added: withInside(to, added) }
}

function childrenByKey(states: States, path: string): Map<string, string> {
  const children = states.get(path)?.children ?? []
  return new Map(children.map((child) => [states.get(child)?.key ?? child, child]))
}

interface Candidate {
  a: string
  b: string
  likeness: number
}

/** The likest two of the states left over; of several, the same whichever document comes first. */
function likest(
  from: States,
  to: States,
  pairs: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
  added: ReadonlySet<string>,
): Candidate | undefined {
  let best: Candidate | undefined
  const order = ({ a, b }: Candidate) => [a, b].sort().join('|')
  for (const a of removed) {
    for (const b of added) {
      const [one, other] = [from.get(a), to.get(b)]
      if (!one || !other) continue
      const isRenamed = pairs.get(one.parent ?? '') === other.parent
      if (isRenamed === (one.key === other.key)) continue
      const likeness = likenessOf(one, other, isRenamed)
      const candidate = { a, b, likeness }
      if (likeness < alikeEnough || (best && best.likeness > likeness)) continue
      if (!best || likeness > best.likeness || order(candidate) < order(best)) best = candidate
    }
  }
  return best
}

/** The share of leaves that two states have in common. Of two that say nothing, those of one name are alike. */
function likenessOf(one: DraftState, other: DraftState, isRenamed: boolean): number {
  const [a, b] = [leavesOf(one.definition), leavesOf(other.definition)]
  const common = [...a].filter((leaf) => b.has(leaf)).length
  const all = a.size + b.size - common
  return all === 0 ? (isRenamed ? 0 : 1) : common / all
}

const known = new WeakMap<object, ReadonlySet<string>>()

function leavesOf(definition: object): ReadonlySet<string> {
  const before = known.get(definition)
  if (before) return before
  const leaves = new Set<string>()
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) leaves.add(`${path}=${spelled(value)}`)
    else for (const [key, inside] of Object.entries(value)) if (key !== 'target') visit(inside, `${path}/${key}`)
  }
  visit(definition, '')
  known.set(definition, leaves)
  return leaves
}

/** States with those inside them. */
function withInside(states: States, topmost: ReadonlySet<string>): string[] {
  return [...states.keys()].filter((path) => [...topmost].some((one) => path === one || path.startsWith(`${one}.`)))
}
