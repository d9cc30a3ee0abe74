import { BoundedMap } from '../calendar/boundedMap.ts'

/** Those that somebody looks at or compares, not every one that undo can bring back. */
const documentsKept = 16

/**
 * Makes something of a document, once for each of the latest documents. An editor keeps thousands of them for undo; what
 * was made of each would weigh many times as much as the documents, which share their unchanged parts.
 */
export function oncePerDocument<Document extends object, Made>(
  make: (document: Document) => Made,
): (document: Document) => Made {
  const made = new BoundedMap<Document, { of: Made }>(documentsKept)
  return (document) => (made.get(document) ?? made.remember(document, { of: make(document) })).of
}
