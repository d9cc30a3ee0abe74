import { useTranslation } from 'react-i18next'
import { Refused } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { Notice } from './Notice.tsx'

/** What stands where something could not be fetched: that there is no such thing, or why, with a way to try again. */
export function FailureNotice({
  failure,
  onAgain,
  isPane = false,
}: {
  failure: Error
  onAgain: () => void
  /** it stands on a page that has a heading of its own */
  isPane?: boolean
}) {
  const { t } = useTranslation()
  if (failure instanceof Refused && failure.problem.status === 404)
    return (
      <Notice isPane={isPane} title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
    )
  return (
    <Notice
      isPane={isPane}
      title={t('failed')}
      text={failureInWords(failure, t)}
      button={{ text: t('again'), press: onAgain }}
    />
  )
}
