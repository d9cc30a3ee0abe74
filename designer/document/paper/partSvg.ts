import { measures } from '../../canvas/drawing/Drawing.ts'
import { bottom, overlaps, type Rect, right, stretches } from '../../canvas/layout/geometry.ts'
import {
  arrowSvg,
  escaped,
  ink,
  labelSvg,
  number,
  onPaper,
  pathSvg,
  sheetSvg,
  textSvg,
} from '../../canvas/svgPieces.ts'
import type { Drawn } from '../Drawn.ts'
import { clipped, solidOf } from './cutDrawing.ts'
import type { Leaving } from './leavings.ts'
import type { Part } from './planPrint.ts'

/**
 * A part of a drawing as an SVG: what is whole in it, lines with the number of the part where they go on, and what the
 * lines are called.
 * @param id its own in the page
 * @param scale from pixels of the drawing to those of the page
 */
export function partSvg(
  { drawing, laidOut }: Drawn,
  { rect, leavings, key, outer }: Part,
  { id, title, scale }: { id: string; title: string; scale: number },
): string {
  const arrow = `arrow-${id}`
  const { textLine, textSize } = measures
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view(outer)}" width="${number(outer.width * scale)}" height="${number(outer.height * scale)}" role="img" font-family="'IBM Plex Sans', system-ui, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    arrowSvg(arrow),
    `<svg x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" viewBox="${view(rect)}" overflow="hidden">`,
    `<rect x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" ${onPaper}/>`,
    ...drawing.sheets.flatMap((sheet) => {
      const at = laidOut.sheets[sheet.id]
      if (!at || !overlaps(at, rect)) return []
      const isWhole = isWithin(solidOf(sheet, at), rect)
      // a state that is not whole here is in another part; a phase goes on in several, and says its name in one
      if (!isWhole && !sheet.isOpen) return []
      const drawn = isWhole ? sheet : { ...sheet, title: [], rows: [], isInitial: false }
      return [sheetSvg(drawn, at, laidOut.rules[sheet.id] ?? [])]
    }),
    ...drawing.lines.flatMap(({ id }) => {
      const points = laidOut.routes[id]?.points ?? []
      return stretches(points).some((stretch) => clipped(stretch, rect)) ? [pathSvg(points, arrow)] : []
    }),
    ...drawing.lines.flatMap((line) => {
      const label = laidOut.routes[line.id]?.label
      return label && isWithin(label, rect) ? [labelSvg(line, label)] : []
    }),
    '</svg>',
    // the drawing goes on beyond it
    `<rect x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" fill="none" stroke="${ink.hair}" stroke-dasharray="6 4"/>`,
    ...leavings.map(leavingSvg),
    ...key.entries.flatMap(({ letter, lines, x, y }) => [
      textSvg(letter, x, y + textLine - 5, textSize, ink.ink, 600),
      ...lines.map((line, at) => textSvg(line, x + 26, y + (at + 1) * textLine - 5, textSize, ink.ink)),
    ]),
    '</svg>',
  ].join('\n')
}

/** What goes on in a part from another one, where its name stands: phases, and states with others in them. */
export function continuedIn({ drawing, laidOut }: Drawn, { rect }: Part): string[] {
  return drawing.sheets.flatMap((sheet) => {
    const at = laidOut.sheets[sheet.id]
    const goesOn = sheet.isOpen && at && overlaps(at, rect) && !isWithin(solidOf(sheet, at), rect)
    return goesOn ? [sheet.title.join(' ')] : []
  })
}

const view = ({ x, y, width, height }: Rect): string => [x, y, width, height].map(number).join(' ')

const isWithin = (one: Rect, part: Rect): boolean =>
  one.x >= part.x && right(one) <= right(part) && one.y >= part.y && bottom(one) <= bottom(part)

/** The line on its way out, dotted, and where it goes on. */
function leavingSvg({ at, side, text, tag }: Leaving): string {
  const end = {
    top: { x: at.x, y: bottom(tag) },
    bottom: { x: at.x, y: tag.y },
    left: { x: right(tag), y: at.y },
    right: { x: tag.x, y: at.y },
  }[side]
  return [
    `<path d="M${number(at.x)} ${number(at.y)} L${number(end.x)} ${number(end.y)}" stroke="${ink.line}" stroke-width="1.25" stroke-dasharray="2 3" fill="none"/>`,
    textSvg(text, tag.x + 3, tag.y + measures.textLine - 5, measures.textSize, ink.ink, 600),
  ].join('\n')
}
