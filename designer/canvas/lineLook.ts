import { isWithin, type Place, placeKey } from '../model/places.ts'
import { type Line, stateOfSheet } from './drawing/Drawing.ts'

/** How a line is drawn: in which ink. */
export type LineLook = 'taken' | 'chosen' | 'lit' | 'quiet' | 'plain'

/**
 * How a line is drawn beside what is looked at.
 * @param phase the phase that is looked at alone
 * @param taken ids of the transitions that an example client took last
 */
export function lookOf(
  line: Line,
  { selection, phase, taken }: { selection: Place; phase: string | undefined; taken: readonly string[] },
): LineLook {
  if (taken.length > 0 && taken.includes(idInWords(line))) return 'taken'
  const isQuiet = phase !== undefined && !isWithin(stateOfSheet(line.source), phase) && !isWithin(line.target, phase)
  return isQuiet ? 'quiet' : lineLook(line, selection)
}

/** How a line stands to what is chosen: a way in or out of it, beside it, or neither when nothing is chosen. */
export function lineLook(line: Line, chosen: Place): 'chosen' | 'lit' | 'quiet' | 'plain' {
  switch (chosen.kind) {
    case 'transition':
      return placeKey(line.place) === placeKey(chosen) ? 'chosen' : 'quiet'
    case 'state':
      return isAt(line.source, chosen.state) !== isAt(line.target, chosen.state) ||
        line.source === chosen.state ||
        line.target === chosen.state
        ? 'lit'
        : 'quiet'
    default:
      return 'plain'
  }
}

const isAt = (sheet: string, state: string): boolean => sheet === state || sheet.startsWith(`${state}.`)

/** The transition's id as the engine's words have it. */
function idInWords({ place: { state, trigger, event, index } }: Line): string {
  const name =
    trigger === 'on' ? event : trigger === 'after' ? `after:${event}` : trigger === 'onDone' ? 'done' : 'always'
  return `${state}/${name}/${index}`
}
