import type { Text } from '../../engine/pathway/values.ts'
import { keyFrom } from '../editing/edits/names.ts'
import { renamePathway } from '../editing/edits/targetIds.ts'
import type { DraftDocument } from '../model/document.ts'
import { readPathway } from '../model/readPathway.ts'
import { freePathwayId } from './freePathwayId.ts'

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
  const rename = renamePathway(freePathwayId(like, [...taken, ...states]))
  return rename({ document, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

const copyTitle = ({ fi, sv, en }: Text): Text => ({
  fi: `${fi} (kopio)`,
  ...(sv !== undefined && { sv: `${sv} (kopia)` }),
  ...(en !== undefined && { en: `${en} (copy)` }),
})
