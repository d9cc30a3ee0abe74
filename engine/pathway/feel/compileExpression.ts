import type { CompileContext } from './CompileContext.ts'
import { compileNode } from './nodes/compileNode.ts'
import { type FeelScope, type Run, startRun } from './Run.ts'
import { normalizeName } from './syntax/normalizeName.ts'
import { parseSource } from './syntax/parseSource.ts'
import type { FeelTypeName, FeelValue } from './values/FeelValue.ts'

/** What an expression may use. */
export interface FeelOptions {
  /** The names that may be used, with their types; another name is a FeelError. */
  names: Readonly<Record<string, FeelTypeName>>
}

/** Kleene's three truth values. */
export type Truth = true | false | 'unknown'

/** The truth of an expression and what it rests on. The names are sorted, each once. */
export interface FeelResult {
  value: Truth
  /** Names that were looked at and had a value, or were asked about with `= null` or `is defined`. */
  seen: string[]
  /** Names that were missing and leave the answer open; empty when it is decided. */
  lacks: string[]
}

/** An expression compiled once, to be evaluated many times. It holds no state and never throws. */
export interface CompiledExpression {
  source: string
  /** Every declared name that the expression mentions, sorted. */
  names: string[]
  /** Whether it mentions `today()` or `now()`. */
  usesClock: boolean
  /** What it evaluates to, as far as the declared types tell. */
  type: FeelTypeName
  /** Its truth; a known value that is not boolean is unknown. */
  evaluate(scope: FeelScope): FeelResult
  /** Its value, of any type; null is unknown. */
  evaluateValue(scope: FeelScope): { value: FeelValue; seen: string[]; lacks: string[] }
}

/**
 * Compiles a FEEL expression (DMN 1.5, chapter 10) to closures, over the subset that criteria need: comparison,
 * `between`, `in`, arithmetic, `and`/`or`/`not`, `if`, lists, `some`/`every`, dates, durations and their functions.
 *
 * Unknown is not true. A comparison with a missing value is unknown, `!=` too, as in the standard: whether a value is
 * missing is asked with `x = null` or `is defined(x)`. Beyond the standard, `if` with an unknown condition is unknown
 * unless both branches agree, and what costs too much work is unknown. Numbers are doubles: `0.1 + 0.2 = 0.3` is false.
 *
 * @throws FeelError when the expression is not in the subset, is too large, uses an undeclared name, or is certain to
 *   compare or calculate with the wrong type
 *
 * @example
 * const expression = compileExpression('daysPerWeek >= 5 and hoursPerDay >= 6', {
 *   names: { daysPerWeek: 'number', hoursPerDay: 'number' },
 * })
 * const facts = new Map([['daysPerWeek', 5]])
 * expression.evaluate({ get: (name) => facts.get(name), now: 0, zone: 'Europe/Helsinki' })
 * // { value: 'unknown', seen: ['daysPerWeek'], lacks: ['hoursPerDay'] }
 */
export function compileExpression(source: string, options: FeelOptions): CompiledExpression {
  const context: CompileContext = {
    declared: declaredOf(options.names),
    names: [],
    locals: [],
    usesClock: false,
    compile: (node) => compileNode(node, context),
  }
  const { evaluate, type } = context.compile(parseSource(source, Object.keys(options.names)))
  const { names } = context
  const order = names.map((_, slot) => slot).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1))
  return {
    source,
    names: order.map((slot) => names[slot] ?? ''),
    usesClock: context.usesClock,
    type: type === 'null' ? 'any' : type,
    evaluate(scope) {
      const run = startRun(scope)
      const value = evaluate(run)
      const truth = typeof value === 'boolean' && run.work >= 0 ? value : 'unknown'
      return { value: truth, seen: seenNames(run, names, order), lacks: lackedNames(run, names, order) }
    },
    evaluateValue(scope) {
      const run = startRun(scope)
      const value = evaluate(run)
      const known = run.work >= 0 ? value : null
      return { value: known, seen: seenNames(run, names, order), lacks: lackedNames(run, names, order) }
    },
  }
}

/** The criteria of a pathway share their names: many names, many criteria. */
const declaredBefore = new WeakMap<FeelOptions['names'], CompileContext['declared']>()

function declaredOf(names: FeelOptions['names']): CompileContext['declared'] {
  const known = declaredBefore.get(names)
  if (known) return known
  const declared = new Map(Object.entries(names).map(([name, type]) => [normalizeName(name), { name, type }]))
  declaredBefore.set(names, declared)
  return declared
}

function lackedNames(run: Run, names: readonly string[], order: readonly number[]): string[] {
  if (run.lacks.length === 0) return []
  return order.filter((slot) => run.lacks.includes(slot)).map((slot) => names[slot] ?? '')
}

/** A name that was asked about with `= null` and is missing elsewhere is lacked, not seen. */
function seenNames({ seen, lacks }: Run, names: readonly string[], order: readonly number[]): string[] {
  const found: string[] = []
  for (const slot of order) {
    const name = names[slot]
    if (seen[slot] === 1 && name !== undefined && !(lacks.length > 0 && lacks.includes(slot))) found.push(name)
  }
  return found
}
