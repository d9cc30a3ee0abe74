import type { TFunction } from 'i18next'
import { Refused } from './Refused.ts'

/**
 * Why something did not succeed, in the reader's language.
 * @param t texts of the shell
 */
export function failureInWords(failure: unknown, t: TFunction<'shell'>): string {
  if (!(failure instanceof Refused)) return t('unreachable')
  const { code, title, errors } = failure.problem
  if (code === 'body-too-large') return t('tooLarge')
  const fields = (errors ?? []).map(({ path }) => path.join('.')).filter((field) => field !== '')
  return fields.length === 0 ? title : `${title} (${fields.join(', ')})`
}
