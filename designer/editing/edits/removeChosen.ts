import { containerOf, siblingsOf } from '../../model/around.ts'
import { isSamePlace, type Place } from '../../model/places.ts'
import { readPathway } from '../../model/readPathway.ts'
import { stateIn } from '../../model/thingAt.ts'
import type { Edit } from './edit.ts'
import { removeTaskHere } from './inState.ts'
import { removeAt } from './removeAt.ts'

/**
 * Takes away what is chosen: a task that was chosen in a state from that state only, anything else from the pathway. What
 * stood after it among its like is chosen then, else what stood before it, else what it lay in.
 */
export function removeChosen(place: Place): Edit {
  return (now) => {
    const at = siblingsOf(readPathway(now.document), place).findIndex((one) => isSamePlace(one, place))
    const removed = removal(place)(now)
    if (removed.document === now.document) return now
    const left = at < 0 ? [] : siblingsOf(readPathway(removed.document), place)
    return { ...removed, selection: left[at] ?? left[at - 1] ?? containerOf(place) }
  }
}

function removal(place: Place): Edit {
  if (place.kind !== 'task' || place.openedIn === undefined) return removeAt(place)
  const { name, openedIn } = place
  return (now) => {
    const at = stateIn(now.document, openedIn)?.tasks?.indexOf(name) ?? -1
    return at < 0 ? now : removeTaskHere(openedIn, at)(now)
  }
}
