import type { Evaluate } from './Run.ts'
import type { StaticType } from './staticTypes.ts'
import type { SyntaxNode } from './syntax/SyntaxNode.ts'
import type { FeelTypeName, FeelValue } from './values/FeelValue.ts'

/** A compiled part of an expression. */
export interface Compiled {
  readonly evaluate: Evaluate
  readonly type: StaticType
  /** The value, when it is the same at every evaluation. */
  readonly constant?: FeelValue
}

/** A variable of a quantifier. */
interface LocalName {
  readonly name: string
  /** Its place among the locals of a run. */
  readonly slot: number
  readonly type: StaticType
}

/** What the compilers of nodes share while one expression is compiled. */
export interface CompileContext {
  /** The declared names, by their normalized form. */
  readonly declared: ReadonlyMap<string, { name: string; type: FeelTypeName }>
  /** The names used so far; the index is the slot. */
  readonly names: string[]
  /** The quantifiers' variables in sight, innermost last. */
  readonly locals: LocalName[]
  usesClock: boolean
  /** Compiles any node; see `compileNode`. */
  compile(node: SyntaxNode): Compiled
}

/** A part whose value never changes. */
export function constantOf(constant: FeelValue, type: StaticType): Compiled {
  return { evaluate: () => constant, type, constant }
}
