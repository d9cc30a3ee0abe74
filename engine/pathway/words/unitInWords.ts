import type { Language } from './Language.ts'
import type { UnitCode } from './Phrases.ts'
import { phrasesOf } from './phrasesOf.ts'

/** How documents write units that have a word of their own in every language. */
const spellings: readonly (readonly [code: UnitCode, written: readonly string[]])[] = [
  ['daysAWeek', ['d/week', 'd/wk', 'days/week', 'pv/vko', 'pv/vk', 'dagar/vecka', 'd/v']],
  ['hoursADay', ['h/d', 'h/day', 'hours/day', 'h/pv', 't/pv', 'tim/dag', 'h/dag']],
  ['hoursAWeek', ['h/week', 'h/wk', 'hours/week', 'h/vko', 't/vko', 'tim/vecka', 'h/vecka']],
  ['years', ['y', 'year', 'years', 'v', 'vuotta', 'år']],
  ['months', ['month', 'months', 'mo', 'kk', 'mån', 'mån.']],
  ['weeks', ['week', 'weeks', 'wk', 'vko', 'vk', 'veckor']],
  ['days', ['d', 'day', 'days', 'pv', 'päivää', 'dagar']],
  ['hours', ['h', 'hour', 'hours', 't', 'tuntia', 'timmar']],
  ['minutes', ['min', 'minutes', 'minuuttia', 'minuter']],
  ['euros', ['€', 'eur', 'euro', 'euros', 'euroa']],
  ['eurosAMonth', ['€/kk', '€/month', 'eur/kk', 'eur/month', '€/mån']],
  ['people', ['people', 'persons', 'hlö', 'henkilöä', 'personer']],
  ['pieces', ['pcs', 'kpl', 'st', 'st.']],
]

const codes = new Map(spellings.flatMap(([code, written]) => written.map((one) => [one, code] as const)))

/**
 * A unit as a language writes it; one that has no word of its own as the document does.
 *
 * @example unitInWords('d/week', 'fi') // 'pv/vko'
 */
export function unitInWords(unit: unknown, language: Language): string {
  if (typeof unit !== 'string') return ''
  const code = codeOf(unit)
  return code === undefined ? unit.trim() : phrasesOf(language).values.units[code]
}

/** Whether a label says the unit itself, so that a number beside it needs none: 'Päiviä viikossa', `d/week`. */
export function labelSaysUnit(label: string, unit: unknown, language: Language): boolean {
  const code = typeof unit === 'string' ? codeOf(unit) : undefined
  return code !== undefined && (phrasesOf(language).values.labelsWithUnit[code]?.test(label) ?? false)
}

const codeOf = (unit: string): UnitCode | undefined => codes.get(unit.trim().toLowerCase())
