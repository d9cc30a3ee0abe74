import type { Language } from '../../../engine/pathway/words/index.ts'
import { isWithin, parentOf, placeKey } from '../../model/places.ts'
import type { PathwayModel, StateItem } from '../../model/readPathway.ts'
import { type Drawing, type Line, type Sheet, wholePathway } from './Drawing.ts'
import { drawSheet } from './drawSheet.ts'
import { lineTexts } from './lineTexts.ts'
import { type Remembered, remembered } from './remembered.ts'
import type { Say } from './Say.ts'

/** What a drawing is made with. */
export interface Pen {
  language: Language
  say: Say
  /** paths of states whose inside is folded away */
  collapsed: readonly string[]
}

/** What was drawn before: what has not changed stays the same sheet, the same line. */
export interface DrawnBefore {
  sheet: Remembered<Sheet | undefined>
  lines: Remembered<Line[]>
}

/** Nothing has been drawn yet. */
export const nothingDrawn = (): DrawnBefore => ({ sheet: remembered(), lines: remembered() })

/**
 * A pathway as sheets and lines with their texts and sizes. What lies inside a folded sheet is not drawn; lines to and
 * from it end at the sheet.
 */
export function drawPathway(model: PathwayModel, pen: Pen, before: DrawnBefore = nothingDrawn()): Drawing {
  const collapsed = new Set(pen.collapsed)
  const shown = new Map<string, string>()
  const sheets: Sheet[] = []
  for (const state of model.states.values()) {
    const parent = parentOf(state.path)
    if (parent === undefined) {
      const sheet = before.sheet(state.path, dependenciesOf(model, state, pen, false), () =>
        drawSheet(model, state, pen, false),
      )
      if (sheet) sheets.push(sheet)
      continue
    }
    const above = shown.get(parent)
    const isHidden = parent !== '' && (above !== parent || collapsed.has(parent))
    shown.set(state.path, isHidden ? (above ?? state.path) : state.path)
    if (isHidden) continue
    const isFolded = collapsed.has(state.path)
    const sheet = before.sheet(state.path, dependenciesOf(model, state, pen, isFolded), () =>
      drawSheet(model, state, pen, isFolded),
    )
    if (sheet) sheets.push(sheet)
  }
  return { sheets, lines: drawLines(model, shown, pen, before) }
}

/** All that a sheet is drawn from: as long as these are the same, so is the sheet. */
function dependenciesOf(model: PathwayModel, state: StateItem, pen: Pen, isFolded: boolean): unknown[] {
  const { taskDefinitions, facts, parameters, exits } = model.document
  const parent = state.parent === undefined ? undefined : model.states.get(state.parent)
  const leaving = model.leaving.get(state.path) ?? []
  return [
    state.path === '' ? undefined : state.definition,
    // the pathway itself is another with every edit: only what is drawn of it counts
    ...(state.path === '' ? [state.definition.followUps, state.definition.tasks, state.definition.modules, exits] : []),
    state.definition.on,
    parent?.type,
    parent?.definition.initial,
    leaving.map(({ targets, lost }) => (targets.length > 0 ? '' : lost.join(' '))).join('|'),
    isFolded,
    taskDefinitions,
    facts,
    parameters,
    pen.say,
    pen.language,
  ]
}

function drawLines(model: PathwayModel, shown: ReadonlyMap<string, string>, pen: Pen, before: DrawnBefore): Line[] {
  return model.transitions.flatMap((transition) => {
    const source = transition.source === '' ? wholePathway : (shown.get(transition.source) ?? transition.source)
    const ends = transition.targets.flatMap((target) => {
      const end = shown.get(target)
      const isInsideFolded = end === source && (end !== target || source !== transition.source)
      return end === undefined || isInsideFolded ? [] : [end]
    })
    if (ends.length === 0) return []
    const key = placeKey(transition.place)
    const { criteria, facts, parameters, taskDefinitions } = model.document
    const grounds = ends.map((target) => groundOf(model, source, target))
    const ways = `${source} ${ends.join(' ')} ${grounds.join(' ')}`
    const dependsOn = [transition.definition, ways, criteria, facts, parameters, taskDefinitions, pen.say, pen.language]
    return before.lines(key, dependsOn, () => {
      const texts = lineTexts(model.document, transition, pen)
      return ends.map((target, at) => ({
        id: at === 0 ? key : `${key}>${target}`,
        place: transition.place,
        source,
        target,
        ground: grounds[at] ?? 'paper',
        ...(at === 0 ? texts : { name: [], itself: undefined, pills: [], label: { width: 0, height: 0 } }),
      }))
    })
  })
}

/** What lies under a line: the drawing itself and the columns of parallel states are paper, other states are sheets. */
function groundOf(model: PathwayModel, source: string, target: string): Line['ground'] {
  let around: string | undefined = source === wholePathway ? '' : source
  while (around !== undefined && around !== '' && (around === target || !isWithin(target, around))) {
    around = parentOf(around)
  }
  if (around === undefined || around === '') return 'paper'
  return model.states.get(parentOf(around) ?? '')?.type === 'parallel' ? 'paper' : 'sheet'
}
