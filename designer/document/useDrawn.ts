import { useEffect, useState } from 'react'
import type { Language } from '../app/language.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Drawn } from './Drawn.ts'
import { drawOnce } from './drawOnce.ts'

/** A drawing as it comes: nothing yet, everything at its place, or word that it could not be made. */
export type Drawing = Drawn | 'failed' | undefined

/** Draws a pathway, anew when something of it changes. */
export function useDrawn(document: DraftDocument, layout: Layout, language: Language): Drawing {
  const [drawing, setDrawing] = useState<Drawing>()
  useEffect(() => {
    const abort = new AbortController()
    drawOnce(document, layout, language, abort.signal)
      .then(setDrawing)
      .catch(() => {
        if (!abort.signal.aborted) setDrawing('failed')
      })
    return () => abort.abort()
  }, [document, layout, language])
  return drawing
}
