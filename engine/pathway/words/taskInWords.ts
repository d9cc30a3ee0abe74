import { type DraftDocument, listOf, namesOf, partAt, recordOf, stringOf, textOf } from './DraftDocument.ts'
import { durationAndSetting } from './durationInWords.ts'
import { roleWords, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { factName, taskName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { upper } from './upper.ts'
import { wordsOfName } from './wordsOfName.ts'

/** A task in whole sentences: who does it, by when, with whom, and what is recorded with it. */
export function taskInWords(document: DraftDocument, name: string, language: Language): string {
  const { sentences, durations } = phrasesOf(language)
  const { task } = sentences
  const definition = recordOf(partAt(document, 'taskDefinitions', name))
  const { due, durationMinutes, whenSuspended } = definition
  const [role] = roleWords(document, namesOf(definition.role), language)
  const [escalates] = roleWords(document, namesOf(definition.escalateTo), language)
  const parties = roleWords(document, namesOf(definition.parties), language)
  const fields = listOf(definition.form).map((field) => ({
    label: fieldName(document, field, language),
    isRequired: partAt(field, 'required') === true,
  }))
  const required = fields.filter(({ isRequired }) => isRequired).map(({ label }) => label)
  const optional = fields.filter(({ isRequired }) => !isRequired).map(({ label }) => label)
  const checklist = listOf(definition.checklist)
  const time = durationAndSetting(due, language, { parameters: document.parameters })
  return sentencesOf(
    `${taskName(document, name, language)}.`,
    role === undefined ? task.noRole : task.role(role),
    due !== undefined && task.due(time.said, time.setting),
    due !== undefined && whenSuspended === 'keep' && sentences.keepsWhenSuspended,
    parties.length > 0 && task.parties(parties),
    typeof durationMinutes === 'number' && task.takes(durations.say('plain', lengthOf(durationMinutes))),
    required.length > 0 && task.required(required),
    optional.length > 0 && task.optional(optional),
    checklist.length > 0 &&
      task.checklist(checklist.length, checklist.filter((one) => partAt(one, 'required') === true).length),
    escalates !== undefined && task.escalates(escalates),
    classSentence(definition.class, language),
  )
}

/** What a field of a form is called: the task's own label, else the fact's. */
function fieldName(document: DraftDocument, field: unknown, language: Language): string {
  const own = textOf(partAt(field, 'label'), language)
  const fact = stringOf(partAt(field, 'fact'))
  return (
    own ?? (fact === undefined ? wordsOfName(String(partAt(field, 'name') ?? '')) : factName(document, fact, language))
  )
}

const lengthOf = (minutes: number) =>
  minutes % 60 === 0 ? [{ count: minutes / 60, unit: 'hour' as const }] : [{ count: minutes, unit: 'minute' as const }]

/** What kind of information something is, where it is no ordinary one. */
export function classSentence(value: unknown, language: Language): string | undefined {
  if (value !== 'health' && value !== 'profiling' && value !== 'confidential') return undefined
  return `${upper(phrasesOf(language).sentences.classes[value])}.`
}
