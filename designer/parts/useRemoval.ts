import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../engine/pathway/words/index.ts'
import { removeChosen } from '../editing/edits/removeChosen.ts'
import { removalName } from '../editing/removalName.ts'
import { useEdits, useOpenDraft } from '../editor/DraftContext.tsx'
import { placeName } from '../model/placeName.ts'
import type { Place } from '../model/places.ts'
import { announce } from './Announcer.tsx'
import { tell } from './Told.tsx'

/**
 * Takes away what is chosen, where it is chosen, and says so; the same on the drawing and in the outline.
 * @param isShown what of its neighbours can be chosen in its place; always the same function
 */
export function useRemoval(isShown?: (place: Place) => boolean): (place: Place) => void {
  const { t, i18n } = useTranslation('outline')
  const { store } = useOpenDraft()
  const { edit } = useEdits()
  const language = i18n.language as Language
  return useCallback(
    (place) => {
      if (place.kind === 'pathway') return tell(t('cannotRemove'), 'refused')
      const { document } = store.getState().now
      announce(t('removed', { name: placeName(document, place, language) }))
      edit(removalName(document, place, language), removeChosen(place, isShown))
    },
    [t, language, store, edit, isShown],
  )
}
