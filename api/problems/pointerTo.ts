/**
 * A JSON Pointer to a place in a body, as a URI fragment (RFC 6901, section 6).
 * @example pointerTo(['facts', 'daysPerWeek']) // '#/facts/daysPerWeek'
 */
export function pointerTo(path: readonly (string | number)[]): string {
  const token = (key: string | number) => encodeURIComponent(String(key).replace(/~/g, '~0').replace(/\//g, '~1'))
  return `#${path.map((key) => `/${token(key)}`).join('')}`
}
