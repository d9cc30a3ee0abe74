import type { DraftDocument } from '../model/document.ts'
import { type Place, placeAt } from '../model/places.ts'
import { thingAt } from '../model/thingAt.ts'
import type { ImportNote } from './ImportNote.ts'

/**
 * The place of a draft that a note about its machine is about, under the names that the import gave.
 * @param notes all of the import: they tell what was renamed
 * @returns undefined where it is about the whole, or what it is about is not there any more
 */
export function importedPlace(
  { path }: ImportNote,
  notes: readonly ImportNote[],
  document: DraftDocument,
): Place | undefined {
  const renamed = new Map(
    notes.flatMap(({ path: at, code, values }): [string, string][] => {
      const to = code === 'renamed-state' || code === 'renamed-event' ? values.to : values.parameter
      return to === undefined || code === 'renamed-pathway' ? [] : [[keyOf(at), to]]
    }),
  )
  const place = placeAt(path.map((key, at) => renamed.get(keyOf(path.slice(0, at + 1))) ?? key))
  return place.kind === 'pathway' || thingAt(document, place) === undefined ? undefined : place
}

const keyOf = (path: ImportNote['path']): string => JSON.stringify(path)
