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
 * @param isShown whether somebody who searches has a thing before them: what they do not see is not chosen
 */
export function removeChosen(place: Place, isShown: (place: Place) => boolean = () => true): Edit {
  return (now) => {
    const before = siblingsOf(readPathway(now.document), place)
    const at = before.findIndex((one) => isSamePlace(one, place))
    const removed = removal(place)(now)
    if (removed.document === now.document) return now
    // what comes after it may be called by another number now, so that it is asked about as it was
    const left = at < 0 ? [] : siblingsOf(readPathway(removed.document), place)
    const after = before.findIndex((one, index) => index > at && isShown(one)) - 1
    const ahead = before.findLastIndex((one, index) => index < at && isShown(one))
    return { ...removed, selection: left[after] ?? left[ahead] ?? containerOf(place) }
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
