import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Frame } from '../app/Frame.tsx'
import { failureInWords } from '../app/failureInWords.ts'
import { usePage } from '../app/usePage.ts'
import { draftFromVersion } from '../home/startDraft.ts'
import { useDrafts } from '../home/useDrafts.ts'
import { asDraftDocument } from '../model/document.ts'
import { dayInWords, textIn } from '../parts/inWords.ts'
import { localDateOf } from '../parts/localDateOf.ts'
import { NotFresh } from '../parts/NotFresh.tsx'
import { DraftLine } from './DraftLine.tsx'
import { useVersion, useVersions } from './useVersions.ts'
import { VersionCard } from './VersionCard.tsx'
import classes from './Versions.module.css'
import { VersionsNotThere } from './VersionsNotThere.tsx'
import { versionInUse } from './versionInUse.ts'

/** A pathway: all its versions, who runs on which, and the drafts of the next. */
export default function PathwayPage({ pathway }: { pathway: string }) {
  const { t, i18n } = useTranslation('versions')
  const { t: publish } = useTranslation('publish')
  const { t: shell } = useTranslation('shell')
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<string>()
  const { versions, error, refetch } = useVersions(pathway)
  const inUse = versions && versionInUse(versions)
  usePage(textIn(inUse?.title, i18n.language))
  const { details } = useVersion(pathway, inUse?.version)
  const drafts = useDrafts(pathway)
  if (!versions || !inUse) {
    return <VersionsNotThere versions={versions} failure={versions ? null : error} onAgain={refetch} />
  }
  const restore = async (version: number): Promise<void> => {
    setWrong(undefined)
    try {
      const draft = await draftFromVersion(pathway, version)
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      go(`/drafts/${draft}`)
    } catch (failure) {
      setWrong(t('restoreFailed', { why: failureInWords(failure, shell) }))
    }
  }
  const publishedNow = versions.find(({ version }) => `${version}` === search.get('published'))
  const description = details && asDraftDocument(details.document).description
  return (
    <Frame>
      <Link href="/" className={classes.back}>
        {shell('pathways')}
      </Link>
      {error && <NotFresh onAgain={refetch} />}
      <h1>{textIn(inUse.title, i18n.language)}</h1>
      {publishedNow && (
        <p role="status" className={classes.done}>
          {publish(publishedNow.startsOn <= localDateOf(new Date()) ? 'done' : 'doneLater', {
            version: publishedNow.version,
            day: dayInWords(publishedNow.startsOn, i18n.language),
          })}
        </p>
      )}
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
      {description && <p className={classes.lead}>{textIn(description, i18n.language)}</p>}
      {drafts.data && drafts.data.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t('drafts')}</h2>
          <ul className={classes.drafts}>
            {drafts.data.map((draft) => (
              <DraftLine key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="versions">
        <h2 id="versions">{t('history')}</h2>
        <ol className={classes.versions}>
          {versions.map((version, at) => (
            <VersionCard
              key={version.version}
              version={version}
              versions={versions}
              previous={versions[at + 1]?.version}
              onRestore={() => restore(version.version)}
            />
          ))}
        </ol>
      </section>
    </Frame>
  )
}
