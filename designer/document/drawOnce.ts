import i18next from 'i18next'
import type { Language } from '../app/language.ts'
import { drawPathway } from '../canvas/drawing/drawPathway.ts'
import type { Say } from '../canvas/drawing/Say.ts'
import type { LaidOut } from '../canvas/layout/LaidOut.ts'
import { type Answered, type Asked, shapesOf } from '../canvas/layoutMessages.ts'
import { takeLayouts } from '../canvas/layoutWorkers.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import { readPathway } from '../model/readPathway.ts'
import type { Drawn } from './Drawn.ts'

/** As wide and high as what is written on a sheet of A4, in pixels of the drawing. */
const sheetOfPaper = { width: 900, height: 1250 }

/**
 * Draws a pathway once, with all its sheets open: for a file, a printed document or a comparison.
 * @throws Error when it cannot be laid out, or when it is not wanted any more
 */
export async function drawOnce(
  document: DraftDocument,
  { positions, direction }: Layout,
  language: Language,
  signal?: AbortSignal,
): Promise<Drawn> {
  const t = i18next.getFixedT(language, 'canvas')
  const say: Say = (text, values) => t(text as 'everywhere', values ?? {})
  const drawing = drawPathway(readPathway(document), { say, language, collapsed: [] })
  const worker = takeLayouts()
  try {
    const laidOut = await new Promise<LaidOut>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) =>
        'failed' in data ? reject(new Error(data.failed)) : resolve(data.laidOut)
      worker.onerror = () => reject(new Error('the drawing could not be laid out'))
      signal?.addEventListener('abort', () => reject(new Error('not wanted any more')))
      const toLayOut = { ...shapesOf(drawing), positions, direction: direction ?? 'auto' } as const
      const asked: Asked = { turn: 1, drawing: toLayOut, pane: sheetOfPaper }
      worker.postMessage(asked)
    })
    return { drawing, laidOut }
  } finally {
    worker.terminate()
  }
}
