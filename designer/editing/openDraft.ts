import { type Autosave, type AutosaveParts, autosave } from './autosave.ts'
import { draftBody, markOf } from './draftBody.ts'
import { createDraftStore, type DraftStore, type OpenedDraft } from './draftStore.ts'

/** A draft that is being edited. */
export interface OpenDraft {
  store: DraftStore
  saving: Autosave
  /** what was done here last time and never reached the server is in it again */
  isRestored: boolean
}

/** Opens a draft that the server has, with what was done to it here last time and never reached the server. */
export function openDraft(draft: OpenedDraft, parts: Omit<AutosaveParts, 'unanswered'>): OpenDraft {
  const store = createDraftStore(draft)
  const copy = parts.copies.read()
  if (!copy || markOf(draftBody(copy)) === markOf(draftBody(draft))) {
    parts.copies.drop()
    return { store, saving: autosave(store, parts), isRestored: false }
  }
  const { revision, document, layout, unanswered } = copy
  // done to an older revision: saving it is refused, and the person decides
  store.setState({ revision })
  const saving = autosave(store, { ...parts, unanswered })
  store.getState().edit({ text: 'restored' }, ({ selection }) => ({ document, layout, selection }))
  return { store, saving, isRestored: true }
}
