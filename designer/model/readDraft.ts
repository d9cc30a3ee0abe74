import { isRecord } from '../../engine/pathway/isRecord.ts'
import { asDraftDocument, type DraftDocument } from './document.ts'

/** What of a draft has not the form of a document: it is not drawn, and is left out when the draft is saved. */
export interface Unread {
  /** the document as it was written, with all of it */
  written: Readonly<Record<string, unknown>>
  /** what leads to each part that could not be read */
  paths: readonly (string | number)[][]
}

/** Reads a draft's document as it can be drawn. @returns with what could not be read of it, where there is such */
export function readDraft(written: Readonly<Record<string, unknown>>): {
  document: DraftDocument
  unread: Unread | undefined
} {
  const document = asDraftDocument(written)
  const paths = pathsLost(written, document)
  return { document, unread: paths.length === 0 ? undefined : { written, paths } }
}

/** What leads to whatever of a value is not in what was read of it. Of a list that became shorter, to the list. */
function pathsLost(written: unknown, read: unknown): (string | number)[][] {
  if (written === read) return []
  if (isRecord(written) && isRecord(read)) {
    return Object.entries(written).flatMap(([key, value]) =>
      Object.hasOwn(read, key) ? under(key, pathsLost(value, read[key])) : [[key]],
    )
  }
  if (Array.isArray(written) && Array.isArray(read) && written.length === read.length)
    return written.flatMap((value, index) => under(index, pathsLost(value, read[index])))
  return [[]]
}

const under = (key: string | number, paths: (string | number)[][]): (string | number)[][] =>
  paths.map((path) => [key, ...path])
