import fc from 'fast-check'

/** A document with a few of its parts taken out or replaced by something else, as while it is being edited. */
export function brokenDocument(document: object): fc.Arbitrary<Record<string, unknown>> {
  const places = placesOf(document)
  const change = fc.record({
    place: fc.nat(places.length - 1),
    value: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom<unknown>(undefined, null, '', 'x', 0, -1, true, [], {}, [null], { fi: '' }),
      },
      { weight: 1, arbitrary: fc.anything() },
    ),
  })
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const broken: Record<string, unknown> = structuredClone({ ...document })
    // a copy, since a later change may be one within it
    for (const { place, value } of changes) replace(broken, places[place] ?? [], structuredClone(value))
    return broken
  })
}

function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : []
  const inside = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))
  return path.length > 0 ? [path, ...inside] : inside
}

/** A place that an earlier change has taken away stays as it is. */
function replace(whole: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined || typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, key)) return
  if (rest.length > 0) replace(Reflect.get(whole, key), rest, value)
  else if (value === undefined) Reflect.deleteProperty(whole, key)
  else Reflect.set(whole, key, value)
}
