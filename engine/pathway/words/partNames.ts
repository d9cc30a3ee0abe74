import { delayOf } from '../parameters.ts'
import { type DraftDocument, partAt, textOf } from './DraftDocument.ts'
import { draftState } from './draftStates.ts'
import { draftTransitions, type TransitionAddress } from './draftTransitions.ts'
import { durationInWords } from './durationInWords.ts'
import type { Language } from './Language.ts'
import { phrasesOf } from './phrasesOf.ts'
import { wordsOfName } from './wordsOfName.ts'

/** A name as words, for what has no label yet. */
function nameAsWords(name: string, language: Language): string {
  const words = wordsOfName(name)
  return words === '' ? phrasesOf(language).sentences.noName : words
}

/** What a part of a document is called: its label, else its name as words. */
type NameOf = (document: DraftDocument, name: string, language: Language) => string

const nameIn =
  (section: string): NameOf =>
  (document, name, language) =>
    textOf(partAt(document, section, name, 'label'), language) ?? nameAsWords(name, language)

export const roleName = nameIn('caseRoles')
export const factName = nameIn('facts')
export const criterionName = nameIn('criteria')
export const taskName = nameIn('taskDefinitions')
export const parameterName = nameIn('parameters')
export const exitName = nameIn('exits')
export const suspensionName = nameIn('suspensions')

/** What a state is called: its phase, its own label, or its key as words; the pathway itself by its title. */
export function stateName(document: DraftDocument, path: string, language: Language): string {
  const definition = path === '' ? document : draftState(document, path)?.definition
  const label = textOf(partAt(definition, 'phase', 'label'), language) ?? textOf(partAt(definition, 'label'), language)
  if (path === '') return textOf(document.title, language) ?? nameAsWords(String(document.id ?? ''), language)
  return label ?? nameAsWords(path.slice(path.lastIndexOf('.') + 1), language)
}

/**
 * What an event is called: by the first transition that it drives and that has a label, else its name as words.
 *
 * @param source the state it is sent in; its transitions are looked at first
 */
export function eventName(document: DraftDocument, event: string, language: Language, source?: string): string {
  const driven = draftTransitions(document).filter((one) => one.kind === 'on' && one.event === event)
  const here = driven.filter((one) => one.source === source)
  const labels = [...here, ...driven].map(({ definition }) => textOf(definition.label, language))
  return labels.find((label) => label !== undefined) ?? nameAsWords(event, language)
}

/** What a transition is called: by its label, else its event's words; undefined for one that nothing names. */
export function transitionName(
  document: DraftDocument,
  { kind, event, definition }: TransitionAddress,
  language: Language,
): string | undefined {
  const label = textOf(partAt(definition, 'label'), language)
  if (label !== undefined) return label
  if (kind === 'on') return event === '*' ? undefined : nameAsWords(event, language)
  if (kind !== 'after') return undefined
  return durationInWords(delayOf(event), language, { form: 'after', parameters: document.parameters })
}

/** What a follow-up of a state is called: its label, its task's, else its name as words. */
export function followUpName(document: DraftDocument, path: string, name: string, language: Language): string {
  const definition = partAt(draftState(document, path)?.definition, 'followUps', name)
  const task = partAt(definition, 'task')
  const label = textOf(partAt(definition, 'label'), language)
  return label ?? (typeof task === 'string' ? taskName(document, task, language) : nameAsWords(name, language))
}

/** What a module of a state is called. */
export function moduleName(document: DraftDocument, path: string, name: string, language: Language): string {
  const label = partAt(draftState(document, path)?.definition, 'modules', name, 'label')
  return textOf(label, language) ?? nameAsWords(name, language)
}
