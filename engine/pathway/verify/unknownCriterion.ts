import { namesAt, undeclared } from './analysis/references.ts'
import type { Rule } from './verifyContext.ts'

/** Every criterion that a transition asks is declared. */
export const unknownCriterion: Rule = ({ document, transitions }) =>
  undeclared(
    'unknown-criterion',
    transitions.flatMap(({ path, definition }) => namesAt([...path, 'criteria'], definition.criteria)),
    document.criteria,
    { kind: 'criterion', section: 'criteria' },
  )
