import { useTranslation } from 'react-i18next'

/** Says that something is being fetched. */
export function Loading() {
  const { t } = useTranslation()
  return (
    <p role="status" style={{ padding: '24px', color: 'var(--quiet)' }}>
      {t('loading')}
    </p>
  )
}
