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

/**
 * What a criterion says, as far as it can be reasoned about: boolean combinations of tests of one value against
 * constants. Anything else is opaque, and nothing is concluded from it.
 */
export type Formula =
  | { kind: 'constant'; value: boolean }
  | { kind: 'and' | 'or'; parts: readonly Formula[] }
  | { kind: 'not'; part: Formula }
  | { kind: 'opaque' }
  | Test

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

/** Every test in a formula. */
export function testsOf(formula: Formula): Test[] {
  if (formula.kind === 'test') return [formula]
  if (formula.kind === 'not') return testsOf(formula.part)
  return formula.kind === 'and' || formula.kind === 'or' ? formula.parts.flatMap(testsOf) : []
}

/** A formula with the days in the state filled in; where they are not known, what asks about them is opaque. */
export function withDaysInState(formula: Formula, days: number | undefined): Formula {
  if (formula.kind === 'not') return { kind: 'not', part: withDaysInState(formula.part, days) }
  if (formula.kind === 'and' || formula.kind === 'or') {
    return { kind: formula.kind, parts: formula.parts.map((part) => withDaysInState(part, days)) }
  }
  if (formula.kind !== 'test' || formula.name !== 'daysInState') return formula
  return days === undefined ? { kind: 'opaque' } : { kind: 'constant', value: formula.holds(days) }
}
