import { dateOf, dayOf, FIRST_DAY, LAST_DAY } from '../../calendar/civilDay.ts'
import type { FactDefinition } from '../../declarations.ts'
import type { Scalar, Test } from './formula.ts'

/** The values that a name may take. */
export type Domain =
  | { type: 'number'; min?: number; max?: number; integer?: boolean }
  | { type: 'oneOf'; values: readonly Scalar[] }
  | { type: 'text' }
  | { type: 'date' }

/** The values that a fact may take, where tests of it can be reasoned about. */
export function domainOf(fact: FactDefinition): Domain {
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
      return { type: 'date' }
  }
}

/**
 * One value from each part of the domain in which no test changes its answer: what holds for these holds for all.
 * Numbers and dates are split at the constants they are tested against; texts are those constants and one other.
 */
export function representatives(domain: Domain, tests: readonly Test[]): Scalar[] {
  if (domain.type === 'oneOf') return [...domain.values]
  const constants = [...new Set(tests.flatMap((test) => test.constants))]
  if (domain.type === 'text') return [...constants, `${constants.join('')}…`]
  const points = constants.map(numberOf).sort((a, b) => a - b)
  return numbers(rangeOf(domain), points).map((value) => scalarOf(value, domain))
}

/** Numbers and dates, whose values have an order. */
type Ordered = Extract<Domain, { type: 'number' | 'date' }>
type Range = Pick<Extract<Domain, { type: 'number' }>, 'min' | 'max' | 'integer'>

/** Dates are reasoned about as whole numbers of days. */
const rangeOf = (domain: Ordered): Range =>
  domain.type === 'date' ? { min: FIRST_DAY, max: LAST_DAY, integer: true } : domain
const numberOf = (value: Scalar): number => (typeof value === 'string' ? dayOf(value) : Number(value))
const scalarOf = (value: number, { type }: Ordered): Scalar => (type === 'date' ? dateOf(value) : value)

/**
 * The same of values that are compared with each other, by name: enough of them between any two points at which an answer
 * may change that they stand in every order there, also whole numbers among others.
 */
export function rivalRepresentatives(
  rivals: ReadonlyMap<string, Ordered>,
  tests: readonly Test[],
): Map<string, readonly Scalar[]> {
  const ranges = [...rivals].map(([name, domain]) => ({ name, domain, range: rangeOf(domain) }))
  const bounds = ranges.flatMap(({ range: { min, max } }) => [min, max]).filter((one) => one !== undefined)
  const constants = tests.flatMap((test) => test.constants).map(numberOf)
  const points = [...new Set([...constants, ...bounds])].sort((a, b) => a - b)
  const hasWhole = ranges.some(({ range }) => range.integer)
  const hasOthers = ranges.some(({ range }) => !range.integer)
  const room = ranges.length + 1
  const ends = [(points[0] ?? 0) - room, ...points, (points.at(-1) ?? 0) + room]
  const marks = ends.flatMap((low, index) => {
    const whole = hasWhole ? wholeBetween(low, ends[index + 1], ranges.length) : []
    return [low, ...whole]
  })
  const values = hasOthers ? marks.flatMap((low, index) => [low, ...spread(low, marks[index + 1], room)]) : marks
  return new Map(
    ranges.map(({ name, domain, range: { min = -Infinity, max = Infinity, integer } }) => {
      const own = values.filter((value) => value >= min && value <= max && (!integer || Number.isInteger(value)))
      return [name, own.map((value) => scalarOf(value, domain))]
    }),
  )
}

/** The first whole numbers strictly between two points. */
function wholeBetween(low: number, high = low, most: number): number[] {
  const first = Math.floor(low) + 1
  return Array.from({ length: most }, (_, index) => first + index).filter((value) => value < high)
}

/** Numbers strictly between two points, one fewer than the parts they make. */
function spread(low: number, high = low, parts: number): number[] {
  return high > low ? Array.from({ length: parts - 1 }, (_, index) => low + ((high - low) * (index + 1)) / parts) : []
}

function numbers({ min, max, integer }: Range, points: readonly number[]): number[] {
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
