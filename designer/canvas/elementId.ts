import { type Place, placeKey } from '../model/places.ts'

/** The id of what shows a place on the drawing. */
export const elementId = (place: Place): string => `canvas-${placeKey(place).replaceAll(/[^\w-]/g, '_')}`
