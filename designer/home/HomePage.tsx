import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { answered, api } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { usePage } from '../app/usePage.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { NotFresh } from '../parts/NotFresh.tsx'
import { BringIn } from './BringIn.tsx'
import { DraftRow } from './DraftRow.tsx'
import classes from './HomePage.module.css'
import { NewPathway } from './NewPathway.tsx'
import { PathwayCard } from './PathwayCard.tsx'
import { useDrafts } from './useDrafts.ts'

/** More than this is searched rather than looked through. */
const searchedFrom = 10

/** Drafts under way, the published pathways, and where a new one begins. */
export function HomePage() {
  const { t, i18n } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const [, go] = useLocation()
  usePage(t('title'))
  const queries = useQueryClient()
  const drafts = useDrafts()
  const pathways = useQuery({ queryKey: ['pathways'], queryFn: () => answered(api().GET('/api/v1/pathways')) })
  const [isNaming, setNaming] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [told, setTold] = useState('')
  const [search, setSearch] = useState('')
  const newButton = useRef<HTMLButtonElement>(null)
  const draftsHeading = useRef<HTMLHeadingElement>(null)

  const open = (draft: string): void => {
    void queries.invalidateQueries({ queryKey: ['drafts'] })
    go(`/drafts/${draft}`)
  }
  /** Makes a draft and opens it; says so in words when it is not made. */
  const start = async (making: () => Promise<string>): Promise<void> => {
    setWrong(undefined)
    try {
      open(await making())
    } catch (thrown) {
      setWrong(t('createFailed', { why: failureInWords(thrown, shared) }))
    }
  }

  const failure = drafts.error ?? pathways.error
  const again = (): void => void Promise.all([drafts.refetch(), pathways.refetch()])
  if (!drafts.data || !pathways.data) return failure ? <FailureNotice failure={failure} onAgain={again} /> : <Loading />

  const sought = search.trim().toLowerCase()
  const isSought = (title: Parameters<typeof textIn>[0], pathway: string): boolean =>
    sought === '' || [textIn(title, i18n.language), pathway].some((words) => words.toLowerCase().includes(sought))
  const allDrafts = drafts.data
  const allPathways = pathways.data.items
  const someDrafts = allDrafts.filter(({ title, pathway }) => isSought(title, pathway))
  const somePathways = allPathways.filter(({ title, pathway }) => isSought(title, pathway))
  const isLong = allDrafts.length > searchedFrom || allPathways.length > searchedFrom
  return (
    <>
      <div className={classes.head}>
        <h1>{t('title')}</h1>
        <div className={classes.actions}>
          <BringIn onStart={() => setWrong(undefined)} onDone={open} onFailed={setWrong} />
          <Button ref={newButton} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('newPathway')}
          </Button>
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {failure && <NotFresh onAgain={again} />}
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
      {isNaming && (
        <NewPathway
          taken={[...allPathways, ...allDrafts].flatMap(({ title }) => (title ? Object.values(title) : []))}
          onCreated={open}
          onCancel={() => {
            setNaming(false)
            newButton.current?.focus()
          }}
        />
      )}
      {isLong && (
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}

      <section aria-labelledby="drafts">
        <h2 id="drafts" tabIndex={-1} ref={draftsHeading} className={classes.heading}>
          {t('drafts')}
        </h2>
        {allDrafts.length === 0 && <p className={classes.quiet}>{t('noDrafts')}</p>}
        {allDrafts.length > 0 && someDrafts.length === 0 && <p className={classes.quiet}>{t('noneFound')}</p>}
        {someDrafts.length > 0 && (
          <ul className={classes.list}>
            {someDrafts.map((draft) => (
              <DraftRow
                key={draft.id}
                draft={draft}
                published={allPathways.find(({ pathway }) => pathway === draft.pathway)?.title}
                onStart={start}
                onRemoved={(words) => {
                  setTold(words)
                  draftsHeading.current?.focus()
                }}
              />
            ))}
          </ul>
        )}
      </section>

      <section aria-labelledby="published">
        <h2 id="published" className={classes.heading}>
          {t('published')}
        </h2>
        {allPathways.length === 0 && <p className={classes.quiet}>{t('noPublished')}</p>}
        {allPathways.length > 0 && somePathways.length === 0 && <p className={classes.quiet}>{t('noneFound')}</p>}
        <ul className={classes.gallery}>
          {somePathways.map((pathway) => (
            <PathwayCard
              key={pathway.pathway}
              pathway={pathway}
              drafts={allDrafts.filter((draft) => draft.pathway === pathway.pathway).length}
              onStart={start}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
