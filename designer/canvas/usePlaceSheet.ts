import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { placeSheet } from '../editing/edits/place.ts'
import { useEdits, useOpenDraft } from '../editor/DraftContext.tsx'
import { placeName } from '../model/placeName.ts'
import { stateOfSheet } from './drawing/Drawing.ts'
import type { Point } from './layout/geometry.ts'
import { useSay } from './useDrawing.ts'

/** Puts a sheet somewhere; moved again and again by keys it is one step of undo. */
export function usePlaceSheet(): (sheet: string, to: Point) => void {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { store } = useOpenDraft()
  const { edit } = useEdits()
  return useCallback(
    (sheet, to) => {
      const { document } = store.getState().now
      const state = stateOfSheet(sheet)
      const name = state === '' ? t('everywhere') : placeName(document, { kind: 'state', state }, language)
      const at = { x: Math.round(to.x), y: Math.round(to.y) }
      edit({ text: 'place', values: { name } }, placeSheet(sheet, at), `place ${sheet}`)
    },
    [store, edit, t, language],
  )
}
