export { compileCriterion } from './compileCriterion.ts'
export {
  type CompiledExpression,
  compileExpression,
  type FeelOptions,
  type FeelResult,
  type Truth,
} from './compileExpression.ts'
export { FeelError } from './FeelError.ts'
export { LIMITS } from './limits.ts'
export type { FeelScope } from './Run.ts'
export type { FeelInput, FeelTypeName, FeelValue } from './values/FeelValue.ts'
export { formatFeelValue } from './values/formatFeelValue.ts'
