import type { TFunction } from 'i18next'
import { delayOf } from '../../engine/pathway/parameters.ts'
import { durationInWords, eventName, type Language, stateName, wordsOfName } from '../../engine/pathway/words/index.ts'
import type { Finding } from '../editing/draftStore.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeName } from '../model/placeName.ts'
import { type Place, placeAt } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'
import { findings as findingTexts } from '../texts/fi/findings.ts'
import { rulesInWords } from '../texts/rulesInWords.ts'
import { caseOf } from './caseOf.ts'
import { valueAt } from './valueAt.ts'

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

type FindingsText = TFunction<'findings'>

/** Says a finding in the reader's language. A rule that is not known here is told in the engine's own English. */
export function findingInWords(
  finding: Finding,
  document: DraftDocument,
  language: Language,
  t: FindingsText,
): FindingInWords {
  const place = placeAt(finding.path)
  const rule = caseOf(finding, document)
  const [title, why, todo] = rule === undefined ? [finding.message, '', finding.hint] : rulesInWords[language][rule]
  const said = title
    .replace('{{name}}', () => nameIn(finding, document, place, language))
    .replace('{{field}}', () => fieldIn(finding.path, t))
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

/** What a place is called, with the state that it lies in: ”Kuntoutus › Aloita koulutus”. */
export function whereInWords(document: DraftDocument, place: Place, language: Language): string {
  const own = nameOf(document, place, language)
  if (!('state' in place) || place.kind === 'state') return own
  return `${stateName(document, place.state, language)} › ${own}`
}

/** A place's name; of a transition that nobody has named, where it leads. */
function nameOf(document: DraftDocument, place: Place, language: Language): string {
  const name = placeName(document, place, language)
  if (name !== '' || place.kind !== 'transition') return name
  const leaving = readPathway(document).leaving.get(place.state) ?? []
  const [target] = leaving.find((item) => JSON.stringify(item.place) === JSON.stringify(place))?.targets ?? []
  return target === undefined ? '' : `→ ${stateName(document, target, language)}`
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

function fieldIn(path: readonly (string | number)[], t: FindingsText): string {
  const words = path.filter((key) => typeof key === 'string').slice(-2)
  const known = words.flatMap((key) => (isField(key) ? [t(`field_${key}`)] : []))
  const [last] = known.slice(-1)
  if (last === undefined) return t('fieldAnything')
  const isTranslation = ['fi', 'sv', 'en'].includes(words.at(-1) ?? '')
  return isTranslation && known.length > 1 ? `${known[0]}, ${last}` : last
}

type FieldKey = Extract<keyof typeof findingTexts, `field_${string}`> extends `field_${infer K}` ? K : never

const isField = (key: string): key is FieldKey => Object.hasOwn(findingTexts, `field_${key}`)

function stepInWords(step: string, document: DraftDocument, language: Language, t: FindingsText): string {
  if (step === 'always') return t('byFacts')
  if (step === 'done' || step === 'onDone') return t('byDone')
  if (!step.startsWith('after:')) return eventName(document, step, language)
  const { parameters } = document
  return durationInWords(delayOf(step.slice('after:'.length)), language, { form: 'after', parameters })
}
