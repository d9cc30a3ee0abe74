import ELK from 'elkjs/lib/elk.bundled.js'
import i18next from 'i18next'
import type { Drawing } from '../../../../designer/canvas/drawing/Drawing.ts'
import { drawPathway, type Pen } from '../../../../designer/canvas/drawing/drawPathway.ts'
import type { Direction, LaidOut, ToLayOut } from '../../../../designer/canvas/layout/LaidOut.ts'
import { layOut, type Memory } from '../../../../designer/canvas/layout/layOut.ts'
import { asDraftDocument } from '../../../../designer/model/document.ts'
import { readPathway } from '../../../../designer/model/readPathway.ts'
import { texts } from '../../../../designer/texts/index.ts'

const elk = new ELK()
const finnish = i18next.createInstance()
await finnish.init({
  lng: 'fi',
  resources: { fi: { canvas: texts.fi.canvas } },
  interpolation: { escapeValue: false },
})

/** Draws in Finnish. */
export const finnishPen = (collapsed: readonly string[] = []): Pen => ({
  language: 'fi',
  say: (text, values) => finnish.t(text, { ns: 'canvas', ...values }),
  collapsed,
})

/** A pathway document as it is drawn, before anything has a place. */
export function drawn(document: Readonly<Record<string, unknown>>, collapsed: readonly string[] = []): Drawing {
  return drawPathway(readPathway(asDraftDocument(document)), finnishPen(collapsed))
}

/** A drawing laid out as on the screen. */
export async function laidOut(
  drawing: Drawing,
  { direction = 'right', positions = {}, memory }: Partial<ToLayOut> & { direction?: Direction; memory?: Memory } = {},
): Promise<LaidOut> {
  const answer = await layOut({ ...drawing, direction, positions }, (graph) => elk.layout(graph), memory)
  if (!answer) throw new Error('the layout was given up')
  return answer
}
