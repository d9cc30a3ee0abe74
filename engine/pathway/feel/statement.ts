/** The order in which two terms stand, or whether they are one. */
export type ComparisonSign = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A value that a statement is about. */
export type Term =
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  /** a local date in ISO 8601 */
  | { kind: 'date'; value: string }
  /** ISO 8601 */
  | { kind: 'duration'; value: string }
  | { kind: 'clock'; reads: 'today' | 'now' }
  | { kind: 'arithmetic'; sign: '+' | '-' | '*' | '/'; left: Term; right: Term }
  | { kind: 'part'; part: string; of: Term }
  | { kind: 'aggregate'; function: 'min' | 'max' | 'sum' | 'mean'; of: readonly Term[] }
  /** what is only to be quoted */
  | { kind: 'verbatim'; source: string }

/** One end of a range. */
export interface RangeEnd {
  term: Term
  isIncluded: boolean
}

/**
 * What an expression states, read from its syntax tree: without parentheses and without `not`, which is carried down to
 * the comparisons (by De Morgan, which Kleene's logic keeps).
 */
export type Statement =
  | { kind: 'join'; join: 'and' | 'or'; parts: readonly Statement[] }
  | { kind: 'comparison'; term: Term; sign: ComparisonSign; with: Term }
  | { kind: 'range'; term: Term; isInside: boolean; from: RangeEnd; to: RangeEnd }
  | { kind: 'choice'; term: Term; isAmong: boolean; of: readonly Term[] }
  | { kind: 'truth'; term: Term; value: boolean }
  | { kind: 'knowledge'; term: Term; isKnown: boolean }
  | { kind: 'text'; test: 'contains' | 'starts with' | 'ends with'; term: Term; holds: boolean; with: Term }
  | { kind: 'if'; condition: Statement; yes: Statement; no: Statement }
  | { kind: 'constant'; value: boolean }
  /** what is only to be quoted */
  | { kind: 'verbatim'; source: string }
