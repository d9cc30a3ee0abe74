import type { Language } from '../../engine/pathway/words/index.ts'
import { rules as en } from './en/rules.ts'
import { rules as fi } from './fi/rules.ts'
import { rules as sv } from './sv/rules.ts'

/** A rule, or one case of a rule that has several: `final-state`, `final-state:late`. */
export type RuleCase = keyof typeof fi
export type RuleTexts = Record<RuleCase, readonly [title: string, why: string, todo: string]>

/** What each rule of verification finds, for people. Loaded with the list of findings, not with the first screen. */
export const rulesInWords: Record<Language, RuleTexts> = { fi, sv, en }
