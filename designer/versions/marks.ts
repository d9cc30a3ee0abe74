import type { Change } from '../../engine/pathway/compare/index.ts'
import { delayOf } from '../../engine/pathway/parameters.ts'
import { wholePathway } from '../canvas/drawing/Drawing.ts'
import { usesOf } from '../editing/edits/listed.ts'
import type { DraftDocument } from '../model/document.ts'
import { isSamePlace, type ListedKind, listed, type Place, placeAt, placeKey } from '../model/places.ts'
import { type PathwayModel, readPathway } from '../model/readPathway.ts'
import type { TransitionPlace } from '../model/thingAt.ts'

/** How a sheet or a line is marked. */
export type Mark = 'added' | 'removed' | 'changed'

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
  const put = (marks: Map<string, Mark>, key: string, mark: Mark): void => {
    marks.set(key, stronger(marks.get(key), mark))
  }
  const mark = (place: Place, as: Mark): void => {
    if (place.kind === 'state') put(sheets, place.state, as)
    else if (place.kind === 'transition' && isLine(model, place)) put(lines, placeKey(place), as)
    else if (place.kind === 'pathway' || place.kind === 'exit') put(sheets, wholePathway, 'changed')
    else if ('state' in place) put(sheets, place.state === '' ? wholePathway : place.state, 'changed')
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

/** Whether a transition is drawn as a line: one that leads nowhere is a row of its sheet. */
function isLine(model: PathwayModel, place: TransitionPlace): boolean {
  const transition = model.leaving.get(place.state)?.find((one) => isSamePlace(one.place, place))
  return transition !== undefined && transition.targets.length > 0
}

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
