/** One spelling of a value: keys sorted, `undefined` left out, so that equal values give equal texts. */
export function spelled(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${spelled(field)}`).join(',')}}`
}

/** Whether two values are equal but for the order of keys. */
export const isSame = (a: unknown, b: unknown): boolean => spelled(a) === spelled(b)
