import { completedValue, declaredValues } from '../declaredValues.ts'
import { type DraftDocument, recordOf, textOf } from './DraftDocument.ts'
import type { Language } from './Language.ts'
import { wordsOfName } from './wordsOfName.ts'

/** What a name in a criterion stands for. */
export type NamedValue =
  | { kind: 'fact' | 'parameter'; label: string; definition: DraftDocument }
  | { kind: 'completed'; label: string }
  | { kind: keyof typeof declaredValues }
  | { kind: 'unknown' }

/** Looks a name of a criterion up among facts, parameters and what the engine counts. */
export function namedValue(document: DraftDocument, name: string, language: Language): NamedValue {
  for (const [kind, section] of [
    ['fact', 'facts'],
    ['parameter', 'parameters'],
  ] as const) {
    const declared = recordOf(document[section])
    if (Object.hasOwn(declared, name)) {
      const definition = recordOf(declared[name])
      return { kind, label: textOf(definition.label, language) ?? wordsOfName(name), definition }
    }
  }
  if (isDeclared(name)) return { kind: name }
  const task = Object.entries(recordOf(document.taskDefinitions)).find(([key]) => completedValue(key) === name)
  if (!task) return { kind: 'unknown' }
  return { kind: 'completed', label: textOf(recordOf(task[1]).label, language) ?? wordsOfName(task[0]) }
}

/** The names that criteria of a draft may use, for the parser to know them. */
export function declaredNames(document: DraftDocument): string[] {
  return [...Object.keys(recordOf(document.facts)), ...Object.keys(recordOf(document.parameters))]
}

const isDeclared = (name: string): name is keyof typeof declaredValues => Object.hasOwn(declaredValues, name)
