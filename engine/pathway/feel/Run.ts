import { LIMITS } from './limits.ts'
import type { FeelInput, FeelValue } from './values/FeelValue.ts'

/** What an evaluation may ask for. Both the values and the clock come from here, so the same scope gives the same answer. */
export interface FeelScope {
  /** The value of a name, or undefined when it is unknown (missing or expired). */
  get(name: string): FeelInput | undefined
  /** The time of the evaluation in epoch milliseconds, for `today()` and `now()`. */
  now: number
  /** The IANA zone of `today()` and `now()`. */
  zone: string
}

/**
 * The state of one evaluation. Names are held as numbers (their slot in the compiled expression).
 *
 * The rule that every node keeps: when it answers a known value that is not a list, it leaves `lacks` as long as it
 * found it. So what is left at the end is what the unknown answer is waiting for.
 */
export interface Run {
  readonly scope: FeelScope
  /** 1 for each slot that had a value when it was looked up. */
  readonly seen: number[]
  /** Slots that were looked up and missing, in order, possibly repeated. */
  readonly lacks: number[]
  /** Values of the quantifiers' own variables. */
  readonly locals: FeelValue[]
  /** Units of work left; below zero the evaluation is given up and its answer is unknown. */
  work: number
}

/** The closure that a node compiles to. It never throws. */
export type Evaluate = (run: Run) => FeelValue

/** A new evaluation over a scope. */
export function startRun(scope: FeelScope): Run {
  return { scope, seen: [], lacks: [], locals: [], work: LIMITS.work }
}

/** Takes units of work; false when there are none left, and then the caller answers null. */
export function spend(run: Run, units: number): boolean {
  run.work -= units
  return run.work >= 0
}

/** Wraps a node that can be decided although an operand is unknown: a decided answer lacks nothing. */
export function settle(evaluate: Evaluate): Evaluate {
  return (run) => {
    const mark = run.lacks.length
    const value = evaluate(run)
    if (value !== null && run.lacks.length > mark && !Array.isArray(value)) run.lacks.length = mark
    return value
  }
}
