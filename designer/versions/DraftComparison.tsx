import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Frame } from '../app/Frame.tsx'
import { usePage } from '../app/usePage.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { versionAsRun } from '../model/versionAsRun.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { Comparison } from './Comparison.tsx'
import { useAsPublishedNow } from './useAsPublishedNow.ts'
import { useVersion, useVersions } from './useVersions.ts'
import classes from './Versions.module.css'
import { versionInUse } from './versionInUse.ts'

/** The open draft against the version that is in use. */
export default function DraftComparison() {
  const { t, i18n } = useTranslation('versions')
  const id = useDraft((draft) => draft.id)
  const document = useDraft(({ now }) => now.document)
  const bound = useAsPublishedNow(document)
  const layout = useDraft(({ now }) => now.layout)
  const { versions, error, refetch } = useVersions(document.id)
  usePage(t('compareTitle', { title: textIn(document.title, i18n.language) }))
  const published = versions && versionInUse(versions)
  const inUse = useVersion(document.id, published?.version)
  const { details } = inUse
  const failure = (versions ? null : error) ?? inUse.error
  const before = useMemo(() => details && versionAsRun(details), [details])
  return (
    <Frame>
      <Link href={`/drafts/${id}`} className={classes.back}>
        {t('backToDraft')}
      </Link>
      <h1>{t('compareTitle', { title: textIn(document.title, i18n.language) })}</h1>
      {versions?.length === 0 && <p>{t('notPublished')}</p>}
      {details && before && (
        <Comparison
          before={{ document: before, layout: details.layout, name: t('version', { version: details.version }) }}
          after={{ document: bound, layout, name: t('draftNow') }}
        />
      )}
      {failure && <FailureNotice isPane failure={failure} onAgain={error ? refetch : inUse.refetch} />}
      {!details && !failure && versions?.length !== 0 && <Loading />}
    </Frame>
  )
}
