import { error } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Every criterion is an expression that can be asked: it parses, names what is declared, and is true or false. */
export const criterionError: Rule = ({ logic }) =>
  [...logic.criteria.values()].flatMap(({ name, fault, definition }) => {
    if (!fault) return []
    const { line, column } = positionOf(definition.when, fault.from)
    const message = `${fault.message} (${line > 1 ? `line ${line}, ` : ''}character ${column})`
    return [error('criterion-error', ['criteria', name, 'when'], message, fault.hint)]
  })

function positionOf(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
