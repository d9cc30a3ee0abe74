import type { Rect } from '../canvas/layout/geometry.ts'
import type { Drawn } from '../document/Drawn.ts'
import { placeKey } from '../model/places.ts'
import type { Mark, Marks } from './marks.ts'

const looks = {
  added: { sign: '+', colour: '#2a6a35' },
  removed: { sign: '−', colour: '#a3261b' },
  changed: { sign: '≠', colour: '#8a5300' },
} as const satisfies Record<Mark, object>

/** Puts marks on a picture: an edge and a sign, so that no colour is needed to tell them apart. The uppermost stands first. */
export function drawMarks(svg: SVGSVGElement, { drawing, laidOut }: Drawn, marks: Marks): void {
  const found: (Rect & { mark: Mark })[] = []
  for (const [sheet, mark] of marks.sheets) {
    const rect = laidOut.sheets[sheet]
    if (rect) found.push({ ...rect, mark })
  }
  for (const line of drawing.lines) {
    const mark = marks.lines.get(placeKey(line.place))
    const route = laidOut.routes[line.id]
    if (mark === undefined || !route) continue
    const [middle] = route.points.slice(Math.floor(route.points.length / 2))
    const at = route.label ?? (middle && { ...middle, width: 0, height: 0 })
    if (at) found.push({ ...at, mark })
  }
  for (const { mark, ...rect } of found.sort((a, b) => a.y - b.y || a.x - b.x)) {
    const group = element('g', { 'data-mark': mark })
    if (rect.width > 0) group.append(edge(rect, mark))
    group.append(...sign(rect.x + rect.width, rect.y, mark))
    svg.append(group)
  }
}

function edge({ x, y, width, height }: Rect, mark: Mark): SVGElement {
  const { colour } = looks[mark]
  return element('rect', {
    x: x - 2,
    y: y - 2,
    width: width + 4,
    height: height + 4,
    rx: 8,
    fill: 'none',
    stroke: colour,
    'stroke-width': 3,
    'stroke-dasharray': mark === 'removed' ? '6 5' : 'none',
  })
}

function sign(x: number, y: number, mark: Mark): SVGElement[] {
  const { colour, sign } = looks[mark]
  const text = element('text', {
    x,
    y: y + 6,
    'text-anchor': 'middle',
    'font-size': 18,
    'font-weight': 600,
    fill: '#ffffff',
  })
  text.textContent = sign
  return [element('circle', { cx: x, cy: y, r: 12, fill: colour }), text]
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}
