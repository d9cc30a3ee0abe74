import type { Text } from '../../engine/pathway/values.ts'
import type { Language } from '../../engine/pathway/words/index.ts'

/** A text in the reader's language; in Finnish where it is not translated. */
export function textIn(text: Partial<Text> | undefined | null, language: string): string {
  if (!text) return ''
  return text[language as Language] ?? text.fi ?? ''
}

/** An instant as a date with its weekday: ma 4.5.2026. */
export function dateInWords(instant: string | Date, language: string): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant
  const parts = { timeZone: 'Europe/Helsinki' } as const
  const weekday = new Intl.DateTimeFormat(language, { ...parts, weekday: 'short' }).format(at)
  const date = new Intl.DateTimeFormat('fi', { ...parts, day: 'numeric', month: 'numeric', year: 'numeric' }).format(at)
  return `${weekday} ${date}`
}

/** A local date, YYYY-MM-DD, as a date with its weekday: ma 4.5.2026. */
export function dayInWords(day: string, language: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`), language)
}

/** An instant as a date and a time of day: ma 4.5.2026 klo 9.15. */
export function momentInWords(instant: string | Date, language: string): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant
  const time = new Intl.DateTimeFormat('fi', {
    timeZone: 'Europe/Helsinki',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)
  const between = language === 'fi' ? ' klo ' : language === 'sv' ? ' kl. ' : ', '
  return `${dateInWords(at, language)}${between}${time}`
}
