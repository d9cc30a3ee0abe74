import type { Language } from '../../../engine/pathway/words/index.ts'
import { english } from './en.ts'
import { finnish } from './fi.ts'
import { swedish } from './sv.ts'

/** A rule, or one case of a rule that has several: `final-state`, `final-state:late`. */
export type RuleCase = keyof typeof finnish
export type RuleTexts = Record<RuleCase, readonly [title: string, why: string, todo: string]>

/** What each rule of verification finds, for people. Loaded with the list of findings, not with the first screen. */
export const rulesInWords: Record<Language, RuleTexts> = { fi: finnish, sv: swedish, en: english }
