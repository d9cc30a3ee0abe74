import type { Language } from '../app/language.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import { loadLater } from '../parts/loadLater.ts'
import { saveFile } from './saveFile.ts'

const loadDrawing = loadLater(() => import('../document/drawOnce.ts'))
const loadSvg = loadLater(() => import('../canvas/exportSvg.ts'))
const loadMermaid = loadLater(() => import('../../engine/pathway/exportMermaid.ts'))

/** What is taken out: a draft or a version. */
export interface TakenOut {
  document: DraftDocument
  layout: Layout
  /** what the files are called, without their endings: `suunto-3`, `suunto-luonnos` */
  name: string
}

/** The document itself, as it can be brought in again. */
export function takeOutJson({ document, name }: { document: object; name: string }): void {
  saveFile(`${name}.json`, 'application/json', `${JSON.stringify(document, null, 2)}\n`)
}

/** The drawing as a picture. @throws Error when it cannot be laid out */
export async function takeOutSvg({ document, layout, name }: TakenOut, language: Language): Promise<void> {
  const [{ drawOnce }, { exportSvg }] = await Promise.all([loadDrawing(), loadSvg()])
  const { drawing, laidOut } = await drawOnce(document, layout, language)
  saveFile(`${name}.svg`, 'image/svg+xml', exportSvg(drawing, laidOut, textIn(document.title, language), language))
}

/** The drawing as text that other tools draw from. */
export async function takeOutMermaid({ document, name }: TakenOut, language: Language): Promise<void> {
  const { toMermaid } = await loadMermaid()
  saveFile(`${name}.mmd`, 'text/vnd.mermaid', toMermaid(document, language))
}
