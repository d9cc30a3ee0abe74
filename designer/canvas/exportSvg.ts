import type { Language } from '../../engine/pathway/words/index.ts'
import type { Drawing } from './drawing/Drawing.ts'
import { around, grown, type Rect } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'
import { arrowSvg, escaped, labelSvg, number, onPaper, pathSvg, sheetSvg } from './svgPieces.ts'

/**
 * A drawing as an SVG file that needs nothing else: for a download, and for the printed pathway. Where the typeface of the
 * screens is not there, another one is set as wide as it, so that every text stays where there is room for it.
 * @param title what the file is called by whoever reads it aloud
 * @param language of its texts
 */
export function exportSvg({ sheets, lines }: Drawing, laidOut: LaidOut, title: string, language: Language): string {
  const drawn = sheets.flatMap((sheet) => {
    const rect = laidOut.sheets[sheet.id]
    return rect ? [{ sheet, rect }] : []
  })
  const routed = lines.flatMap((line) => {
    const route = laidOut.routes[line.id]
    return route ? [{ line, ...route }] : []
  })
  const frame = frameOf(laidOut)
  const view = [frame.x, frame.y, frame.width, frame.height].map(number).join(' ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" width="${number(frame.width)}" height="${number(frame.height)}" role="img" lang="${language}" font-family="'IBM Plex Sans', system-ui, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    arrowSvg('arrow'),
    `<rect x="${number(frame.x)}" y="${number(frame.y)}" width="${number(frame.width)}" height="${number(frame.height)}" ${onPaper}/>`,
    ...drawn.map(({ sheet, rect }) => sheetSvg(sheet, rect, laidOut.rules[sheet.id] ?? [])),
    ...routed.map(({ points }) => pathSvg(points, 'arrow')),
    ...routed.map(({ line, label }) => (label ? labelSvg(line, label) : '')),
    '</svg>',
  ].join('\n')
}

/** What is drawn, with a margin around it. */
export function frameOf({ sheets, routes }: LaidOut): Rect {
  const lines = Object.values(routes).flatMap(({ label, points }) => [
    ...(label ? [label] : []),
    ...points.map((point) => ({ ...point, width: 0, height: 0 })),
  ])
  return grown(around([...Object.values(sheets), ...lines]) ?? { x: 0, y: 0, width: 320, height: 120 }, 24)
}
