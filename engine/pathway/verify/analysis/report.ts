import type { Finding } from '../../finding.ts'

/** A place in a document: keys and indices from its root. */
export type JsonPath = (string | number)[]

/** A finding that stops publishing. */
export function error(code: string, path: JsonPath, message: string, hint: string, trace?: string[]): Finding {
  return { code, severity: 'error', path, message, hint, ...(trace ? { trace } : {}) }
}

/** A finding for the administrator to weigh. */
export function warning(code: string, path: JsonPath, message: string, hint: string, trace?: string[]): Finding {
  return { code, severity: 'warning', path, message, hint, ...(trace ? { trace } : {}) }
}

/** A value as it may be quoted in a message: short, whatever it was. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value === null) return 'null'
  if (typeof value === 'object') return 'an object'
  return String(value)
}

/** A list of names as it may be quoted in a message: the first ones, and how many more. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map((name) => `"${name}"`)
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ')
}
