import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { answered, api } from '../app/api.ts'
import { Frame } from '../app/Frame.tsx'
import { useNames } from '../app/useName.ts'
import { usePage } from '../app/usePage.ts'
import { useDrafts } from '../home/useDrafts.ts'
import { asDraftDocument } from '../model/document.ts'
import { versionAsRun } from '../model/versionAsRun.ts'
import { momentInWords, textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { Comparison } from './Comparison.tsx'
import { useAsPublishedNow } from './useAsPublishedNow.ts'
import { useVersion, useVersions, type VersionDetails } from './useVersions.ts'
import classes from './Versions.module.css'
import { VersionsNotThere } from './VersionsNotThere.tsx'

/** Any two versions of a pathway, or a draft and a version: `?from=3&to=4`, `?from=3&draft=suunto-1x`. */
export default function ComparePage({ pathway }: { pathway: string }) {
  const { t, i18n } = useTranslation('versions')
  const { t: home } = useTranslation('home')
  const [search, setSearch] = useSearchParams()
  const { versions, error, refetch } = useVersions(pathway)
  usePage(t('compareTitle', { title: textIn(versions?.[0]?.title, i18n.language) }))
  const drafts = useDrafts(pathway)
  const nameOf = useNames((drafts.data ?? []).map(({ savedBy }) => savedBy))
  const latest = versions?.[0]?.version
  const draft = search.get('draft') ?? undefined
  const from = numberIn(search.get('from')) ?? (draft === undefined ? latest && Math.max(1, latest - 1) : latest)
  const to = draft === undefined ? (numberIn(search.get('to')) ?? latest) : undefined
  const before = useVersion(pathway, from)
  const after = useVersion(pathway, to)
  const ofDraft = useQuery({
    queryKey: ['compared draft', draft],
    queryFn: () => answered(api().GET('/api/v1/drafts/{draft}', { params: { path: { draft: draft ?? '' } } })),
    enabled: draft !== undefined,
    gcTime: 0,
  })
  const drafted = useAsPublishedNow(
    useMemo(() => ofDraft.data && asDraftDocument(ofDraft.data.document), [ofDraft.data]),
  )
  const right = useMemo(() => {
    if (draft === undefined) return after.details && sideOf(after.details)
    return ofDraft.data && drafted && { document: drafted, layout: ofDraft.data.layout }
  }, [draft, after.details, ofDraft.data, drafted])
  const left = useMemo(() => before.details && sideOf(before.details), [before.details])
  const failure = (versions ? null : error) ?? before.error ?? after.error ?? ofDraft.error
  if (failure || !versions || versions.length === 0) {
    const again = (): void => {
      if (error) refetch()
      if (before.error) before.refetch()
      if (after.error) after.refetch()
      if (ofDraft.error) void ofDraft.refetch()
    }
    return <VersionsNotThere versions={versions} failure={failure} onAgain={again} />
  }
  const versionName = (version: number): string => t('version', { version })
  const choose = (side: 'from' | 'to', chosen: string): void => {
    setSearch(
      (now) => {
        const isDraft = chosen.startsWith('draft:')
        if (side === 'to') now.delete('draft')
        if (isDraft) {
          now.delete('to')
          now.set('draft', chosen.slice('draft:'.length))
        } else now.set(side, chosen)
        return now
      },
      { replace: true },
    )
  }
  const options = versions.map(({ version }) => ({ value: `${version}`, label: versionName(version) }))
  const draftOptions = (drafts.data ?? []).map(({ id, title, savedBy, savedAt }) => ({
    value: `draft:${id}`,
    label: t('draftOption', {
      name: textIn(title, i18n.language) || home('untitled'),
      who: nameOf(savedBy),
      when: momentInWords(savedAt, i18n.language),
    }),
  }))
  return (
    <Frame>
      <Link href={`/pathways/${pathway}`} className={classes.back}>
        {t('toVersions')}
      </Link>
      <h1>{t('compareTitle', { title: textIn(versions[0]?.title, i18n.language) })}</h1>
      <div className={classes.choices}>
        <NativeSelect
          label={t('from')}
          value={`${from}`}
          data={options}
          onChange={(event) => choose('from', event.currentTarget.value)}
        />
        <NativeSelect
          label={t('to')}
          value={draft === undefined ? `${to}` : `draft:${draft}`}
          data={[...draftOptions, ...options]}
          onChange={(event) => choose('to', event.currentTarget.value)}
        />
      </div>
      {from === to && <p role="status">{t('chooseTwo')}</p>}
      {from !== to && !(left && right) && <Loading />}
      {from !== to && left && right && from !== undefined && (
        <Comparison
          before={{ ...left, name: versionName(from) }}
          after={{ ...right, name: to === undefined ? t('draftNow') : versionName(to) }}
        />
      )}
    </Frame>
  )
}

const sideOf = (details: VersionDetails) => ({ document: versionAsRun(details), layout: details.layout })

function numberIn(text: string | null): number | undefined {
  const number = Number(text)
  return text !== null && Number.isInteger(number) && number > 0 ? number : undefined
}
