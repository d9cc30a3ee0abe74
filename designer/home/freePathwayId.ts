import { freeKey } from '../editing/edits/names.ts'

/** An id like the one given that no pathway has. */
export const freePathwayId = (id: string, taken: readonly string[]): string =>
  freeKey(id, Object.fromEntries(taken.map((one) => [one, true])))
