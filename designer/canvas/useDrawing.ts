import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../engine/pathway/words/index.ts'
import { useDraft, useModel } from '../editor/DraftContext.tsx'
import type { Drawing } from './drawing/Drawing.ts'
import { drawPathway, nothingDrawn } from './drawing/drawPathway.ts'
import type { Say } from './drawing/Say.ts'

const nothing: readonly string[] = []

/** Texts of the drawing in the reader's language. */
export function useSay(): { say: Say; language: Language } {
  const { t, i18n } = useTranslation('canvas')
  const language = i18n.language as Language
  // `t` is another function whenever the language changes
  return useMemo(() => ({ say: (text, values) => t(text as 'everywhere', values ?? {}), language }), [t, language])
}

/** The open draft as it is drawn, before anything has a place. */
export function useDrawing(): Drawing {
  const model = useModel()
  const collapsed = useDraft(({ now }) => now.layout.collapsed) ?? nothing
  const { say, language } = useSay()
  const [before] = useState(nothingDrawn)
  return useMemo(
    () => drawPathway(model, { say, language, collapsed }, before),
    [model, say, language, collapsed, before],
  )
}
