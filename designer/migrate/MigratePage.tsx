import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { answered, api } from '../app/api.ts'
import { Frame } from '../app/Frame.tsx'
import { usePage } from '../app/usePage.ts'
import { useViewer } from '../app/viewer.ts'
import { asDraftDocument } from '../model/document.ts'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { useVersion, useVersions } from '../versions/useVersions.ts'
import versionClasses from '../versions/Versions.module.css'
import { VersionsNotThere } from '../versions/VersionsNotThere.tsx'
import { versionToMoveTo } from '../versions/versionToMoveTo.ts'
import { MigrateForm } from './MigrateForm.tsx'
import classes from './MigratePage.module.css'

/** Moving the clients of one version of a pathway to another: `?from=1&to=2`. Tried first, and a manager's to decide. */
export default function MigratePage({ pathway }: { pathway: string }) {
  const { t, i18n } = useTranslation('migrate')
  const { t: about } = useTranslation('versions')
  const { systemRoles } = useViewer()
  const [search, setSearch] = useSearchParams()
  const { versions, error, refetch } = useVersions(pathway)
  const title = textIn(versions?.[0]?.title, i18n.language)
  usePage(title && `${t('title')}: ${title}`)
  const work = useOneAtATime()
  const [reason, setReason] = useState('')
  const from = Number(search.get('from')) || versions?.find(({ journeys }) => (journeys?.live ?? 0) > 0)?.version
  const to = Number(search.get('to')) || (from !== undefined && versions ? versionToMoveTo(from, versions) : undefined)
  const before = useVersion(pathway, from)
  const after = useVersion(pathway, to)
  const census = useQuery({
    queryKey: ['census', pathway, from],
    queryFn: () => {
      const path = { pathway, version: from ?? 0 }
      return answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}/census', { params: { path } }))
    },
    enabled: from !== undefined,
  })

  const failure =
    (versions ? null : error) ?? before.error ?? after.error ?? (census.data === undefined ? census.error : null)
  if (failure || !versions || versions.length === 0) {
    const again = (): void => {
      if (error) refetch()
      if (before.error) before.refetch()
      if (after.error) after.refetch()
      if (census.error) void census.refetch()
    }
    return <VersionsNotThere versions={versions} failure={failure} onAgain={again} />
  }
  const choose = (side: 'from' | 'to', chosen: string): void =>
    setSearch(
      (now) => {
        now.set('from', `${from}`)
        now.set('to', `${to}`)
        now.set(side, chosen)
        return now
      },
      { replace: true },
    )
  const options = versions.map(({ version }) => ({ value: `${version}`, label: about('version', { version }) }))
  const isManager = systemRoles.includes('manager')
  const isTwo = from !== undefined && to !== undefined && from !== to
  return (
    <Frame>
      <Link href={`/pathways/${pathway}`} className={versionClasses.back}>
        {about('toVersions')}
      </Link>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.name}>{title}</p>
      {!isManager && (
        <section className={classes.managers} aria-labelledby="managers">
          <h2 id="managers">{t('managers')}</h2>
          <p>{t('managersWhy')}</p>
        </section>
      )}
      {isManager && (
        <>
          <p className={classes.lead}>{t('lead')}</p>
          <div className={versionClasses.choices}>
            <NativeSelect
              label={t('from')}
              value={`${from}`}
              data={options}
              disabled={work.isBusy}
              onChange={(event) => choose('from', event.currentTarget.value)}
            />
            <NativeSelect
              label={t('to')}
              value={`${to}`}
              data={options}
              disabled={work.isBusy}
              onChange={(event) => choose('to', event.currentTarget.value)}
            />
          </div>
          {!isTwo && <p role="status">{about('chooseTwo')}</p>}
          {isTwo && !(before.details && after.details && census.data) && <Loading />}
          {isTwo && before.details && after.details && census.data && (
            <MigrateForm
              key={`${from} ${to}`}
              pathway={pathway}
              title={title}
              from={{ version: from, document: asDraftDocument(before.details.document) }}
              to={{ version: to, document: asDraftDocument(after.details.document) }}
              census={census.data}
              reason={reason}
              onReason={setReason}
              work={work}
            />
          )}
        </>
      )}
    </Frame>
  )
}
