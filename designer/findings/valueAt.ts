/** What stands at a path of a document; undefined where there is nothing. */
export function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  let found = document
  for (const key of path) {
    // a transition that is alone may be written without its list
    if (typeof key === 'number' && !Array.isArray(found)) {
      if (key !== 0) return undefined
      continue
    }
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string | number, unknown>)[key]
  }
  return found
}
