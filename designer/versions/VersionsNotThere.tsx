import { useTranslation } from 'react-i18next'
import { Frame } from '../app/Frame.tsx'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import type { VersionSummary } from './useVersions.ts'

/** A page about a pathway's versions while they are not there: why, that there are none, or that they are on their way. */
export function VersionsNotThere({
  versions,
  failure,
  onAgain,
}: {
  versions: readonly VersionSummary[] | undefined
  failure: Error | null
  onAgain: () => void
}) {
  const { t } = useTranslation('shell')
  return (
    <Frame>
      {failure && <FailureNotice failure={failure} onAgain={onAgain} />}
      {!failure && versions?.length === 0 && (
        <Notice title={t('notFound')} text={t('notFoundWhy')} link={{ to: '/', text: t('toPathways') }} />
      )}
      {!failure && versions?.length !== 0 && <Loading />}
    </Frame>
  )
}
