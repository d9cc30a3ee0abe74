import { LIMITS } from '../limits.ts'
import { type Evaluate, type Run, settle, spend } from '../Run.ts'
import { spendText } from '../values/compareValues.ts'
import { type FeelValue, isList } from '../values/FeelValue.ts'
import type { Signature } from './Signature.ts'

/**
 * A call as a closure: the first of the signatures that takes the values answers, unknown when none does. Every
 * argument is evaluated, so that all that is missing is reported, and paid for by its size. A text or list beyond
 * the limits makes the answer unknown.
 */
export function invoke(signatures: readonly Signature[], parameters: readonly Evaluate[]): Evaluate {
  return settle((run) => {
    const values = parameters.map((parameter) => parameter(run))
    if (!spend(run, 1) || !values.every((value) => isAffordable(value, run))) return null
    for (const { call } of signatures) {
      const result = call(values, run)
      if (result !== undefined) return isWithinLimits(result) ? result : null
    }
    return null
  })
}

function isAffordable(value: FeelValue, run: Run): boolean {
  if (typeof value === 'string') return spendText(value, run)
  return value === null || !isList(value) || spend(run, value.length)
}

function isWithinLimits(value: FeelValue): boolean {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
    case 'string':
      return value.length <= LIMITS.textLength
    default:
      return value === null || !isList(value) || value.length <= LIMITS.listLength
  }
}
