import {
  type CompiledExpression,
  compileCriterion,
  FeelError,
  type FeelTypeName,
} from '../../../engine/pathway/feel/index.ts'

/** An expression that can be asked, or what is wrong with it and where. */
export type Checked =
  | { expression: CompiledExpression }
  | { wrong: FeelError['code']; from: number; to: number; found: string }

/** Reads an expression as the engine will when the pathway is published. */
export function checkExpression(when: string, names: Readonly<Record<string, FeelTypeName>>): Checked {
  try {
    return { expression: compileCriterion(when, { names }) }
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    const { code, from, to } = error
    return { wrong: code, from, to, found: when.slice(from, to) }
  }
}
