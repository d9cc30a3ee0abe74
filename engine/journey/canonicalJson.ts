/**
 * JSON with one spelling: keys sorted, `undefined` left out, no white space (after RFC 8785, for the values that we
 * keep: no numbers beyond JavaScript's own). Equal values give equal bytes.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let text = '{'
  for (const key of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[key]
    if (field === undefined) continue
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`
  }
  return `${text}}`
}
