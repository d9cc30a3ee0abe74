import type { Text } from '../../engine/pathway/values.ts'
import { freeKey, keyFrom } from '../editing/edits/names.ts'
import { renamePathway } from '../editing/edits/targetIds.ts'
import type { DraftDocument } from '../model/document.ts'
import { readPathway } from '../model/readPathway.ts'

/**
 * A pathway of its own made of another: under a title that tells them apart and an id that nothing has yet, so that it is never
 * published over the one that it was made of.
 * @param taken ids of all pathways, published or drawn
 */
export function ownPathway(document: DraftDocument, taken: readonly string[]): DraftDocument {
  const title = copyTitle(document.title)
  return { ...underFreeId(document, taken, keyFrom(title.fi, 'polku')), title }
}

/** The same pathway under an id that no other has: its own where it can be. */
export function underFreeId(document: DraftDocument, taken: readonly string[], like = document.id): DraftDocument {
  const states = [...readPathway(document).states.values()].flatMap(({ path, definition }) =>
    path === '' ? [] : (definition.id ?? []),
  )
  const rename = renamePathway(freeId(like, [...taken, ...states]))
  return rename({ document, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

/** An id like the one given that no pathway has. */
export const freeId = (id: string, taken: readonly string[]): string =>
  freeKey(id, Object.fromEntries(taken.map((one) => [one, true])))

const copyTitle = ({ fi, sv, en }: Text): Text => ({
  fi: `${fi} (kopio)`,
  ...(sv !== undefined && { sv: `${sv} (kopia)` }),
  ...(en !== undefined && { en: `${en} (copy)` }),
})
