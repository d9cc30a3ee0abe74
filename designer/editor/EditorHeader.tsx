import { Button } from '@mantine/core'
import { IconPlayerPlay, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { AccountMenu } from '../app/AccountMenu.tsx'
import { SkipLink } from '../parts/SkipLink.tsx'
import { useDraft } from './DraftContext.tsx'
import { DraftTitle } from './DraftTitle.tsx'
import classes from './EditorHeader.module.css'
import { MoreMenu } from './MoreMenu.tsx'
import { PublishButton } from './PublishButton.tsx'
import { SavingState } from './SavingState.tsx'
import { UndoButtons } from './UndoButtons.tsx'

/**
 * What the draft is, how it stands, and what can be done with the whole of it. What is found comes before what undoes:
 * its words grow to the left, and the button stays under the mouse of whoever takes back much.
 */
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
  const errors = useDraft(({ findings }) => findings.filter(({ severity }) => severity === 'error').length)
  const warnings = useDraft(({ findings }) => findings.length) - errors
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
        <UndoButtons />
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
