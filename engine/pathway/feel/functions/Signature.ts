import type { Run } from '../Run.ts'
import type { StaticType } from '../staticTypes.ts'
import { type FeelTypeName, type FeelValue, typeOfValue } from '../values/FeelValue.ts'

/** The known values of each type; `any` may also be unknown. */
interface ValuesOfType {
  number: number
  text: string
  boolean: boolean
  date: Extract<FeelValue, { kind: 'date' }>
  dateTime: Extract<FeelValue, { kind: 'dateTime' }>
  daysDuration: Extract<FeelValue, { kind: 'daysDuration' }>
  monthsDuration: Extract<FeelValue, { kind: 'monthsDuration' }>
  list: readonly FeelValue[]
  any: FeelValue
}

type Arguments<P extends readonly FeelTypeName[]> = { [K in keyof P]: ValuesOfType[P[K]] }

/** One way to call a function: what it takes, what it gives, and how. */
export interface Signature {
  readonly parameters: readonly FeelTypeName[]
  /** The type of any further arguments. */
  readonly rest?: FeelTypeName
  readonly result: StaticType
  /** Null is unknown; undefined when the values are not of these types. Never throws. */
  readonly call: (values: readonly FeelValue[], run: Run) => FeelValue | undefined
}

/**
 * A signature whose function gets values of its types only.
 *
 * @example signature(['text', 'text'], 'boolean', ([text, part]) => text.includes(part))
 */
export function signature<const P extends readonly FeelTypeName[]>(
  parameters: P,
  result: StaticType,
  call: (values: Arguments<P>, run: Run) => FeelValue,
): Signature {
  return { parameters, result, call: (values, run) => (areOfTypes(values, parameters) ? call(values, run) : undefined) }
}

/** The signatures of a function of a list that may also be given element by element: `sum([1, 2])`, `sum(1, 2)`. */
export function listSignatures(
  result: StaticType,
  call: (list: readonly FeelValue[], run: Run) => FeelValue,
): Signature[] {
  return [
    signature(['list'], result, ([list], run) => call(list, run)),
    { parameters: ['any'], rest: 'any', result, call },
  ]
}

function areOfTypes<P extends readonly FeelTypeName[]>(values: readonly FeelValue[], types: P): values is Arguments<P> {
  return types.every((type, index) => type === 'any' || typeOfValue(values[index] ?? null) === type)
}
