import { en } from './en/index.ts'
import { fi } from './fi/index.ts'
import type { Language } from './Language.ts'
import type { Phrases } from './Phrases.ts'
import { sv } from './sv/index.ts'

const phrases: Readonly<Record<Language, Phrases>> = { fi, sv, en }

/** What a language says; Finnish for a language that there is not. */
export function phrasesOf(language: Language): Phrases {
  return Object.hasOwn(phrases, language) ? phrases[language] : fi
}
