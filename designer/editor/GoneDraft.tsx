import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { failureInWords } from '../app/failureInWords.ts'
import { language } from '../app/language.ts'
import { usePage } from '../app/usePage.ts'
import { useViewer } from '../app/viewer.ts'
import { claimCopy } from '../editing/claimCopy.ts'
import { draftBody } from '../editing/draftBody.ts'
import { saveNew } from '../home/startDraft.ts'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { textIn } from '../parts/inWords.ts'
import { Loading } from '../parts/Loading.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import classes from './GoneDraft.module.css'

/** What stands where a draft is not any more: with what was done to it here and never saved, if there is such. */
export function GoneDraft({ draft, failure }: { draft: string; failure: Error }) {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const { user } = useViewer()
  const { data: copies, refetch } = useQuery({
    queryKey: ['copy', draft],
    queryFn: () => claimCopy(user, draft),
    // it is kept on this machine
    networkMode: 'always',
    gcTime: 0,
  })
  const copy = useMemo(() => copies?.read(), [copies])
  const [wrong, setWrong] = useState<string>()
  const [, go] = useLocation()
  const { isBusy, begin } = useOneAtATime()
  usePage(copy ? t('goneTitle') : undefined)
  if (!copies) return <Loading />
  if (!copy) return <FailureNotice failure={failure} onAgain={() => location.reload()} />
  const forget = (): void => {
    copies.drop()
    // another window may have left one too
    void refetch()
  }
  const save = async (): Promise<void> => {
    setWrong(undefined)
    try {
      const saved = await saveNew({ ...draftBody(copy), basedOn: copy.basedOn })
      forget()
      go(`/drafts/${saved}`)
    } catch (thrown) {
      setWrong(t('notSavedAsNew', { why: failureInWords(thrown, shell) }))
    }
  }
  return (
    <section className={classes.gone} aria-labelledby="gone">
      <h1 id="gone">{t('goneTitle')}</h1>
      <p>{t('goneCopy', { name: textIn(copy.document.title, language()) || t('untitled') })}</p>
      {wrong !== undefined && <p role="alert">{wrong}</p>}
      <div className={classes.actions}>
        <Button loading={isBusy} onClick={() => begin(save)}>
          {t('saveAsNew')}
        </Button>
        <Button variant="default" onClick={forget}>
          {t('discard')}
        </Button>
        <Link href="/">{shell('toPathways')}</Link>
      </div>
    </section>
  )
}
