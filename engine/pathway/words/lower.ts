import type { Language } from './Language.ts'
import { phrasesOf } from './phrasesOf.ts'

/** A label as it stands within a sentence: its first letter small, unless it is a name ('Kela') or an abbreviation. */
export function lower(text: string, language: Language): string {
  const [first = '', second = ''] = text
  const isAbbreviation = second !== second.toLowerCase() || /[-\d]/.test(second)
  const isName = phrasesOf(language).properNames.some((name) => text.startsWith(name))
  return isAbbreviation || isName ? text : first.toLowerCase() + text.slice(first.length)
}
