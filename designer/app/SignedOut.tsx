import { useTranslation } from 'react-i18next'
import { Banner } from '../parts/Banner.tsx'
import { signInAddress } from './signInAddress.ts'

/** Says, across the page, that the session is over. Signing in is a window of its own, so that nothing here is left. */
export function SignedOut() {
  const { t } = useTranslation()
  return (
    <Banner role="alert">
      <span>{t('signedOut')}</span>
      <a href={signInAddress()} target="_blank" rel="noreferrer">
        {t('signIn')}
      </a>
    </Banner>
  )
}
