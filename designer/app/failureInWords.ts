import type { TFunction } from 'i18next'
import { Refused } from './Refused.ts'

/**
 * Why something did not succeed, in the reader's language.
 * @param t texts of the shell
 */
export function failureInWords(failure: unknown, t: TFunction<'shell'>): string {
  if (!(failure instanceof Refused)) return t('unreachable')
  const { code, title } = failure.problem
  return code === 'body-too-large' ? t('tooLarge') : title
}
