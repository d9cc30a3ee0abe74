import type { DraftDocument } from '../words/DraftDocument.ts'
import { expressionInWords, partsInWords } from '../words/expressionInWords.ts'
import type { Language } from '../words/Language.ts'
import { phrasesOf } from '../words/phrasesOf.ts'

/** How a criterion's expression has changed: only the parts that differ, and not twice what both begin with. */
export function expressionChange(
  from: DraftDocument,
  before: unknown,
  to: DraftDocument,
  after: unknown,
  language: Language,
): string {
  const whole = `${expressionInWords(from, before, language)} → ${expressionInWords(to, after, language)}`
  const [old, now] = [partsInWords(from, before, language), partsInWords(to, after, language)]
  if (!old || !now || old.join !== now.join) return whole
  const isSaid = (parts: typeof old.parts, { lead, rest }: (typeof parts)[number]) =>
    parts.some((one) => one.lead === lead && one.rest === rest)
  const gone = old.parts.filter((part) => !isSaid(now.parts, part))
  const come = now.parts.filter((part) => !isSaid(old.parts, part))
  const [one, other] = [gone[0], come[0]]
  if (gone.length + come.length === 0) return whole
  if (gone.length === 1 && come.length === 1 && one && other) {
    return `${written(one)} → ${one.lead === other.lead ? other.rest : written(other)}`
  }
  const { changes, and } = phrasesOf(language)
  const said = (parts: typeof gone) => (parts.length === 0 ? changes.nothing : and(parts.map(written)))
  return `${said(gone)} → ${said(come)}`
}

const written = ({ lead, rest }: { lead: string; rest: string }): string => `${lead} ${rest}`.trim()
