import { useDraft } from '../editor/DraftContext.tsx'

/**
 * Whether what was found is of the draft as it is now: `checking` while this is being saved, `earlier` when it has
 * changed since and cannot be saved.
 */
export function useFindingsAge(): 'now' | 'checking' | 'earlier' {
  const state = useDraft((draft) => draft.saving.state)
  if (state === 'saved') return 'now'
  return state === 'waiting' || state === 'saving' ? 'checking' : 'earlier'
}
