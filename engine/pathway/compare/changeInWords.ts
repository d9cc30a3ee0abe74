import type { DraftDocument } from '../words/DraftDocument.ts'
import { stateName, wordsOfName } from '../words/index.ts'
import { asName } from '../words/inSentence.ts'
import type { Language } from '../words/Language.ts'
import { phrasesOf } from '../words/phrasesOf.ts'
import type { Change } from './Change.ts'
import { expressionChange } from './expressionChange.ts'
import { fieldValueInWords } from './fieldValueInWords.ts'

/**
 * A change in a line: what it is about, and what was and is said.
 *
 * @example 'Kriteeri ”Sitoutuu viisipäiväiseen viikkoon”: päiviä viikossa on vähintään 5 → vähintään 4'
 */
export function changeInWords(change: Change, from: DraftDocument, to: DraftDocument, language: Language): string {
  const { changes } = phrasesOf(language)
  const { kind, subject, before, after, field } = change
  const what = `${changes.subjects[subject.type]} ${asName(subject.label[language], language)}`
  switch (kind) {
    case 'added':
      return changes.added(what)
    case 'removed':
      return changes.removed(what)
    case 'renamed':
      return `${what}: ${changes.key} ${String(before)} → ${String(after)}`
    case 'moved': {
      if (field === 'order') return `${what}: ${changes.order} ${Number(before) + 1}. → ${Number(after) + 1}.`
      const [place, later] = [placeInWords(before, from, to, language), placeInWords(after, to, to, language)]
      return `${what}: ${field === undefined ? changes.place : fieldInWords(field, language)} ${place} → ${later}`
    }
    case 'changed': {
      if (field === 'when') {
        const said = expressionChange(from, before, to, after, language)
        return `${what}: ${said}`
      }
      const was = fieldValueInWords(change, before, from, language, to)
      const is = fieldValueInWords(change, after, to, language)
      return `${what}: ${fieldInWords(field ?? '', language)}: ${was} → ${is}`
    }
  }
}

/** Where a state stands by its parent's name; regions by their names in the later document, which has them all. */
function placeInWords(place: unknown, document: DraftDocument, to: DraftDocument, language: Language): string {
  if (Array.isArray(place)) return place.map((path) => stateName(to, String(path).slice(1), language)).join(', ')
  if (typeof place !== 'string') return phrasesOf(language).changes.nothing
  return asName(stateName(document, place, language), language)
}

/** What a field is called, with the language of a text: 'nimi ruotsiksi'. */
function fieldInWords(field: string, language: Language): string {
  const { changes } = phrasesOf(language)
  const keys = field.split('.')
  const last = keys.at(-1)
  const isText = last === 'fi' || last === 'sv' || last === 'en'
  const named = (isText ? keys.slice(0, -1) : keys).map((key) =>
    Object.hasOwn(changes.fields, key) ? changes.fields[key] : wordsOfName(key).toLowerCase(),
  )
  return `${named.join(' / ')}${isText ? ` ${changes.inLanguage[last]}` : ''}`
}
