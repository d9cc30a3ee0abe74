import { useTranslation } from 'react-i18next'
import { Refused } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { usePage } from '../app/usePage.ts'
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
  const isMissing = failure instanceof Refused && failure.problem.status === 404
  const title = t(isMissing ? 'notFound' : 'failed')
  usePage(isPane ? undefined : title)
  if (isMissing) {
    const link = { to: '/', text: t('toPathways') }
    return <Notice isPane={isPane} title={title} text={t('notFoundWhy')} link={link} />
  }
  const button = { text: t('again'), press: onAgain }
  return <Notice isPane={isPane} title={title} text={failureInWords(failure, t)} button={button} />
}
