/**
 * Whether two values show the same: lists, records and elements (which are records) by what is in them, anything else
 * only when it is the very same, functions too.
 */
export function isSameShown(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => isSameShown(item, other[index]))
    )
  if (!isPlain(one) || !isPlain(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameShown(one[key], other[key]))
  )
}

/** Not a node of the page or anything else that can change without becoming another. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
