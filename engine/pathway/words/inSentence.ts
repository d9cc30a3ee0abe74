import type { DraftDocument } from './DraftDocument.ts'
import { draftState } from './draftStates.ts'
import type { Language } from './Language.ts'
import { lower } from './lower.ts'
import type { StateWords } from './Phrases.ts'
import { roleName, stateName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'

/** A name within a sentence: as it is when it is one word, else in quotation marks. */
export function asName(name: string, language: Language): string {
  return /\s/.test(name) ? phrasesOf(language).quote(name) : name
}

/** A state as sentences speak of it. */
export function stateWords(document: DraftDocument, path: string, language: Language): StateWords {
  const name = asName(stateName(document, path, language), language)
  if (path === '') return { noun: 'pathway', name }
  const state = draftState(document, path)
  if (state?.definition.phase !== undefined) return { noun: 'phase', name }
  return { noun: state?.type === 'final' && state.parent === '' ? 'end' : 'state', name }
}

/** Case roles as sentences speak of them. */
export function roleWords(document: DraftDocument, roles: readonly string[], language: Language): string[] {
  return roles.map((role) => lower(roleName(document, role, language), language))
}

/** Sentences one after the other. */
export function sentencesOf(...sentences: readonly (string | undefined | false)[]): string {
  return sentences.filter((one) => typeof one === 'string' && one !== '').join(' ')
}

/** A label and what is said of it: 'Aloita koulutus: vaiheesta …'; quoted where it has a colon of its own. */
export function labelled(label: string | undefined, said: string, language: Language): string {
  if (label === undefined) return said
  return `${/[:;]/.test(label) ? phrasesOf(language).quote(label) : label}: ${said}`
}

/** With a full stop, unless it ends in a mark of its own. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}
