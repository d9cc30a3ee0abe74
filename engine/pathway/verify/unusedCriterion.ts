import { quoted, warning } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Every criterion is asked somewhere. */
export const unusedCriterion: Rule = ({ document, transitions }) => {
  const used = new Set(transitions.flatMap(({ definition }) => definition.criteria ?? []))
  return Object.keys(document.criteria ?? {})
    .filter((name) => !used.has(name))
    .map((name) => {
      const hint = 'Name it in the "criteria" of a transition, or leave it out'
      return warning('unused-criterion', ['criteria', name], `No transition asks the criterion ${quoted(name)}`, hint)
    })
}
