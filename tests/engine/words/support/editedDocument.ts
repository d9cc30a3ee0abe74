import fc from 'fast-check'

/** A document after a few edits that leave every part of the type it was: what people do, not what breaks. */
export function editedDocument(document: object): fc.Arbitrary<Record<string, unknown>> {
  const edit = fc.record({ place: fc.nat(100_000), which: fc.nat(100_000) })
  return fc.array(edit, { maxLength: 4 }).map((edits) => {
    const edited: Record<string, unknown> = structuredClone({ ...document })
    for (const { place, which } of edits) {
      const holders = holdersIn(edited)
      const holder = holders[place % holders.length]
      if (holder) editOne(holder, which)
    }
    return edited
  })
}

function holdersIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [...(Object.keys(value).length > 0 ? [value] : []), ...Object.values(value).flatMap(holdersIn)]
}

function editOne(holder: object, which: number): void {
  if (Array.isArray(holder) && holder.length > 1) return void holder.push(holder.shift())
  const keys = Object.keys(holder)
  const key = keys[which % keys.length] ?? ''
  const value: unknown = Reflect.get(holder, key)
  if (typeof value === 'string') Reflect.set(holder, key, `${value}x`)
  else if (typeof value === 'number') Reflect.set(holder, key, value + 1)
  else if (typeof value === 'boolean') Reflect.set(holder, key, !value)
  else if (!Array.isArray(holder)) changeKey(holder, key, which)
}

/** Away with it, or another name for it, or to the end: in turn. */
function changeKey(holder: object, key: string, which: number): void {
  const value: unknown = Reflect.get(holder, key)
  Reflect.deleteProperty(holder, key)
  if (which % 3 === 1) Reflect.set(holder, `${key}Toinen`, value)
  if (which % 3 === 2) Reflect.set(holder, key, value)
}
