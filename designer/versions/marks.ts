import type { Change } from '../../engine/pathway/compare/index.ts'
import { delayOf } from '../../engine/pathway/parameters.ts'
import { wholePathway } from '../canvas/drawing/Drawing.ts'
import type { Rect } from '../canvas/layout/geometry.ts'
import type { Drawn } from '../document/drawOnce.ts'
import { usesOf } from '../editing/edits/listed.ts'
import type { DraftDocument } from '../model/document.ts'
import { isSamePlace, type ListedKind, listed, type Place, placeAt, placeKey, stateOrPathway } from '../model/places.ts'
import { type PathwayModel, readPathway } from '../model/readPathway.ts'

const looks = {
  added: { sign: '+', colour: '#2a6a35' },
  removed: { sign: '−', colour: '#a3261b' },
  changed: { sign: '≠', colour: '#8a5300' },
} as const

/** How a sheet or a line is marked. */
export type Mark = keyof typeof looks

/** Marks by what they stand on: sheets, and keys of the places of transitions that are drawn as lines. */
export interface Marks {
  sheets: ReadonlyMap<string, Mark>
  lines: ReadonlyMap<string, Mark>
}

/**
 * What is marked in the drawing of one side: on the side before, what goes; on the side after, what is new; on both, what
 * is otherwise. What is listed by name (a criterion, a task) stands on no sheet of its own: all that is drawn with it is
 * otherwise for it.
 * @param document of that side
 */
export function marksOf(changes: readonly Change[], side: 'before' | 'after', document: DraftDocument): Marks {
  const model = readPathway(document)
  const sheets = new Map<string, Mark>()
  const lines = new Map<string, Mark>()
  const mark = (place: Place, as: Mark): void => {
    if (place.kind === 'transition') {
      const leads = model.leaving.get(place.state)?.find((one) => isSamePlace(one.place, place))?.targets ?? []
      // one that leads nowhere is a row of its sheet
      if (leads.length === 0) return mark(stateOrPathway(place.state), 'changed')
      lines.set(placeKey(place), stronger(lines.get(placeKey(place)), as))
    } else if (place.kind === 'state') sheets.set(place.state, stronger(sheets.get(place.state), as))
    else if (place.kind === 'pathway' || place.kind === 'exit') {
      sheets.set(wholePathway, stronger(sheets.get(wholePathway), 'changed'))
    } else if (place.kind === 'followUp' || place.kind === 'module') mark(stateOrPathway(place.state), 'changed')
  }
  for (const { kind, subject } of changes) {
    if (kind === (side === 'before' ? 'added' : 'removed')) continue
    const place = placeOf((side === 'before' ? subject.earlierPath : undefined) ?? subject.path)
    // of what is said of the whole, nothing is drawn
    if (place.kind === 'pathway') continue
    const isWhole = (kind === 'removed' || kind === 'added') && subject.type !== 'phase'
    mark(place, isWhole ? kind : 'changed')
    if (isListed(place)) for (const use of drawnUses(model, place)) mark(use, 'changed')
  }
  return { sheets, lines }
}

/** What came or went is told before what is otherwise. */
const stronger = (one: Mark | undefined, other: Mark): Mark => (one === undefined || one === 'changed' ? other : one)

type ListedPlace = Extract<Place, { kind: ListedKind }>
const isListed = (place: Place): place is ListedPlace => place.kind in listed

/** Where something listed is used in what is drawn: by itself, or by a criterion or a task that uses it. */
function drawnUses(model: PathwayModel, { kind, name }: ListedPlace): Place[] {
  const uses = usesOf(model.document, kind, name)
  const through = uses.flatMap((use): Place[] =>
    use.kind === 'criterion' || (use.kind === 'task' && kind !== 'fact')
      ? usesOf(model.document, use.kind, use.name)
      : [],
  )
  const awaited = model.transitions.filter(({ trigger, event }) => {
    const delay = trigger === 'after' ? delayOf(event) : undefined
    return kind === 'parameter' && typeof delay === 'object' && 'parameter' in delay && delay.parameter === name
  })
  // what is said of the whole is not drawn but for its tasks; of a state, a parameter times only its transitions
  const drawn = uses.filter((use) =>
    use.kind === 'pathway' ? kind === 'task' : use.kind !== 'state' || kind !== 'parameter',
  )
  return [...drawn, ...through, ...awaited.map(({ place }) => place)]
}

/** The place that a JSON pointer leads to. */
function placeOf(pointer: string): Place {
  const keys = pointer.split('/').slice(1)
  return placeAt(
    keys.map((key) => {
      const plain = key.replaceAll('~1', '/').replaceAll('~0', '~')
      return /^\d+$/.test(plain) ? Number(plain) : plain
    }),
  )
}

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
