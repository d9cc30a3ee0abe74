import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { Text } from '../../engine/pathway/values.ts'
import { type Language, languages } from '../app/language.ts'
import { hasTextsIn, loadTexts } from '../app/startTexts.ts'
import { usePageFocus } from '../app/usePage.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { SkipLink } from '../parts/SkipLink.tsx'
import classes from './PrintedPage.module.css'
import './sheets.css'

/** The texts of a language, which need not be that of the screens. */
const useTexts = (language: Language) =>
  useQuery({
    queryKey: ['texts', language],
    queryFn: () => loadTexts(language),
    initialData: () => (hasTextsIn(language) ? true : undefined),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A page that is made to be printed: what is printed, and above it, on the screen only, what can be done with it. */
export function PrintedPage({
  title,
  standing,
  back,
  children,
}: {
  title: Text
  /** which version it is, for the head of each printed page */
  standing: (say: TFunction<'document'>) => string
  back: { to: string; text: string }
  children: (language: Language) => ReactNode
}) {
  const { t, i18n } = useTranslation('document')
  const { t: shell } = useTranslation('shell')
  const [search, setSearch] = useSearchParams()
  const asked = search.get('language')
  const language = languages.find((one) => one === asked) ?? languages.find((one) => one === i18n.language) ?? 'fi'
  const texts = useTexts(language)
  const runningTitle = `${textIn(title, language)} · ${standing(i18n.getFixedT(language, 'document'))}`
  usePageFocus()
  useEffect(() => {
    // the browser suggests the title as the file's name; the head of each page takes it from the property
    const before = document.title
    document.title = runningTitle
    document.documentElement.style.setProperty('--running-title', JSON.stringify(runningTitle))
    return () => {
      document.title = before
      document.documentElement.style.removeProperty('--running-title')
    }
  }, [runningTitle])
  return (
    <>
      <SkipLink />
      <header className={classes.tools}>
        <Link href={back.to}>{back.text}</Link>
        <div className={classes.actions}>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            data={languages.map((one) => ({ value: one, label: shell(one) }))}
            onChange={(chosen) =>
              setSearch(
                (now) => {
                  now.set('language', chosen)
                  return now
                },
                { replace: true },
              )
            }
          />
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </header>
      <main id="content" className={classes.page} tabIndex={-1}>
        {texts.data ? (
          children(language)
        ) : texts.error ? (
          <FailureNotice isPane failure={texts.error} onAgain={() => void texts.refetch()} />
        ) : (
          <Loading />
        )}
      </main>
    </>
  )
}
