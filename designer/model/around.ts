import { listed, type Place, parentOf, stateOrPathway } from './places.ts'
import type { PathwayModel } from './readPathway.ts'

/** What a place lies in: a state, or the pathway. */
export function containerOf(place: Place): Place {
  switch (place.kind) {
    case 'state':
      return stateOrPathway(parentOf(place.state) ?? '')
    case 'transition':
    case 'followUp':
    case 'module':
      return stateOrPathway(place.state)
    case 'task':
      return stateOrPathway(place.openedIn ?? '')
    default:
      return { kind: 'pathway' }
  }
}

/** All that stand with a place where it lies and are of its kind, itself among them, in the document's order. */
export function siblingsOf({ document, states, leaving }: PathwayModel, place: Place): Place[] {
  const { kind } = place
  switch (kind) {
    case 'pathway':
      return [place]
    case 'state':
      return (states.get(parentOf(place.state) ?? '')?.children ?? []).map((state) => ({ kind, state }))
    case 'transition':
      return (leaving.get(place.state) ?? []).map((one) => one.place)
    case 'followUp':
    case 'module': {
      const { state } = place
      const definition = states.get(state)?.definition
      return Object.keys(definition?.[kind === 'followUp' ? 'followUps' : 'modules'] ?? {}).map((name) => ({
        kind,
        state,
        name,
      }))
    }
    case 'task': {
      const { openedIn } = place
      if (openedIn === undefined) return Object.keys(document.taskDefinitions ?? {}).map((name) => ({ kind, name }))
      return (states.get(openedIn)?.definition.tasks ?? []).map((name) => ({ kind, name, openedIn }))
    }
    default:
      return Object.keys(document[listed[kind]] ?? {}).map((name) => ({ kind, name }))
  }
}

/**
 * A place as the drawing shows it: a task that was chosen in no state of its own is looked at in the first that opens it.
 * Undefined for what the drawing does not show.
 */
export function drawnPlace({ states }: PathwayModel, place: Place): Place | undefined {
  switch (place.kind) {
    case 'task': {
      const { name } = place
      const opens = (state: string): boolean => states.get(state)?.definition.tasks?.includes(name) ?? false
      const openedIn =
        place.openedIn !== undefined && opens(place.openedIn) ? place.openedIn : [...states.keys()].find(opens)
      return openedIn === undefined ? undefined : { kind: 'task', name, openedIn }
    }
    case 'criterion':
    case 'fact':
    case 'caseRole':
    case 'parameter':
    case 'suspension':
      return undefined
    default:
      return place
  }
}
