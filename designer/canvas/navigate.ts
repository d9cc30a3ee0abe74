import { isSamePlace, type Place, parentOf, placeKey } from '../model/places.ts'
import type { PathwayModel } from '../model/readPathway.ts'
import type { Line } from './drawing/Drawing.ts'

/** Which way somebody goes along the structure of a drawing. */
export type Step = 'next' | 'previous' | 'in' | 'out'

const whole: Place = { kind: 'pathway' }
const placeOf = (state: string): Place => (state === '' ? whole : { kind: 'state', state })

/**
 * What lies in a state, in the order in which the arrow keys go through it: its states unless they are folded away, what
 * is promised and done in it, its transitions.
 */
export function insideOf(model: PathwayModel, place: Place, folded: ReadonlySet<string>): Place[] {
  const path = place.kind === 'pathway' ? '' : place.kind === 'state' ? place.state : undefined
  const state = path === undefined ? undefined : model.states.get(path)
  if (path === undefined || !state) return []
  const { definition } = state
  const states = folded.has(path) ? [] : state.children.map(placeOf)
  const followUps = Object.keys(definition.followUps ?? {}).map(
    (name): Place => ({ kind: 'followUp', state: path, name }),
  )
  const tasks = (definition.tasks ?? []).map((name): Place => ({ kind: 'task', name }))
  const modules = Object.keys(definition.modules ?? {}).map((name): Place => ({ kind: 'module', state: path, name }))
  const transitions = (model.leaving.get(path) ?? []).map((transition): Place => transition.place)
  const exits =
    path === '' ? Object.keys(model.document.exits ?? {}).map((name): Place => ({ kind: 'exit', name })) : []
  return [...states, ...followUps, ...tasks, ...modules, ...transitions, ...exits]
}

/**
 * The place that a step along the structure leads to: beside, into or out of a place. Into a transition is where it goes.
 * Undefined where there is nothing that way.
 * @param home the state that is looked at, for what the document lists once and several states name
 */
export function stepFrom(
  model: PathwayModel,
  place: Place,
  step: Step,
  folded: ReadonlySet<string>,
  home = '',
): Place | undefined {
  switch (step) {
    case 'in': {
      if (place.kind !== 'transition') return insideOf(model, place, folded)[0]
      const [target] = model.leaving.get(place.state)?.find((one) => isSamePlace(one.place, place))?.targets ?? []
      return target === undefined ? undefined : placeOf(shownOf(model, target, folded))
    }
    case 'out':
      return place.kind === 'pathway' ? undefined : outOf(place, home)
    case 'next':
    case 'previous': {
      const outer = outOf(place, home)
      if (!outer) return undefined
      const beside = insideOf(model, outer, folded)
      const at = beside.findIndex((one) => isSamePlace(one, place))
      return beside[step === 'next' ? at + 1 : at - 1]
    }
  }
}

function outOf(place: Place, home: string): Place | undefined {
  switch (place.kind) {
    case 'pathway':
      return undefined
    case 'state':
      return placeOf(parentOf(place.state) ?? '')
    case 'transition':
    case 'followUp':
    case 'module':
      return placeOf(place.state)
    case 'task':
      return placeOf(home)
    default:
      return whole
  }
}

/** The state itself, or the outermost folded one around it. */
function shownOf(model: PathwayModel, state: string, folded: ReadonlySet<string>): string {
  let shown = state
  for (let one = model.states.get(state)?.parent; one !== undefined; one = model.states.get(one)?.parent) {
    if (folded.has(one)) shown = one
  }
  return shown
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
