import type { TransitionKind } from '../stateTree.ts'
import { resolveTarget } from '../verify/analysis/resolveTarget.ts'
import { type DraftDocument, listOf, namesOf, recordOf, stringOf } from './DraftDocument.ts'
import { type DraftState, draftState, draftStates, pointerKey, statesByPath } from './draftStates.ts'
import { oncePerDocument } from './oncePerDocument.ts'

/** A transition of a draft with its place. `id` is that of a published pathway's transition. */
export interface DraftTransition {
  /** `<source>/<event, after:key, always or done>/<n>` */
  id: string
  /** the path of the state it leaves */
  source: string
  kind: TransitionKind
  /** the event; for `after` its key, for the others the kind */
  event: string
  /** its place among the candidates of its event */
  index: number
  definition: DraftDocument
  /** its place in the document, as a JSON pointer */
  pointer: string
}

/** Which transition is meant, and what it says. */
export type TransitionAddress = Pick<DraftTransition, 'source' | 'kind' | 'event'> & { definition: unknown }

/** Every transition of a draft, state by state, in the order in which they are candidates; listed once, as states are. */
export const draftTransitions: (document: DraftDocument) => readonly DraftTransition[] = oncePerDocument((document) =>
  draftStates(document).flatMap(transitionsOfState),
)

/** Every transition of one state. */
export function transitionsOfState({ path, definition, pointer }: DraftState): DraftTransition[] {
  const places = (kind: TransitionKind, event: string, name: string, at: string, written: unknown): DraftTransition[] =>
    listOf(written).map((one, index) => ({
      id: `${path}/${name}/${index}`,
      source: path,
      kind,
      event,
      index,
      definition: typeof one === 'string' ? { target: one } : recordOf(one),
      pointer: Array.isArray(written) ? `${pointer}/${at}/${index}` : `${pointer}/${at}`,
    }))
  const { on, after, always, onDone } = definition
  return [
    ...Object.entries(recordOf(on)).flatMap(([event, written]) =>
      places('on', event, event, `on/${pointerKey(event)}`, written),
    ),
    ...Object.entries(recordOf(after)).flatMap(([key, written]) =>
      places('after', key, `after:${key}`, `after/${pointerKey(key)}`, written),
    ),
    ...places('always', 'always', 'always', 'always', always),
    ...places('done', 'done', 'done', 'onDone', onDone),
  ]
}

/** A target as it is written, and the path of the state it leads to; undefined when it leads nowhere. */
export interface DraftTarget {
  written: string
  path: string | undefined
}

/** Where a transition leads. */
export function targetsOf(document: DraftDocument, { source, definition }: TransitionAddress): DraftTarget[] {
  const from = draftState(document, source) ?? { path: source, parent: undefined }
  return namesOf(recordOf(definition).target).map((written) => {
    const leads = resolveTarget(written, from, statesByPath(document), idsOf(document))
    return { written, path: 'state' in leads ? leads.state : undefined }
  })
}

/** Paths of states by the ids that a draft gives them. */
const idsOf = oncePerDocument((document: DraftDocument): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>()
  for (const { path, definition, key } of draftStates(document)) {
    const id = path === '' ? key : stringOf(definition.id)
    if (id !== undefined) ids.set(id, path)
  }
  return ids
})

/** Whether an event that nobody sends (a follow-up's, a module's) is taken without asking, wherever it is handled. */
export function isSentAutomatically(document: DraftDocument, event: string): boolean {
  const driven = draftTransitions(document).filter((one) => one.kind === 'on' && one.event === event)
  return driven.length > 0 && driven.every(({ definition }) => definition.automatic === true)
}
