import { Button } from '@mantine/core'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from '../app/failureInWords.ts'
import { language } from '../app/language.ts'
import { signInAddress } from '../app/signInAddress.ts'
import { useName } from '../app/useName.ts'
import { useViewer } from '../app/viewer.ts'
import type { Conflict } from '../editing/draftStore.ts'
import { Banner } from '../parts/Banner.tsx'
import { Boundary } from '../parts/Boundary.tsx'
import { focusContent } from '../parts/focusContent.ts'
import { momentInWords } from '../parts/inWords.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { useDraft, useOpenDraft } from './DraftContext.tsx'
import { SaveAsNew } from './SaveAsNew.tsx'

const ConflictChanges = lazyPart(() => import('../versions/ConflictChanges.tsx'))

/** Says, across the page, when what is drawn is not saved and somebody has to know or decide. */
export function SavingNotice() {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const now = useDraft((draft) => draft.saving)
  switch (now.state) {
    case 'saved':
    case 'waiting':
    case 'saving':
      return null
    case 'offline':
      return (
        <Banner role="status">
          <span>{t(now.isBusy ? 'busy' : 'offline')}</span>
          <OnlyHere />
        </Banner>
      )
    case 'signedOut':
      return (
        <Wrong words={t('signedOut')}>
          <a href={signInAddress()} target="_blank" rel="noreferrer">
            {shell('signIn')}
          </a>
        </Wrong>
      )
    case 'refused':
      return <Wrong words={t('refused', { why: failureInWords(now.failure, shell) })} />
    case 'conflict':
      return <InConflict conflict={now.conflict} />
    case 'gone':
      return (
        <Wrong words={t('gone')}>
          <SaveAsNew />
        </Wrong>
      )
  }
}

function Wrong({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <Banner role="alert" isWrong>
      <span>{words}</span>
      <OnlyHere />
      {children}
    </Banner>
  )
}

/** That what is not saved would be lost with the window, where that is so. */
function OnlyHere() {
  const { t } = useTranslation('editor')
  return useDraft((draft) => draft.isOnlyHere) ? <strong>{t('onlyHere')}</strong> : null
}

function InConflict({ conflict: { savedBy, savedAt } }: { conflict: Conflict }) {
  const { t } = useTranslation('editor')
  const { saving } = useOpenDraft()
  const { user } = useViewer()
  const who = useName(savedBy)
  const [isUnreachable, setUnreachable] = useState(false)
  const mine = useOneAtATime()
  const theirs = useOneAtATime()
  const [isComparing, setComparing] = useState(false)
  const isOwn = savedBy === user
  const when = momentInWords(savedAt, language())
  const takeTheirs = async (): Promise<void> => {
    setUnreachable(false)
    if (await saving.takeTheirs()) focusContent()
    else setUnreachable(true)
  }
  const keepMine = async (): Promise<void> => {
    await saving.keepMine()
    // the question went with its buttons
    focusContent()
  }
  return (
    <Wrong words={isOwn ? t('conflictOwn', { when }) : t('conflict', { who, when })}>
      <Button size="compact-md" loading={mine.isBusy} onClick={() => mine.begin(keepMine)}>
        {t(isOwn ? 'keepHere' : 'keepMine')}
      </Button>
      <Button size="compact-md" variant="default" loading={theirs.isBusy} onClick={() => theirs.begin(takeTheirs)}>
        {t(isOwn ? 'takeOtherWindows' : 'takeTheirs')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setComparing(true)}>
        {t('seeDifferences')}
      </Button>
      {isUnreachable && <span>{t('theirsUnreachable')}</span>}
      {isComparing && (
        <Boundary resetOn={[savedAt]}>
          <Suspense>
            <ConflictChanges onClose={() => setComparing(false)} />
          </Suspense>
        </Boundary>
      )}
    </Wrong>
  )
}
