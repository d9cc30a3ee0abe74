import { openedIn, type Place, placeKey } from '../model/places.ts'

/** The id of what shows a place on the drawing: a task has one in each state that opens it. */
export const elementId = (place: Place): string =>
  `canvas-${[placeKey(place), openedIn(place) ?? []]
    .flat()
    .join(':')
    .replaceAll(/[^\w-]/g, '_')}`
