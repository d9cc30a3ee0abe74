import { roleName } from '../../../engine/pathway/words/index.ts'
import { choose, type Edit, inTurn } from '../../editing/edits/edit.ts'
import { addListed, takenNames } from '../../editing/edits/listed.ts'
import { freeKey, keyFrom } from '../../editing/edits/names.ts'
import type { DraftDocument } from '../../model/document.ts'
import type { ListedKind } from '../../model/places.ts'
import type { PickOption } from './PickOne.tsx'
import { useReader } from './useReader.ts'

/** The case roles of the document, by their names. */
export function useRoles(): PickOption[] {
  const { document, language } = useReader()
  return Object.keys(document.caseRoles ?? {}).map((value) => ({ value, label: roleName(document, value, language) }))
}

/** The key that a new thing of a name gets. */
export function newKey(document: DraftDocument, kind: ListedKind, name: string, fallback: string): string {
  return freeKey(keyFrom(name, fallback), takenNames(document, kind))
}

/** Lists a new thing and does something with it, and stays where one is: one step of undo. */
export function withNew(kind: ListedKind, key: string, definition: object, then: Edit): Edit {
  return (now) => inTurn(addListed(kind, key, definition), choose(now.selection), then)(now)
}
