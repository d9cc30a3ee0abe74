import type { FactDefinition } from '../../declarations.ts'
import type { Scalar, Test } from './formula.ts'

/** The values that a name may take. */
export type Domain =
  | { type: 'number'; min?: number; max?: number; integer?: boolean }
  | { type: 'oneOf'; values: readonly Scalar[] }
  | { type: 'text' }

/** The values that a fact may take, where tests of it can be reasoned about. */
export function domainOf(fact: FactDefinition): Domain | undefined {
  switch (fact.type) {
    case 'number':
      return { type: 'number', min: fact.min, max: fact.max, integer: fact.integer }
    case 'choice':
      return { type: 'oneOf', values: fact.options.map(({ code }) => code) }
    case 'boolean':
      return { type: 'oneOf', values: [true, false] }
    case 'text':
      return { type: 'text' }
    case 'date':
      return undefined
  }
}

/**
 * One value from each part of the domain in which no test changes its answer: what holds for these holds for all.
 * Numbers are split at the constants they are tested against; texts are those constants and one other.
 */
export function representatives(domain: Domain, tests: readonly Test[]): Scalar[] {
  if (domain.type === 'oneOf') return [...domain.values]
  const constants = [...new Set(tests.flatMap((test) => test.constants))]
  if (domain.type === 'text') return [...constants, `${constants.join('')}…`]
  return numbers(
    domain,
    constants.filter((one) => typeof one === 'number').sort((a, b) => a - b),
  )
}

function numbers({ min, max, integer }: Extract<Domain, { type: 'number' }>, points: readonly number[]): number[] {
  const low = integer && min !== undefined ? Math.ceil(min) : min
  const high = integer && max !== undefined ? Math.floor(max) : max
  const isInside = (value: number): boolean =>
    (low === undefined || value >= low) &&
    (high === undefined || value <= high) &&
    (!integer || Number.isInteger(value))
  const found = points.length === 0 ? [low ?? high ?? 0] : [...points]
  points.forEach((point, index) => {
    const next = points[index + 1]
    if (next !== undefined) found.push(...between(point, next, low, high, integer === true))
  })
  const [first, last] = [points[0], points.at(-1)]
  if (first !== undefined) found.push(outside(first, low, -1, integer === true))
  if (last !== undefined) found.push(outside(last, high, 1, integer === true))
  return [...new Set(found.filter(isInside))]
}

/** A value strictly between two points and inside the bounds, if there is one. */
function between(a: number, b: number, low = -Infinity, high = Infinity, integer: boolean): number[] {
  const [from, to] = [Math.max(a, low), Math.min(b, high)]
  if (from > to) return []
  const candidates = integer ? [Math.floor(from) + 1, from, to] : [from + (to - from) / 2, from, to]
  return candidates.filter((value) => value > a && value < b).slice(0, 1)
}

/** A value beyond all points: the bound itself, or one further out. */
function outside(point: number, bound: number | undefined, direction: 1 | -1, integer: boolean): number {
  if (bound !== undefined) return bound
  const step = Math.max(1, Math.abs(point))
  return integer ? Math.floor(point) + direction * Math.ceil(step + 1) : point + direction * step
}
