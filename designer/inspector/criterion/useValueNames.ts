import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { completedValue, declaredValues } from '../../../engine/pathway/declaredValues.ts'
import type { FeelTypeName } from '../../../engine/pathway/feel/index.ts'
import { factName, parameterName, taskName, unitInWords } from '../../../engine/pathway/words/index.ts'
import { listOf, recordOf, stringOf, textOf } from '../../model/readValue.ts'
import { textIn } from '../../parts/inWords.ts'
import { useReader } from '../fields/useReader.ts'

export type NamedType = 'number' | 'choice' | 'date' | 'boolean' | 'text'

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
}

/** What criteria of the document may ask about: facts, settings, and what the engine counts. */
export function useValueNames(): readonly NamedValue[] {
  const { t } = useTranslation('inspectorRules')
  const { document, language } = useReader()
  return useMemo(() => {
    const facts = Object.entries(document.facts ?? {}).map(([name, fact]): NamedValue => {
      const definition = recordOf(fact)
      const unit = stringOf(definition.unit)
      const options = listOf(definition.options).map((option) => {
        const code = stringOf(recordOf(option).code) ?? ''
        return { value: code, label: textIn(textOf(recordOf(option).label), language) || code }
      })
      return {
        name,
        label: factName(document, name, language),
        group: t('groupFacts'),
        type: fact.type,
        options,
        ...(unit !== undefined && { unit: unitInWords(unit, language) }),
      }
    })
    const settings = Object.entries(document.parameters ?? {}).flatMap(([name, { type }]): NamedValue[] =>
      type === 'duration'
        ? []
        : [{ name, label: parameterName(document, name, language), group: t('groupSettings'), type, options: [] }],
    )
    const counted: NamedValue[] = [
      ...Object.keys(declaredValues).map((name) => ({
        name,
        label: t(name === 'daysInState' ? 'daysInState' : 'daysInJourney'),
      })),
      ...Object.keys(document.taskDefinitions ?? {}).map((task) => ({
        name: completedValue(task),
        label: t('timesCompleted', { task: taskName(document, task, language) }),
      })),
    ].map((one) => ({ ...one, group: t('groupCounted'), type: 'number' as const, options: [] }))
    return [...facts, ...settings, ...counted]
  }, [document, language, t])
}

/** The names with their types, as expressions know them. */
export function feelNames(values: readonly NamedValue[]): Record<string, FeelTypeName> {
  return Object.fromEntries(values.map(({ name, type }) => [name, type === 'choice' ? 'text' : type]))
}
