import { compilePathway } from '../compilePathway.ts'
import { error, quoted } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** The last guard: a document that no rule refuses must compile. What it reports is a rule that is missing here. */
export const doesNotCompile: Rule = ({ document, chosen }) => {
  try {
    compilePathway(document, chosen).machine.initial()
    return []
  } catch (thrown) {
    const found = thrown instanceof Error ? thrown.message : thrown
    const hint = 'No rule explains this yet: report it with the document'
    return [error('does-not-compile', [], `The document does not compile: ${quoted(found)}`, hint)]
  }
}
