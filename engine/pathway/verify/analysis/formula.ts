import type { Truth } from '../../feel/index.ts'

/** A value that the analysis of criteria reasons about. */
export type Scalar = number | string | boolean

/** A test of one named value against constants. Between its constants its answer does not change. */
export interface Test {
  kind: 'test'
  name: string
  constants: readonly Scalar[]
  holds(value: Scalar): boolean
}

/** Two named values of one type compared with each other. Only their order decides its answer. */
export interface Comparison {
  kind: 'comparison'
  names: readonly [left: string, right: string]
  holds(left: Scalar, right: Scalar): boolean
}

/**
 * What a criterion says, as far as it can be reasoned about: boolean combinations of tests of one value against
 * constants, and of two values against each other. Anything else is opaque, and nothing is concluded from it.
 */
export type Formula =
  | { kind: 'constant'; value: boolean }
  | { kind: 'and' | 'or'; parts: readonly Formula[] }
  | { kind: 'not'; part: Formula }
  | { kind: 'opaque' }
  | Test
  | Comparison

/** A value for each name that a formula tests. */
export type Assignment = ReadonlyMap<string, Scalar>

/** The truth of a formula, after Kleene; what is opaque is unknown. */
export function truthOf(formula: Formula, values: Assignment): Truth {
  switch (formula.kind) {
    case 'constant':
      return formula.value
    case 'opaque':
      return 'unknown'
    case 'not': {
      const truth = truthOf(formula.part, values)
      return truth === 'unknown' ? truth : !truth
    }
    case 'test': {
      const value = values.get(formula.name)
      return value === undefined ? 'unknown' : formula.holds(value)
    }
    case 'comparison': {
      const [left, right] = formula.names.map((name) => values.get(name))
      return left === undefined || right === undefined ? 'unknown' : formula.holds(left, right)
    }
    default:
      return joined(
        formula.parts.map((part) => truthOf(part, values)),
        formula.kind === 'or',
      )
  }
}

/** `deciding` is the truth that one part is enough for: false for `and`, true for `or`. */
function joined(truths: readonly Truth[], deciding: boolean): Truth {
  if (truths.includes(deciding)) return deciding
  return truths.includes('unknown') ? 'unknown' : !deciding
}

/** Every test and comparison in a formula. */
export function atomsOf(formula: Formula): (Test | Comparison)[] {
  if (formula.kind === 'test' || formula.kind === 'comparison') return [formula]
  if (formula.kind === 'not') return atomsOf(formula.part)
  return formula.kind === 'and' || formula.kind === 'or' ? formula.parts.flatMap(atomsOf) : []
}

/** Every name that a formula asks about. */
export function namesOf(formula: Formula): Set<string> {
  return new Set(atomsOf(formula).flatMap((atom) => (atom.kind === 'test' ? [atom.name] : atom.names)))
}

/** A formula in which only some names are asked about; whatever asks about others is opaque. */
export function asking(formula: Formula, names: ReadonlySet<string>): Formula {
  if (formula.kind === 'not') return { kind: 'not', part: asking(formula.part, names) }
  if (formula.kind === 'and' || formula.kind === 'or') {
    return { kind: formula.kind, parts: formula.parts.map((part) => asking(part, names)) }
  }
  return [...namesOf(formula)].every((name) => names.has(name)) ? formula : { kind: 'opaque' }
}

/** A formula with the days in the state filled in; where they are not known, what asks about them is opaque. */
export function withDaysInState(formula: Formula, days: number | undefined): Formula {
  if (formula.kind === 'not') return { kind: 'not', part: withDaysInState(formula.part, days) }
  if (formula.kind === 'and' || formula.kind === 'or') {
    return { kind: formula.kind, parts: formula.parts.map((part) => withDaysInState(part, days)) }
  }
  if (!namesOf(formula).has('daysInState')) return formula
  if (formula.kind !== 'test') return { kind: 'opaque' }
  return days === undefined ? { kind: 'opaque' } : { kind: 'constant', value: formula.holds(days) }
}
