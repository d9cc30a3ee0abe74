import type { TFunction } from 'i18next'
import { Refused, TooLarge } from './Refused.ts'

/**
 * Why something did not succeed, in the reader's language.
 * @param t texts of the shell
 */
export function failureInWords(failure: unknown, t: TFunction<'shell'>): string {
  if (failure instanceof TooLarge) return t('tooLarge')
  if (!(failure instanceof Refused)) return t('unreachable')
  return failure.problem.title
}
