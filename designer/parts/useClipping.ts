import { type ClipboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { clippingText } from '../editing/clippingText.ts'
import { type Clipping, copyThing, duplicate, pasteClipping, pasteRefusal } from '../editing/edits/clipboard.ts'
import { removeChosen } from '../editing/edits/removeChosen.ts'
import { removalName } from '../editing/removalName.ts'
import { useEdits, useOpenDraft } from '../editor/DraftContext.tsx'
import { placeName } from '../model/placeName.ts'
import { openedIn, type Place, stateOrPathway } from '../model/places.ts'
import { loadLater } from './loadLater.ts'
import { tell } from './Told.tsx'

// what reads texts from elsewhere is large, and not needed before something is pasted
const loadReader = loadLater(() => import('../editing/readClipping.ts'))

/** What was copied in this window last: for a browser that keeps its clipboard to itself. */
let last: Clipping | undefined

/**
 * Copying, cutting, pasting and duplicating what is chosen: by the system's keys (the events), and from menus.
 * @param isShown what can be chosen in place of what is cut; always the same function
 */
export function useClipping(isShown?: (place: Place) => boolean) {
  const { t, i18n } = useTranslation('outline')
  const { store } = useOpenDraft()
  const { edit } = useEdits()
  const language = i18n.language as Language
  return useMemo(() => {
    const nameOf = (place: Place): string => placeName(store.getState().now.document, place, language)
    /** @returns the text for the system's clipboard */
    const take = (place: Place): string | undefined => {
      const clipping = copyThing(store.getState().now.document, place)
      if (!clipping) {
        tell(t('cannotCopy'), 'refused')
        return undefined
      }
      last = clipping
      tell(t('copied', { name: nameOf(place) }))
      return clippingText(clipping)
    }
    const takeAway = (place: Place): void => {
      edit(removalName(store.getState().now.document, place, language), removeChosen(place, isShown))
    }
    const put = async (text: string | undefined, chosen: Place, inside: boolean): Promise<void> => {
      // onto a task that opens in a state: into that state
      const state = openedIn(chosen)
      const at = state === undefined ? chosen : stateOrPathway(state)
      const reader = await loadReader().catch(() => undefined)
      if (!reader) return tell(t('pasteNotLoaded'), 'refused')
      const clipping = text === undefined || text === '' ? last : reader.readClipping(text)
      if (!clipping) return tell(t(text === undefined ? 'clipboardClosed' : 'notAClipping'), 'refused')
      const name = placeName(clipping.part, clipping.place, language)
      const refusal = pasteRefusal(clipping, at, store.getState().now.document)
      if (refusal) return tell(t(refusal, { name }), 'refused')
      edit({ text: 'paste', values: { name } }, pasteClipping(clipping, at, inside))
      tell(t('pasted', { name }))
    }
    const keep = async (text: string): Promise<void> => {
      // a browser may refuse; what was copied can still be pasted in this window
      await navigator.clipboard?.writeText(text).catch(() => undefined)
    }
    return {
      copy(place: Place): void {
        const text = take(place)
        if (text !== undefined) void keep(text)
      },
      cut(place: Place): void {
        const text = take(place)
        if (text === undefined) return
        void keep(text)
        takeAway(place)
      },
      async paste(at: Place, inside = false): Promise<void> {
        await put(await navigator.clipboard?.readText().catch(() => undefined), at, inside)
      },
      /** For `copy`, `cut` and `paste` of the element that has the focus. */
      onClipboard(event: ClipboardEvent, place: Place): void {
        event.preventDefault()
        if (event.type === 'paste') {
          void put(event.clipboardData.getData('text/plain'), place, false)
          return
        }
        const text = take(place)
        if (text === undefined) return
        event.clipboardData.setData('text/plain', text)
        if (event.type === 'cut') takeAway(place)
      },
      duplicate(place: Place): void {
        if (place.kind === 'pathway') tell(t('cannotCopy'), 'refused')
        else edit({ text: 'duplicate', values: { name: nameOf(place) } }, duplicate(place))
      },
    }
  }, [t, language, store, edit, isShown])
}
