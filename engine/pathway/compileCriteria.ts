import type { CriterionDefinition } from './declarations.ts'
import { completedValue, declaredValues } from './declaredValues.ts'
import type { PathwayDocument } from './document.ts'
import { type CompiledExpression, compileCriterion, type FeelTypeName } from './feel/index.ts'

/** A criterion ready to be asked. */
export interface Criterion {
  name: string
  definition: CriterionDefinition
  expression: CompiledExpression
}

/** Every name that criteria of a document may use, with its FEEL type. Facts of type choice and text are FEEL texts. */
export function valueTypes(document: PathwayDocument): Record<string, FeelTypeName> {
  const types: Record<string, FeelTypeName> = { ...declaredValues }
  for (const task of Object.keys(document.taskDefinitions ?? {})) types[completedValue(task)] = 'number'
  for (const [name, { type }] of Object.entries(document.parameters ?? {})) {
    if (type !== 'duration') types[name] = type
  }
  for (const [name, { type }] of Object.entries(document.facts ?? {})) types[name] = type === 'choice' ? 'text' : type
  return types
}

/**
 * Compiles every criterion of a document.
 * @throws FeelError for the first expression that does not parse or names what is not declared
 */
export function compileCriteria(document: PathwayDocument): Map<string, Criterion> {
  const names = valueTypes(document)
  return new Map(
    Object.entries(document.criteria ?? {}).map(([name, definition]) => [
      name,
      { name, definition, expression: compileCriterion(definition.when, { names }) },
    ]),
  )
}
