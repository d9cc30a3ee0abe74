import type { Duration } from './calendar/index.ts'
import type { ParameterDefinition } from './declarations.ts'
import type { PathwayDocument } from './document.ts'
import { own } from './own.ts'
import type { DurationRef } from './values.ts'

/** The value of one parameter: a duration for `type: 'duration'`, else what its type says. */
export type ParameterValue = ParameterDefinition['default']
/** The parameter values a version runs with; chosen at publishing, the same for as long as a journey stays on it. */
export type Parameters = Readonly<Record<string, ParameterValue>>

/** The document's defaults with an administrator's own values on top. Unknown names are left for `verify` to refuse. */
export function resolveParameters(document: PathwayDocument, chosen: Parameters = {}): Parameters {
  const resolved: Record<string, ParameterValue> = {}
  for (const [name, { default: value }] of Object.entries(document.parameters ?? {})) {
    resolved[name] = own(chosen, name) ?? value
  }
  return resolved
}

/** A document that says the chosen values where it said its defaults: as a version runs. Sound documents and drafts alike. */
export function withChosen<Document extends Pick<PathwayDocument, 'parameters'>>(
  document: Document,
  chosen: Readonly<Record<string, unknown>>,
): Document {
  const { parameters } = document
  if (!parameters || !Object.keys(parameters).some((name) => Object.hasOwn(chosen, name))) return document
  const said = Object.entries(parameters).map(([name, definition]) => [
    name,
    { ...definition, default: own(chosen, name) ?? definition.default },
  ])
  return { ...document, parameters: Object.fromEntries(said) }
}

/**
 * A duration of the document with its parameter filled in.
 * @throws Error when the parameter does not exist or is not a duration
 */
export function resolveDuration(reference: DurationRef, parameters: Parameters): Duration {
  if (typeof reference === 'string' || !('parameter' in reference)) return reference
  const value = own(parameters, reference.parameter)
  if (value === undefined) throw new Error(`there is no parameter "${reference.parameter}"`)
  if (typeof value === 'string') return value
  if (typeof value === 'object' && !('parameter' in value)) return value
  throw new Error(`the parameter "${reference.parameter}" is not a duration`)
}

/** The duration that a key of `after` stands for: `'P3M'`, `'500'` (milliseconds) or a parameter's name. */
export function delayOf(key: string): DurationRef {
  if (/^\d+$/.test(key)) return { milliseconds: Number(key) }
  return /^P[\dT]/.test(key) ? key : { parameter: key }
}
