import { type DraftDocument, namesOf } from '../words/DraftDocument.ts'
import { draftTransitions, targetsOf } from '../words/draftTransitions.ts'
import type { ComparedTransition } from './compareTransitions.ts'

/**
 * The transitions of a document by the event they are candidates of, in a form that two documents have in common.
 *
 * @param pairs the states that both documents have, by their paths in the later one; those of other states are left out
 */
export function comparedTransitions(
  document: DraftDocument,
  pairs: ReadonlyMap<string, string>,
): ReadonlyMap<string, ComparedTransition[]> {
  const groups = new Map<string, ComparedTransition[]>()
  for (const transition of draftTransitions(document)) {
    const { definition, source, kind, event } = transition
    const from = pairs.get(source)
    if (from === undefined) continue
    const leads = targetsOf(document, transition)
    const written = namesOf(definition.target)
    const target =
      written.length === 0
        ? definition.target
        : leads.map((one) => (one.path === undefined ? one.written : `#${pairs.get(one.path) ?? one.path}`))
    const said = { ...definition, target }
    const group = `${from} ${kind} ${event}`
    groups.set(group, [...(groups.get(group) ?? []), { ...transition, said }])
  }
  return groups
}
