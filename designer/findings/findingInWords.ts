import type { TFunction } from 'i18next'
import { delayOf } from '../../engine/pathway/parameters.ts'
import { durationInWords, eventName, type Language, wordsOfName } from '../../engine/pathway/words/index.ts'
import type { Finding } from '../editing/draftStore.ts'
import type { DraftDocument } from '../model/document.ts'
import { type Place, placeAt } from '../model/places.ts'
import { rulesInWords } from '../texts/rulesInWords.ts'
import { caseOf } from './caseOf.ts'
import { fieldInWords } from './fieldInWords.ts'
import { valueAt } from './valueAt.ts'
import { nameOf, whereInWords } from './whereInWords.ts'

/** A finding as it is read: what is so and where, why it matters to a client, what to do. */
export interface FindingInWords {
  place: Place
  /** what the place is called, with what it lies in */
  where: string
  title: string
  why: string
  todo: string
  /** what leads a client into it, step by step */
  trace: string[]
}

/** Says a finding in the reader's language. A rule that is not known here is told in the engine's own English. */
export function findingInWords(
  finding: Finding,
  document: DraftDocument,
  language: Language,
  t: TFunction<'findings'>,
): FindingInWords {
  const place = placeAt(finding.path)
  const rule = caseOf(finding, document)
  const [title, why, todo] = rule === undefined ? [finding.message, '', finding.hint] : rulesInWords[language][rule]
  const said = title
    .replace('{{name}}', () => nameIn(finding, document, place, language))
    .replace('{{field}}', () => fieldInWords(finding.path, t) ?? t('fieldAnything'))
    .replace('{{language}}', () => t(finding.path.at(-1) === 'sv' ? 'swedish' : 'english'))
  return {
    place,
    where: whereInWords(document, place, language),
    title: said,
    why,
    todo,
    trace: (finding.trace ?? []).map((step) => stepInWords(step, document, language, t)),
  }
}

/** What a title names: what is missing where something is named that is not there, else what the finding is about. */
function nameIn({ code, path }: Finding, document: DraftDocument, place: Place, language: Language): string {
  const value = valueAt(document, path)
  const isNamed = code.startsWith('unknown-') || code.startsWith('duplicate-') || code === 'reserved-name'
  if (isNamed && place.kind !== 'module') {
    const isReference = typeof value === 'object' && value !== null && 'parameter' in value
    const name = isReference ? value.parameter : typeof value === 'string' ? value : path.at(-1)
    return wordsOfName(String(name).replace(/^[#.]/, '').split('.').at(-1) ?? '')
  }
  return nameOf(document, place, language)
}

function stepInWords(step: string, document: DraftDocument, language: Language, t: TFunction<'findings'>): string {
  if (step === 'always') return t('byFacts')
  if (step === 'done' || step === 'onDone') return t('byDone')
  if (!step.startsWith('after:')) return eventName(document, step, language)
  const { parameters } = document
  return durationInWords(delayOf(step.slice('after:'.length)), language, { form: 'after', parameters })
}
