import { Button, FileButton } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { answered, api } from '../app/api.ts'
import { language } from '../app/language.ts'
import { momentInWords, textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import classes from './HomePage.module.css'
import { NewPathway } from './NewPathway.tsx'
import { draftFromFile, draftFromVersion } from './startDraft.ts'

/** Drafts under way, the published pathways, and where a new one begins. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const [, go] = useLocation()
  const queries = useQueryClient()
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: () => answered(api().GET('/api/v1/drafts')) })
  const pathways = useQuery({ queryKey: ['pathways'], queryFn: () => answered(api().GET('/api/v1/pathways')) })
  const [isNaming, setNaming] = useState(false)
  const [wrong, setWrong] = useState<string>()

  const open = (draft: string): void => {
    void queries.invalidateQueries({ queryKey: ['drafts'] })
    go(`/drafts/${draft}`)
  }
  const bringIn = async (file: File | null): Promise<void> => {
    if (!file) return
    setWrong(undefined)
    try {
      open(await draftFromFile(await file.text()))
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error))
    }
  }

  if (drafts.error || pathways.error) {
    const again = (): void => void Promise.all([drafts.refetch(), pathways.refetch()])
    return (
      <Notice title={shared('failed')} text={shared('unreachable')} button={{ text: shared('again'), press: again }} />
    )
  }
  if (!drafts.data || !pathways.data) return <Loading />
  return (
    <>
      <div className={classes.head}>
        <h1>{t('title')}</h1>
        <div className={classes.actions}>
          <FileButton accept="application/json,.json" onChange={(file) => void bringIn(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                leftSection={<IconFileImport size={18} aria-hidden />}
                title={t('importHint')}
              >
                {t('importFile')}
              </Button>
            )}
          </FileButton>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNaming(true)}>
            {t('newPathway')}
          </Button>
        </div>
      </div>
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {t('importWrong', { why: wrong })}
        </p>
      )}
      {isNaming && (
        <NewPathway
          taken={pathways.data.items.map(({ pathway }) => pathway)}
          onCreated={open}
          onCancel={() => setNaming(false)}
        />
      )}

      <section aria-labelledby="drafts">
        <h2 id="drafts">{t('drafts')}</h2>
        {drafts.data.items.length === 0 ? (
          <p className={classes.quiet}>{t('noDrafts')}</p>
        ) : (
          <ul className={classes.list}>
            {drafts.data.items.map((draft) => (
              <li key={draft.id} className={classes.row}>
                <Link href={`/drafts/${draft.id}`} className={classes.title}>
                  {textIn(draft.title, language()) || t('untitled')}
                </Link>
                <span className={classes.quiet}>
                  {t('savedBy', { who: draft.savedBy, when: momentInWords(draft.savedAt, language()) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>

      <section aria-labelledby="published">
        <h2 id="published">{t('published')}</h2>
        {pathways.data.items.length === 0 && <p className={classes.quiet}>{t('noPublished')}</p>}
        <ul className={classes.list}>
          {pathways.data.items.map(({ pathway, version, title, publishedAt }) => (
            <li key={pathway} className={classes.row}>
              <Link href={`/pathways/${pathway}`} className={classes.title}>
                {textIn(title, language())}
              </Link>
              <span className={classes.quiet}>
                {t('version', { version })}, {t('publishedAt', { when: momentInWords(publishedAt, language()) })}
              </span>
              <Button
                variant="default"
                size="compact-md"
                onClick={() => void draftFromVersion(pathway, version).then(open)}
              >
                {t('edit')}
                <span className="visually-hidden"> {textIn(title, language())}</span>
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
