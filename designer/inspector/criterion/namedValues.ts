import { completedValue, type declaredValues } from '../../../engine/pathway/declaredValues.ts'
import type { FeelScope, FeelTypeName } from '../../../engine/pathway/feel/index.ts'
import { factName, type Language, parameterName, taskName, unitInWords } from '../../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../../model/document.ts'
import { listOf, recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'

export type NamedType = 'number' | 'choice' | 'date' | 'boolean' | 'text'

/** A value of a client, or of a pathway. */
export type Known = string | number | boolean

/** A value that a criterion may ask about. */
export interface NamedValue {
  name: string
  label: string
  /** where it comes from: shown as a group */
  group: string
  type: NamedType
  unit?: string
  /** of a choice */
  options: readonly { value: string; label: string }[]
  /** what it is for whoever enters now: a setting's own value, nothing counted; a fact is not known then */
  begins?: Known
}

/** Words for the groups and for what is counted. */
export type SayNamed = (
  text: 'groupFacts' | 'groupSettings' | 'groupCounted' | keyof typeof declaredValues | 'timesCompleted',
  values?: { task: string },
) => string

/** What criteria of a document may ask about: facts, settings, and what the engine counts. */
export function namedValues(document: DraftDocument, language: Language, say: SayNamed): readonly NamedValue[] {
  const unitOf = (definition: unknown): { unit?: string } => {
    const unit = stringOf(recordOf(definition).unit)
    return unit === undefined ? {} : { unit: unitInWords(unit, language) }
  }
  const facts = Object.entries(document.facts ?? {}).map(([name, fact]): NamedValue => {
    const options = listOf(recordOf(fact).options).map((option) => {
      const code = stringOf(recordOf(option).code) ?? ''
      return { value: code, label: textIn(textOf(recordOf(option).label), language) || code }
    })
    const label = factName(document, name, language)
    return { name, label, group: say('groupFacts'), type: fact.type, options, ...unitOf(fact) }
  })
  const settings = Object.entries(document.parameters ?? {}).flatMap(([name, parameter]): NamedValue[] => {
    const { type, default: begins } = parameter
    if (type === 'duration') return []
    const label = parameterName(document, name, language)
    const named = { name, label, group: say('groupSettings'), type, options: [], ...unitOf(parameter) }
    // a draft may say nothing, or something of another kind
    return [isKnown(begins) && typeof begins === typeOf[type] ? { ...named, begins } : named]
  })
  const counted: NamedValue[] = [
    ...(['daysInState', 'daysInJourney'] as const).map((name) => ({ name, label: say(name) })),
    ...Object.keys(document.taskDefinitions ?? {}).map((task) => ({
      name: completedValue(task),
      label: say('timesCompleted', { task: taskName(document, task, language) }),
    })),
  ].map((one) => ({ ...one, group: say('groupCounted'), type: 'number' as const, options: [], begins: 0 }))
  return [...facts, ...settings, ...counted]
}

/** The names with their types, as expressions know them. */
export function feelNames(values: readonly NamedValue[]): Record<string, FeelTypeName> {
  return Object.fromEntries(values.map(({ name, type }) => [name, type === 'choice' ? 'text' : type]))
}

/** What a criterion sees of a client of whom something is known; of the rest, what it is when one enters. */
export function scopeOf(values: readonly NamedValue[], known: Readonly<Record<string, Known>>, now: number): FeelScope {
  const begins = new Map(values.map((one) => [one.name, one.begins]))
  return { get: (name) => known[name] ?? begins.get(name), now, zone: 'Europe/Helsinki' }
}

const typeOf = { number: 'number', text: 'string', boolean: 'boolean' } as const
const isKnown = (value: unknown): value is Known => ['string', 'number', 'boolean'].includes(typeof value)
