/**
 * What an expression may cost. The first three are refused at compile time (`too-large`); the others are reached at
 * evaluation, where the answer becomes unknown. A criterion of a pathway stays far below all of them.
 */
export const LIMITS = {
  /** Characters of source. */
  sourceLength: 2000,
  /** Nodes of the syntax tree, without names' parts, operators and punctuation. */
  nodes: 400,
  /** Nesting; a long chain of `and`, `or`, `+` or `*` counts as one level. */
  depth: 40,
  /** Elements of a list, given or built. A longer list is unknown. */
  listLength: 1000,
  /** Characters of a text, given or built. A longer text is unknown. */
  textLength: 10_000,
  /** Units of work of one evaluation, see `spend`: about a list element, 64 characters or four nodes each. */
  work: 100_000,
} as const
