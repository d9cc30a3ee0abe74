import type { ApiProblemCode } from './problemCodes.ts'
import { problemTable } from './problemTable.ts'
import { languages, problemTitles, type TitleLanguage } from './problemTitles.ts'

/** The kind of problem in words, in one of the languages that there are titles in; else in English. */
export function titleOf(code: ApiProblemCode, language: string | undefined): string {
  const known: TitleLanguage = languages.find((one) => one === language) ?? 'en'
  return known === 'en' ? problemTable[code].title : problemTitles[code][known]
}
