import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconPlayerPlay, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AccountMenu } from '../app/AccountMenu.tsx'
import type { EditName } from '../editing/history.ts'
import { SkipLink } from '../parts/SkipLink.tsx'
import { useDraft, useEdits } from './DraftContext.tsx'
import { DraftTitle } from './DraftTitle.tsx'
import classes from './EditorHeader.module.css'
import { MoreMenu } from './MoreMenu.tsx'
import { PublishButton } from './PublishButton.tsx'
import { SavingState } from './SavingState.tsx'

/** What the draft is, how it stands, and what can be done with the whole of it. */
export function EditorHeader({
  isListing,
  isWalking,
  onFindings,
  onWalk,
  onRemove,
}: {
  isListing: boolean
  isWalking: boolean
  onFindings: () => void
  onWalk: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('editor')
  const [isRenaming, setRenaming] = useState(false)
  const basedOn = useDraft((draft) => draft.basedOn)
  const last = useDraft(({ history }) => history.past.at(-1)?.name)
  const next = useDraft(({ history }) => history.future.at(-1)?.name)
  const errors = useDraft(({ findings }) => findings.filter(({ severity }) => severity === 'error').length)
  const warnings = useDraft(({ findings }) => findings.length) - errors
  const { undo, redo } = useEdits()
  const editName = useEditName()
  return (
    <header className={classes.header}>
      <SkipLink />
      <div className={classes.what}>
        <Link href="/" className={classes.home}>
          Polku
        </Link>
        <DraftTitle isRenaming={isRenaming} onRenamed={() => setRenaming(false)} />
        <span className={classes.quiet}>
          {t('draft')}
          {basedOn !== null && `, ${t('basedOn', { version: basedOn })}`}
        </span>
        <SavingState />
      </div>
      <div className={classes.actions}>
        <Tooltip label={last ? t('undoWhat', { what: editName(last) }) : t('nothingToUndo')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-disabled={!last}
            aria-label={last ? t('undoWhat', { what: editName(last) }) : t('undo')}
            onClick={undo}
          >
            <IconArrowBackUp size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={next ? t('redoWhat', { what: editName(next) }) : t('nothingToRedo')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-disabled={!next}
            aria-label={next ? t('redoWhat', { what: editName(next) }) : t('redo')}
            onClick={redo}
          >
            <IconArrowForwardUp size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button
          variant={isListing ? 'light' : 'default'}
          aria-expanded={isListing}
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          onClick={onFindings}
        >
          {t('findings')}
          <span className={errors > 0 ? classes.errors : classes.quiet}>
            {errors > 0
              ? t('errors', { count: errors })
              : warnings > 0
                ? t('warnings', { count: warnings })
                : t('noFindings')}
          </span>
        </Button>
        <Button
          variant={isWalking ? 'light' : 'default'}
          aria-expanded={isWalking}
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          onClick={onWalk}
        >
          {t('walk')}
        </Button>
        <PublishButton />
        <MoreMenu onRename={() => setRenaming(true)} onRemove={onRemove} />
        <AccountMenu />
      </div>
    </header>
  )
}

/** An edit in words. */
export function useEditName(): (name: EditName) => string {
  const { t } = useTranslation('editing')
  return ({ text, values }) => t(text as 'change', { field: '', ...values })
}
