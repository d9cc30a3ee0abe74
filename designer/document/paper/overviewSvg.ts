import { measures } from '../../canvas/drawing/Drawing.ts'
import { widthOf, wrapText } from '../../canvas/drawing/wrapText.ts'
import { frameOf } from '../../canvas/exportSvg.ts'
import { around } from '../../canvas/layout/geometry.ts'
import { roundedPath } from '../../canvas/layout/roundedPath.ts'
import { escaped, ink, number, onPaper, textSvg } from '../../canvas/svgPieces.ts'
import type { Drawn } from '../Drawn.ts'
import { legible, type Part } from './planPrint.ts'

/** As large as the overview may be, in pixels of the page: below the title of the document. */
const room = { width: 690, height: 560 }

/** The whole drawing without its texts, with the names of its phases, and which part of it is on which sheet. */
export function overviewSvg({ drawing, laidOut }: Drawn, parts: readonly Part[], title: string): string {
  const frame = around([frameOf(laidOut), ...parts.map(({ rect }) => rect)]) ?? frameOf(laidOut)
  const scale = Math.min(1, room.width / frame.width, room.height / frame.height)
  const size = (measures.textSize * legible) / scale
  const setting = { size, weight: 600 } as const
  const names = drawing.sheets.flatMap(({ id, container, title }) => {
    const rect = laidOut.sheets[id]
    if (!rect || container !== '') return []
    const words = title.join(' ')
    // a word that is wider than its sheet stands over the edge of it rather than in pieces
    const widest = Math.max(rect.width, ...words.split(' ').map((word) => widthOf(word, setting)))
    return wrapText(words, setting, widest).map((line, at) =>
      textSvg(line, rect.x + size * 0.3, rect.y + (at + 1) * size * 1.15, size, ink.ink, 600),
    )
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[frame.x, frame.y, frame.width, frame.height].map(number).join(' ')}" width="${number(frame.width * scale)}" height="${number(frame.height * scale)}" role="img" font-family="'IBM Plex Sans', system-ui, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    ...drawing.sheets.flatMap(({ id }) => {
      const rect = laidOut.sheets[id]
      return rect
        ? [
            `<rect x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" rx="6" ${onPaper} stroke="${ink.hair}" stroke-width="${number(1 / scale)}"/>`,
          ]
        : []
    }),
    ...Object.values(laidOut.routes).map(
      ({ points }) =>
        `<path d="${roundedPath(points)}" stroke="${ink.hair}" stroke-width="${number(0.75 / scale)}" fill="none"/>`,
    ),
    ...parts.flatMap(({ rect }, at) => [
      `<rect x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" fill="none" stroke="${ink.accent}" stroke-width="${number(1 / scale)}" stroke-dasharray="${number(4 / scale)}"/>`,
      textSvg(`${at + 1}`, rect.x + rect.width - size * 1.4, rect.y + size * 1.7, size * 1.6, ink.accent, 600),
    ]),
    ...names.flat(),
    '</svg>',
  ].join('\n')
}
