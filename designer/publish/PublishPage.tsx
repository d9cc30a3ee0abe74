import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { comparePathways } from '../../engine/pathway/compare/index.ts'
import { Frame } from '../app/Frame.tsx'
import { usePage } from '../app/usePage.ts'
import { useDraft, useOpenDraft } from '../editor/DraftContext.tsx'
import type { DraftDocument } from '../model/document.ts'
import { versionAsRun } from '../model/versionAsRun.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { NotFresh } from '../parts/NotFresh.tsx'
import { ChangesList } from '../versions/ChangesList.tsx'
import { useAsPublishedNow } from '../versions/useAsPublishedNow.ts'
import { useVersion, useVersions } from '../versions/useVersions.ts'
import { versionInUse } from '../versions/versionInUse.ts'
import { BrokenScenarios } from './BrokenScenarios.tsx'
import { FindingsSummary } from './FindingsSummary.tsx'
import { PublishForm } from './PublishForm.tsx'
import classes from './PublishPage.module.css'
import { checkDraft } from './publishApi.ts'
import { todayInFinland } from './todayInFinland.ts'
import { useSaidOfVersion } from './useSaidOfVersion.ts'
import { WhoIsConcerned } from './WhoIsConcerned.tsx'

/** Publishing the open draft: what changes, for whom, what stands in the way, and who decided it. */
export default function PublishPage() {
  const { t, i18n } = useTranslation('publish')
  const { saving } = useOpenDraft()
  const id = useDraft((draft) => draft.id)
  const document = useDraft(({ now }) => now.document)
  const basedOn = useDraft((draft) => draft.basedOn)
  const revision = useDraft((draft) => draft.revision)
  const isSaved = useDraft((draft) => draft.saving.state === 'saved')
  const isSaving = useDraft(({ saving: { state } }) => state === 'saving' || state === 'waiting')
  const [startsOn, setStartsOn] = useState<string | null>(todayInFinland())
  const [acknowledged, setAcknowledged] = useState('')
  const [said, setSaid] = useSaidOfVersion(id)
  const { versions, error: versionsError, refetch } = useVersions(document.id)
  const inUse = versions && versionInUse(versions)
  const { details, error: detailsError, refetch: refetchDetails } = useVersion(document.id, inUse?.version)
  // what is drawn here last is what is published
  useEffect(() => void saving.flush(), [saving])
  const check = useQuery({
    queryKey: ['check', id, revision, startsOn],
    queryFn: ({ signal }) =>
      checkDraft(id, startsOn === null || startsOn === todayInFinland() ? undefined : startsOn, signal),
    // what was found before stands there until the answer comes
    placeholderData: (before) => before,
    enabled: isSaved,
    gcTime: 0,
  })

  const broken = JSON.stringify(check.data?.scenarios.filter(({ passed }) => !passed) ?? [])
  const failure = versionsError ?? detailsError ?? check.error
  const again = (): void => {
    refetch()
    if (detailsError) refetchDetails()
    if (check.error) void check.refetch()
  }
  const isShown = versions !== undefined && check.data !== undefined
  const latest = versions?.[0]?.version ?? 0
  const next = latest + 1
  const title = textIn(document.title, i18n.language)
  const inUseTitle = textIn(inUse?.title, i18n.language)
  usePage(`${t('title', { version: next })}: ${title}`)
  const published = useMemo(() => details && versionAsRun(details), [details])
  return (
    <Frame>
      <Link href={`/drafts/${id}`} className={classes.back}>
        {t('back')}
      </Link>
      <h1 className={classes.title}>{t('title', { version: next })}</h1>
      <p className={classes.name}>{title}</p>
      {inUse && inUseTitle !== title && <p className={classes.late}>{t('versionOf', { name: inUseTitle })}</p>}
      {!isSaved && !isSaving && (
        <p role="alert" className={classes.wrong}>
          {t('notSaved')}
        </p>
      )}
      {failure && (isShown ? <NotFresh onAgain={again} /> : <FailureNotice isPane failure={failure} onAgain={again} />)}
      {(isSaving || (!failure && !versions) || (isSaved && check.isPending)) && <Loading />}
      {versions && check.data && (
        <div className={classes.columns}>
          <div className={classes.what}>
            <FindingsSummary findings={check.data.findings} />
            <section aria-labelledby="changes">
              <h2 id="changes">{inUse ? t('changes', { version: inUse.version }) : t('first')}</h2>
              {basedOn !== null && basedOn < latest && (
                <p className={classes.late}>{t('behind', { basedOn, latest })}</p>
              )}
              {published && <Changes before={published} after={document} />}
            </section>
            <BrokenScenarios document={document} results={check.data.scenarios} />
            <WhoIsConcerned versions={versions} next={next} startsOn={startsOn} />
          </div>
          <PublishForm
            next={next}
            said={said}
            onSaid={setSaid}
            startsOn={startsOn}
            onStartsOn={setStartsOn}
            hasErrors={check.data.findings.some(({ severity }) => severity === 'error')}
            hasBroken={check.data.scenarios.some(({ passed }) => !passed)}
            // what breaks otherwise later has not been looked at
            isAcknowledged={acknowledged === broken}
            onAcknowledged={(isAcknowledged) => setAcknowledged(isAcknowledged ? broken : '')}
            onRefused={() => void check.refetch()}
          />
        </div>
      )}
    </Frame>
  )
}

function Changes({ before, after }: { before: DraftDocument; after: DraftDocument }) {
  const bound = useAsPublishedNow(after)
  const changes = useMemo(() => comparePathways(before, bound), [before, bound])
  return <ChangesList changes={changes} before={before} after={bound} />
}
