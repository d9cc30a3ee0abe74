import { type DraftDocument, listOf, partAt, stringOf, textOf } from '../words/DraftDocument.ts'
import { statesByPath } from '../words/draftStates.ts'
import {
  criterionName,
  durationInWords,
  eventName,
  factName,
  type Language,
  roleName,
  stateName,
  taskName,
  wordsOfName,
} from '../words/index.ts'
import { phrasesOf } from '../words/phrasesOf.ts'
import type { Change } from './Change.ts'
import { spelled } from './sameValue.ts'

type NameOf = (document: DraftDocument, name: string, language: Language) => string

/** What the names in a field are names of. */
const names: Readonly<Record<string, NameOf>> = {
  criteria: criterionName,
  by: roleName,
  role: roleName,
  responsible: roleName,
  escalateTo: roleName,
  parties: roleName,
  readers: roleName,
  task: taskName,
  tasks: taskName,
  event: eventName,
}
const durations = new Set(['after', 'every', 'until', 'warnBefore', 'due', 'shelfLife', 'review', 'backDating'])
const labelled = new Set(['options', 'form', 'checklist', 'services', 'metrics'])

/**
 * The value of a field of a document in words.
 *
 * @param other the later document, whose names for states an earlier value may already have
 */
export function fieldValueInWords(
  { field = '', subject }: Change,
  value: unknown,
  document: DraftDocument,
  language: Language,
  other: DraftDocument = document,
): string {
  const { changes, values, quote } = phrasesOf(language)
  const key = field.split('.').at(-1) ?? ''
  if (value === undefined)
    return subject.type === 'module' && key === 'version' ? changes.latestVersion : changes.nothing
  if (typeof value === 'boolean') return value ? values.yes : values.no
  if (typeof value === 'number') return String(value)
  const isDuration = durations.has(key) || (key === 'default' && isDurationText(value)) || isDurationObject(value)
  if (isDuration) return durationInWords(value, language, { parameters: document.parameters })
  if (key === 'target' || key === 'initial')
    return listOf(value)
      .map((one) => targetInWords(one, [document, other], language))
      .join(', ')
  if (labelled.has(key))
    return listOf(value)
      .map((one) => quote(labelOf(one, document, language)))
      .join(', ')
  const nameOf = Object.hasOwn(names, key) ? names[key] : undefined
  const roles = partAt(value, 'by')
  if (roles !== undefined)
    return listOf(roles)
      .map((one) => roleName(document, String(one), language))
      .join(', ')
  if (typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'))) {
    return listOf(value)
      .map((one) => wordInWords(String(one), key, nameOf, document, language))
      .join(', ')
  }
  return quote(spelled(value))
}

const isDurationText = (value: unknown): boolean => typeof value === 'string' && /^P[\dT]/.test(value)
const isDurationObject = (value: unknown): boolean =>
  ['workingDays', 'milliseconds', 'parameter'].some((key) => partAt(value, key) !== undefined)

/** Fields whose values are codes of the format; others are texts, and stand in quotation marks. */
const coded = new Set([
  'effect',
  'shift',
  'whenSuspended',
  'catchUp',
  'anchor',
  'start',
  'whenLeft',
  'class',
  'lane',
  'type',
  'history',
  'origin',
  'outcome',
  'recordClass',
])

function wordInWords(
  text: string,
  key: string,
  nameOf: NameOf | undefined,
  document: DraftDocument,
  language: Language,
): string {
  const { changes, quote } = phrasesOf(language)
  if (nameOf) return nameOf(document, text, language)
  const code = coded.has(key) && Object.hasOwn(changes.codes, text) ? changes.codes[text] : undefined
  return code ?? quote(text)
}

/** States are compared as paths, which begin with `#`; of a state that neither document has, its key. */
function targetInWords(target: unknown, documents: readonly DraftDocument[], language: Language): string {
  const written = String(target)
  if (!written.startsWith('#')) return phrasesOf(language).changes.noState(written)
  const path = written.slice(1)
  const document = documents.find((one) => statesByPath(one).has(path))
  return document ? stateName(document, path, language) : wordsOfName(path.slice(path.lastIndexOf('.') + 1))
}

function labelOf(part: unknown, document: DraftDocument, language: Language): string {
  const fact = stringOf(partAt(part, 'fact'))
  const own = textOf(partAt(part, 'label'), language)
  if (own !== undefined) return own
  return fact === undefined
    ? wordsOfName(String(partAt(part, 'code') ?? partAt(part, 'id') ?? partAt(part, 'name') ?? ''))
    : factName(document, fact, language)
}
