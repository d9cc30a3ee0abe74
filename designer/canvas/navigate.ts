import { containerOf } from '../model/around.ts'
import { isSamePlace, type Place, stateOrPathway } from '../model/places.ts'
import type { PathwayModel } from '../model/readPathway.ts'

/** Which way somebody goes along the structure of a drawing. */
export type Step = 'next' | 'previous' | 'in' | 'out'

/**
 * What lies in a state, in the order in which the arrow keys go through it: its states unless they are folded away, what
 * is promised and done in it, its transitions.
 */
export function insideOf(model: PathwayModel, place: Place, folded: ReadonlySet<string>): Place[] {
  const path = place.kind === 'pathway' ? '' : place.kind === 'state' ? place.state : undefined
  const state = path === undefined ? undefined : model.states.get(path)
  if (path === undefined || !state) return []
  const { definition } = state
  const states = folded.has(path) ? [] : state.children.map(stateOrPathway)
  const followUps = Object.keys(definition.followUps ?? {}).map(
    (name): Place => ({ kind: 'followUp', state: path, name }),
  )
  const tasks = (definition.tasks ?? []).map((name): Place => ({ kind: 'task', name, openedIn: path }))
  const modules = Object.keys(definition.modules ?? {}).map((name): Place => ({ kind: 'module', state: path, name }))
  const transitions = (model.leaving.get(path) ?? []).map((transition): Place => transition.place)
  const exits =
    path === '' ? Object.keys(model.document.exits ?? {}).map((name): Place => ({ kind: 'exit', name })) : []
  return [...states, ...followUps, ...tasks, ...modules, ...transitions, ...exits]
}

/**
 * The place that a step along the structure leads to: beside, into or out of a place. Into a transition is where it goes.
 * Undefined where there is nothing that way.
 */
export function stepFrom(
  model: PathwayModel,
  place: Place,
  step: Step,
  folded: ReadonlySet<string>,
): Place | undefined {
  switch (step) {
    case 'in': {
      if (place.kind !== 'transition') return insideOf(model, place, folded)[0]
      const [target] = model.leaving.get(place.state)?.find((one) => isSamePlace(one.place, place))?.targets ?? []
      return target === undefined ? undefined : stateOrPathway(shownOf(model, target, folded))
    }
    case 'out':
      return place.kind === 'pathway' ? undefined : containerOf(place)
    case 'next':
    case 'previous': {
      if (place.kind === 'pathway') return undefined
      const beside = insideOf(model, containerOf(place), folded)
      const at = beside.findIndex((one) => isSamePlace(one, place))
      return beside[step === 'next' ? at + 1 : at - 1]
    }
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
