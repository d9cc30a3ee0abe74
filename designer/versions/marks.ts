import type { Change } from '../../engine/pathway/compare/index.ts'
import type { Rect } from '../canvas/layout/geometry.ts'
import type { Drawn } from '../document/drawOnce.ts'
import { type Place, placeAt, placeKey } from '../model/places.ts'

const looks = {
  added: { sign: '+', colour: '#2a6a35' },
  removed: { sign: '−', colour: '#a3261b' },
  changed: { sign: '≠', colour: '#8a5300' },
} as const

/** How a sheet or a line is marked. */
export type Mark = keyof typeof looks

/** Marks by what they stand on: paths of states, and keys of transitions' places. */
export interface Marks {
  states: ReadonlyMap<string, Mark>
  transitions: ReadonlyMap<string, Mark>
}

/**
 * What is marked in the drawing of one side: on the side before, what goes; on the side after, what is new or otherwise.
 * What is listed by name (a criterion, a task) stands on no sheet of its own and is told in words alone.
 */
export function marksOf(changes: readonly Change[], side: 'before' | 'after'): Marks {
  const states = new Map<string, Mark>()
  const transitions = new Map<string, Mark>()
  for (const { kind, subject } of changes) {
    if ((kind === 'removed') !== (side === 'before')) continue
    const place = placeOf(subject.path)
    const mark: Mark = kind === 'removed' ? 'removed' : kind === 'added' ? 'added' : 'changed'
    if (place.kind === 'transition') transitions.set(placeKey(place), mark)
    else if (place.kind === 'state') states.set(place.state, states.get(place.state) ?? mark)
    else if (place.kind === 'followUp' || place.kind === 'module') {
      // a part of a state: the state is another for it
      if (!states.has(place.state)) states.set(place.state, 'changed')
    }
  }
  return { states, transitions }
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

/** Puts marks on a picture: an edge and a sign, so that no colour is needed to tell them apart. */
export function drawMarks(svg: SVGSVGElement, { drawing, laidOut }: Drawn, marks: Marks): void {
  for (const [state, mark] of marks.states) {
    const rect = laidOut.sheets[state]
    if (rect) svg.append(edge(rect, mark), ...sign(rect.x + rect.width, rect.y, mark))
  }
  for (const line of drawing.lines) {
    const mark = marks.transitions.get(placeKey(line.place))
    const route = laidOut.routes[line.id]
    if (mark === undefined || !route) continue
    const [middle] = route.points.slice(Math.floor(route.points.length / 2))
    if (route.label)
      svg.append(edge(route.label, mark), ...sign(route.label.x + route.label.width, route.label.y, mark))
    else if (middle) svg.append(...sign(middle.x, middle.y, mark))
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
