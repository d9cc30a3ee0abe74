import { type Line, measures, type Sheet, type Sign } from './drawing/Drawing.ts'
import { isMeasured, type Weight } from './drawing/glyphWidths.ts'
import { widthOf } from './drawing/wrapText.ts'
import type { Point, Rect } from './layout/geometry.ts'
import { roundedPath } from './layout/roundedPath.ts'
import { signPaths } from './signPaths.ts'

/** The light colours of the screens: a file has no style sheet of its own. */
export const ink = {
  paper: '#f7f5f1',
  sheet: '#fffefb',
  inset: '#f1eee8',
  ink: '#23211e',
  quiet: '#5f5a53',
  line: '#6f6960',
  border: '#8a847b',
  hair: '#d9d4cb',
  accent: '#0b5c66',
  amber: '#8a5300',
  good: '#2a6a35',
} as const

/** The ground of the drawing, known as such where it is printed on paper that has a colour of its own. */
export const onPaper = `class="paper" fill="${ink.paper}"`

/** A sheet with its texts. @param rules where the dashed ones between its columns stand */
export function sheetSvg(sheet: Sheet, rect: Rect, rules: readonly number[]): string {
  const { padding, titleLine, titleSize, textLine, textSize, rowGap, signWidth } = measures
  const fill = {
    pathway: ink.inset,
    history: ink.inset,
    region: ink.paper,
    phase: ink.sheet,
    state: ink.sheet,
    end: ink.sheet,
  }[sheet.kind]
  const border = {
    pathway: ink.hair,
    history: ink.hair,
    region: ink.paper,
    phase: ink.border,
    state: ink.hair,
    end: ink.border,
  }[sheet.kind]
  const parts = [
    `<rect x="${number(rect.x)}" y="${number(rect.y)}" width="${number(rect.width)}" height="${number(rect.height)}" rx="6" ${fill === ink.paper ? onPaper : `fill="${fill}"`} stroke="${border}"${sheet.kind === 'end' ? ' stroke-width="2"' : ''}/>`,
  ]
  const top = rect.y + sheet.head.height
  for (const x of rules) {
    parts.push(
      `<path d="M${number(x)} ${number(top)} V${number(rect.y + rect.height - padding)}" stroke="${ink.border}" stroke-dasharray="4 4" fill="none"/>`,
    )
  }
  if (sheet.isInitial) {
    parts.push(
      `<circle cx="${number(rect.x)}" cy="${number(rect.y + 21)}" r="7" fill="${ink.accent}"/>`,
      `<path d="M${number(rect.x - 2)} ${number(rect.y + 17.5)} l3.5 3.5 l-3.5 3.5" stroke="#fff" stroke-width="1.6" fill="none"/>`,
    )
  }
  const x = rect.x + padding
  let y = rect.y + padding - 2
  for (const line of sheet.title) {
    parts.push(textSvg(line, x, y + titleLine - 5, titleSize, ink.ink, 600))
    y += titleLine
  }
  for (const row of sheet.rows) {
    y += rowGap
    const colour = row.isAmber ? ink.amber : row.sign === 'end' ? ink.good : ink.ink
    parts.push(signSvg(row.sign, x, y + 1, row.isAmber ? ink.amber : ink.quiet))
    for (const line of row.lines) {
      parts.push(textSvg(line, x + signWidth, y + textLine - 5, textSize, colour))
      y += textLine
    }
  }
  return parts.join('\n')
}

/** The head of an arrow, for all lines of a picture. @param id one picture's own, where several stand in one page */
export const arrowSvg = (id: string): string =>
  `<defs><marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="${ink.line}"/></marker></defs>`

/** A line as it goes. */
export const pathSvg = (points: readonly Point[], arrow: string): string =>
  `<path d="${roundedPath(points)}" stroke="${ink.line}" stroke-width="1.25" fill="none" marker-end="url(#${arrow})"/>`

/** What stands on a line. */
export function labelSvg(line: Line, label: Rect): string {
  const { textLine, textSize, signWidth, pillPadding, pillGap } = measures
  const parts = [
    `<rect x="${number(label.x)}" y="${number(label.y)}" width="${number(label.width)}" height="${number(label.height)}" rx="4" ${line.ground === 'sheet' ? `fill="${ink.sheet}"` : onPaper}/>`,
  ]
  const x = label.x + 4
  let y = label.y + 2
  for (const text of line.name) {
    parts.push(textSvg(text, x, y + textLine - 5, textSize, ink.ink, 600))
    y += textLine
  }
  for (const [at, text] of (line.itself?.lines ?? []).entries()) {
    if (at === 0 && line.itself) parts.push(signSvg(line.itself.sign, x, y + 1, ink.quiet))
    parts.push(textSvg(text, x + signWidth, y + textLine - 5, textSize, ink.quiet))
    y += textLine
  }
  for (const pill of line.pills) {
    y += pillGap
    const height = pill.lines.length * textLine + 4
    const widest = Math.max(...pill.lines.map((text) => widthOf(text, { size: textSize, weight: 400 })))
    const width = widest + 2 * pillPadding
    const look = pill.isOverridable ? `fill="${ink.sheet}" stroke="${ink.accent}"` : `fill="#e1eeee" stroke="#e1eeee"`
    parts.push(
      `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="11" ${look}/>`,
    )
    for (const [at, text] of pill.lines.entries()) {
      parts.push(textSvg(text, x + pillPadding, y + 2 + (at + 1) * textLine - 5, textSize, ink.accent))
    }
    y += height
  }
  return parts.join('\n')
}

/** A line of text, as wide as it was measured in whatever typeface it is set. */
export function textSvg(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
  weight: Weight = 400,
): string {
  const length = isMeasured(text)
    ? ` textLength="${number(widthOf(text, { size, weight }))}" lengthAdjust="spacingAndGlyphs"`
    : ''
  return `<text x="${number(x)}" y="${number(y)}"${length} font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`
}

const signSvg = (sign: Sign, x: number, y: number, colour: string): string =>
  `<g transform="translate(${number(x)} ${number(y)}) scale(0.6667)" fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${signPaths[sign].map((d) => `<path d="${d}"/>`).join('')}</g>`

/** A number as a file has it. */
export const number = (one: number): string => String(Math.round(one * 100) / 100)

/** What XML may hold nowhere, however it is written: control characters, halves of characters. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as XML has it. */
export const escaped = (text: string): string =>
  text
    .replace(notInXml, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
