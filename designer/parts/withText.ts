import type { Text } from '../../engine/pathway/values.ts'
import type { Language } from '../app/language.ts'

/**
 * A text with what was written in one of its languages. Where nothing is left of a language its key goes; where nothing
 * is left at all an optional text goes, and a required one stays, empty, for verification to ask for.
 */
export function withText(
  text: Text | undefined,
  language: Language,
  written: string,
  isRequired: boolean,
): Text | undefined {
  const { fi = '', sv, en } = text ?? {}
  const isEmpty = written.trim() === ''
  const next: Text = { fi, ...(sv !== undefined && { sv }), ...(en !== undefined && { en }) }
  if (language === 'fi') next.fi = isEmpty ? '' : written
  else if (isEmpty) delete next[language]
  else next[language] = written
  const isNothing = next.fi === '' && next.sv === undefined && next.en === undefined
  return isNothing && !isRequired ? undefined : next
}
