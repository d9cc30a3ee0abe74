import type { DraftDocument, DraftState } from '../model/document.ts'

/**
 * A draft as it would be if it were published now: a module that names no version gets the one that is in use, as publishing
 * gives it. So what only stays open is not told as a change.
 * @param versions of published pathways, by their ids
 */
export function asPublishedNow(document: DraftDocument, versions: ReadonlyMap<string, number>): DraftDocument {
  return { ...document, ...bound(document as DraftState, versions) } as DraftDocument
}

function bound<State extends DraftState>(state: State, versions: ReadonlyMap<string, number>): State {
  const { modules, states } = state
  const each = <T>(record: Record<string, T>, change: (one: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]))
  return {
    ...state,
    ...(modules && {
      modules: each(modules, (one) => {
        const version = one.version ?? versions.get(one.pathway)
        return version === undefined ? one : { ...one, version }
      }),
    }),
    ...(states && { states: each(states, (inner) => bound(inner, versions)) }),
  }
}
