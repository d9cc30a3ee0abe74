import { useTranslation } from 'react-i18next'
import { type Language, roleName } from '../../../engine/pathway/words/index.ts'
import { choose, type Edit, inTurn } from '../../editing/edits/edit.ts'
import { addListed, takenNames } from '../../editing/edits/listed.ts'
import { freeKey, keyFrom } from '../../editing/edits/names.ts'
import { useDraft } from '../../editor/DraftContext.tsx'
import type { DraftDocument } from '../../model/document.ts'
import type { ListedKind } from '../../model/places.ts'
import type { PickOption } from './PickOne.tsx'

/** The case roles of the document, by their names. */
export function useRoles(): PickOption[] {
  const { i18n } = useTranslation()
  const caseRoles = useDraft(({ now }) => now.document.caseRoles)
  return Object.keys(caseRoles ?? {}).map((value) => ({
    value,
    label: roleName({ caseRoles }, value, i18n.language as Language),
  }))
}

/** The key that a new thing of a name gets. */
export function newKey(document: DraftDocument, kind: ListedKind, name: string, fallback: string): string {
  return freeKey(keyFrom(name, fallback), takenNames(document, kind))
}

/** Lists a new thing and does something with it, and stays where one is: one step of undo. */
export function withNew(kind: ListedKind, key: string, definition: object, then: Edit): Edit {
  return (now) => inTurn(addListed(kind, key, definition), choose(now.selection), then)(now)
}
