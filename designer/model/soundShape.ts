import { isRecord } from '../../engine/pathway/isRecord.ts'

/**
 * Gives a part of a document as it can be read: the very same where it has the form that it should, without what has not
 * otherwise; undefined where nothing of it can be read.
 */
export type Shape = (part: unknown) => unknown

export const aString: Shape = (part) => (typeof part === 'string' ? part : undefined)
export const aNumber: Shape = (part) => (typeof part === 'number' ? part : undefined)
export const aBoolean: Shape = (part) => (typeof part === 'boolean' ? part : undefined)

/** One of some words. */
export const oneOf =
  (...words: readonly string[]): Shape =>
  (part) =>
    typeof part === 'string' && words.includes(part) ? part : undefined

/** Whatever one of several forms can read, the first that can. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (part) => {
    for (const shape of shapes) {
      const read = shape(part)
      if (read !== undefined) return read
    }
    return undefined
  }

/** A record with keys of known forms, and keys that nobody here reads, which stay. What it has not, it need not have. */
export const partOf = (shapes: Readonly<Record<string, Shape>>): Shape =>
  remembered((part) => readEntries(part, (key) => (Object.hasOwn(shapes, key) ? shapes[key] : undefined)))

/** A record that says nothing without certain keys. */
export const wholePartOf = (shapes: Readonly<Record<string, Shape>>): Shape => {
  const shape = partOf(shapes)
  return (part) => {
    const read = shape(part)
    return isRecord(read) && Object.keys(shapes).every((key) => Object.hasOwn(read, key)) ? read : undefined
  }
}

/** A record of parts by name, all of one form. */
export const each = (shape: Shape): Shape => remembered((part) => readEntries(part, () => shape))

/** A list of parts of one form. What cannot be read leaves the list, or gives way to what stands in for it. */
export const listOf = (shape: Shape, standIn?: unknown): Shape =>
  remembered((part) => {
    if (!Array.isArray(part)) return undefined
    const read = part.map((one: unknown) => shape(one) ?? standIn)
    if (read.every((one, at) => one === part[at])) return part
    return read.filter((one) => one !== undefined)
  })

function readEntries(part: unknown, shapeOf: (key: string) => Shape | undefined): unknown {
  if (!isRecord(part)) return undefined
  let isSame = true
  const read = Object.entries(part).flatMap(([key, value]) => {
    const shape = shapeOf(key)
    const now = shape ? shape(value) : value
    if (now !== value) isSame = false
    return now === undefined ? [] : [[key, now] as const]
  })
  return isSame ? part : Object.fromEntries(read)
}

/** Reads a part once: an edit leaves most of a document as it was, and that is not read anew. */
function remembered(shape: Shape): Shape {
  const known = new WeakMap<object, unknown>()
  return (part) => {
    if (typeof part !== 'object' || part === null) return undefined
    if (known.has(part)) return known.get(part)
    const read = shape(part)
    known.set(part, read)
    return read
  }
}
