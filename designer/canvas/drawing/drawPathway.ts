import type { Language } from '../../../engine/pathway/words/index.ts'
import { isWithin, parentOf, placeKey } from '../../model/places.ts'
import type { PathwayModel } from '../../model/readPathway.ts'
import { type Drawing, type Line, type Sheet, wholePathway } from './Drawing.ts'
import { drawSheet } from './drawSheet.ts'
import { lineTexts } from './lineTexts.ts'
import type { Say } from './Say.ts'

/** What a drawing is made with. */
export interface Pen {
  language: Language
  say: Say
  /** paths of states whose inside is folded away */
  collapsed: readonly string[]
}

/**
 * A pathway as sheets and lines with their texts and sizes. What lies inside a folded sheet is not drawn; lines to and
 * from it end at the sheet.
 */
export function drawPathway(model: PathwayModel, pen: Pen): Drawing {
  const collapsed = new Set(pen.collapsed)
  const shown = new Map<string, string>()
  const sheets: Sheet[] = []
  for (const state of model.states.values()) {
    const parent = parentOf(state.path)
    if (parent === undefined) {
      const sheet = drawSheet(model, state, pen, false)
      if (sheet) sheets.push(sheet)
      continue
    }
    const above = shown.get(parent)
    const isHidden = parent !== '' && (above !== parent || collapsed.has(parent))
    shown.set(state.path, isHidden ? (above ?? state.path) : state.path)
    if (isHidden) continue
    const sheet = drawSheet(model, state, pen, collapsed.has(state.path))
    if (sheet) sheets.push(sheet)
  }
  return { sheets, lines: drawLines(model, shown, pen) }
}

function drawLines(model: PathwayModel, shown: ReadonlyMap<string, string>, pen: Pen): Line[] {
  return model.transitions.flatMap((transition) => {
    const source = transition.source === '' ? wholePathway : (shown.get(transition.source) ?? transition.source)
    const ends = transition.targets.flatMap((target) => {
      const end = shown.get(target)
      const isInsideFolded = end === source && (end !== target || source !== transition.source)
      return end === undefined || isInsideFolded ? [] : [end]
    })
    if (ends.length === 0) return []
    const texts = lineTexts(model.document, transition, pen)
    const key = placeKey(transition.place)
    return ends.map((target, at) => ({
      id: at === 0 ? key : `${key}>${target}`,
      place: transition.place,
      source,
      target,
      ground: groundOf(model, source, target),
      ...(at === 0 ? texts : { name: [], itself: undefined, pills: [], label: { width: 0, height: 0 } }),
    }))
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
