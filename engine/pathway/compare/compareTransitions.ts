import type { DraftDocument } from '../words/DraftDocument.ts'
import type { DraftTransition } from '../words/draftTransitions.ts'
import { isSame, spelled } from './sameValue.ts'

/** A transition with what it says in a form that two documents have in common: targets as the later one's paths. */
export interface ComparedTransition extends DraftTransition {
  said: DraftDocument
}

/** How the candidates of one event differ. */
export interface TransitionChanges {
  pairs: readonly (readonly [from: ComparedTransition, to: ComparedTransition])[]
  removed: readonly ComparedTransition[]
  added: readonly ComparedTransition[]
  /** the first pair that stands behind one it stood before */
  moved: readonly [from: ComparedTransition, to: ComparedTransition] | undefined
}

/** Pairs the candidates of one event: those that say the same, then those that lead to the same, then by their order. */
export function compareTransitions(
  from: readonly ComparedTransition[],
  to: readonly ComparedTransition[],
): TransitionChanges {
  const pairs: (readonly [ComparedTransition, ComparedTransition])[] = []
  let [removed, added] = [[...from], [...to]]
  const pairBy = (isPair: (a: ComparedTransition, b: ComparedTransition) => boolean) => {
    for (const one of [...removed]) {
      const other = added.find((candidate) => isPair(one, candidate))
      if (!other) continue
      pairs.push([one, other])
      removed = removed.filter((left) => left !== one)
      added = added.filter((left) => left !== other)
    }
  }
  pairBy((a, b) => spelled(a.said) === spelled(b.said))
  pairBy((a, b) => isSame(a.said.target, b.said.target))
  pairBy(() => true)
  const inOrder = pairs.toSorted(([a], [b]) => a.index - b.index)
  const moved = inOrder.find(([, b], at) => inOrder.slice(at + 1).some(([, later]) => later.index < b.index))
  return { pairs, removed, added, moved }
}
