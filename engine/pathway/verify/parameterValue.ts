import { type Duration, DurationError, parseDuration } from '../calendar/index.ts'
import type { ParameterDefinition } from '../declarations.ts'
import { nearestNames } from '../feel/syntax/nearestNames.ts'
import type { Finding } from '../finding.ts'
import { own } from '../own.ts'
import { error, type JsonPath, listed, quoted } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Defaults and chosen values of parameters are of their type and within their range. */
export const parameterValue: Rule = ({ document, chosen }) => {
  const declared = document.parameters ?? {}
  const defaults = Object.entries(declared).flatMap(([name, parameter]) => [
    ...rangeOf(name, parameter),
    ...check(name, parameter, parameter.default, ['parameters', name, 'default'], 'The default of'),
  ])
  const values = Object.entries(chosen).flatMap(([name, value]) => {
    const parameter = own(declared, name)
    if (parameter) return check(name, parameter, value, ['parameters', name], 'The value chosen for')
    const near = nearestNames(name, Object.keys(declared))
    const hint =
      near.length > 0
        ? `Did you mean ${listed(near)}?`
        : `The pathway has ${listed(Object.keys(declared), 20) || 'none'}`
    return [
      error('parameter-value', ['parameters'], `A value was chosen for ${quoted(name)}, which is no parameter`, hint),
    ]
  })
  return [...defaults, ...values]
}

function rangeOf(name: string, { type, min, max }: ParameterDefinition): Finding[] {
  const path = ['parameters', name]
  if (type !== 'number' && (min ?? max) !== undefined) {
    return [
      error(
        'parameter-value',
        path,
        `The parameter ${quoted(name)} is a ${type}, but has a range`,
        'Leave out min and max',
      ),
    ]
  }
  const isEmpty = min !== undefined && max !== undefined && min > max
  return isEmpty ? [error('parameter-value', path, `No value is from ${min} to ${max}`, 'Set min below max')] : []
}

function check(name: string, parameter: ParameterDefinition, value: unknown, path: JsonPath, whose: string): Finding[] {
  const accepted = acceptedInstead(parameter, value)
  return accepted === undefined
    ? []
    : [error('parameter-value', path, `${whose} ${quoted(name)} is ${quoted(value)}`, `Accepted: ${accepted}`)]
}

/** What a parameter would accept instead of a value; undefined when it accepts the value. */
export function acceptedInstead({ type, min, max }: ParameterDefinition, value: unknown): string | undefined {
  if (type === 'duration') return durationRefusal(value)
  if (type === 'text') return typeof value === 'string' ? undefined : 'a text'
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'true or false'
  const isInside = typeof value === 'number' && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
  if (isInside) return undefined
  const range = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` up to ${max}`].join('')
  return `a number${range}`
}

function durationRefusal(value: unknown): string | undefined {
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return 'a duration such as P2M'
  try {
    parseDuration(value as Duration)
    return undefined
  } catch (thrown) {
    return thrown instanceof DurationError ? thrown.hint.replace(/^accepted: /, '') : 'a duration such as P2M'
  }
}
