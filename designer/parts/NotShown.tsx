import { useTranslation } from 'react-i18next'
import { NotLoaded } from './loadLater.ts'
import { Notice } from './Notice.tsx'

/** What stands where something could not be shown. What has failed twice is tried with the page loaded anew. */
export function NotShown({
  thrown,
  isAgain,
  isPage,
  onAgain,
}: {
  thrown: unknown
  /** it has been tried again already */
  isAgain: boolean
  isPage: boolean
  onAgain: () => void
}) {
  const { t } = useTranslation()
  const isMissing = thrown instanceof NotLoaded
  return (
    <Notice
      title={t(isMissing ? 'notLoaded' : 'broken')}
      isPane={!isPage}
      text={t(isMissing ? 'notLoadedWhy' : 'brokenWhy')}
      {...(isPage && { link: { to: '/', text: t('toPathways') } })}
      button={
        // without a connection a page that is loaded anew would be an empty one
        isAgain && navigator.onLine
          ? { text: t('reload'), press: () => location.reload() }
          : { text: t('again'), press: onAgain }
      }
    />
  )
}
