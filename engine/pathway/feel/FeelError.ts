/** Why an expression was refused; stable, so that callers and tests may rely on it. */
export type FeelErrorCode = 'syntax' | 'unknown-name' | 'unsupported' | 'too-large' | 'type'

/** A stretch of the source: character offsets, `from` included, `to` not. */
export interface SourceSpan {
  from: number
  to: number
}

/**
 * An expression that cannot be compiled. It is thrown at compile time only: evaluating a compiled expression never
 * throws, its failures are unknown.
 *
 * `message` says what was found, `hint` what would be accepted, `from` and `to` where it stands in the source.
 *
 * @example
 * try {
 *   compileExpression('hours > 5', { names: { hoursPerDay: 'number' } })
 * } catch (error) {
 *   if (error instanceof FeelError) error.code // 'unknown-name'; the hint offers hoursPerDay
 * }
 */
export class FeelError extends Error {
  readonly code: FeelErrorCode
  readonly from: number
  readonly to: number
  readonly hint: string

  constructor(code: FeelErrorCode, message: string, at: SourceSpan, hint: string) {
    super(message)
    this.name = 'FeelError'
    this.code = code
    this.from = at.from
    this.to = at.to
    this.hint = hint
  }
}
