import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EditName } from '../editing/history.ts'
import { steady } from '../parts/steady.tsx'
import { useDraft, useEdits } from './DraftContext.tsx'

/** Takes the last edit back, and does it again; each says which. */
export function UndoButtons() {
  const { t } = useTranslation('editor')
  const last = useDraft(({ history }) => history.past.at(-1)?.name)
  const next = useDraft(({ history }) => history.future.at(-1)?.name)
  const { undo, redo } = useEdits()
  const editName = useEditName()
  return (
    <>
      <Doing
        label={last ? t('undoWhat', { what: editName(last) }) : t('undo')}
        tip={last ? undefined : t('nothingToUndo')}
        isPossible={last !== undefined}
        Icon={IconArrowBackUp}
        onPress={undo}
      />
      <Doing
        label={next ? t('redoWhat', { what: editName(next) }) : t('redo')}
        tip={next ? undefined : t('nothingToRedo')}
        isPossible={next !== undefined}
        Icon={IconArrowForwardUp}
        onPress={redo}
      />
    </>
  )
}

const Doing = steady(function Doing({
  label,
  tip = label,
  isPossible,
  Icon,
  onPress,
}: {
  label: string
  tip?: string | undefined
  isPossible: boolean
  Icon: typeof IconArrowBackUp
  onPress: () => void
}) {
  return (
    <Tooltip label={tip}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-disabled={!isPossible}
        aria-label={label}
        onClick={onPress}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
})

/** An edit in words. */
export function useEditName(): (name: EditName) => string {
  const { t } = useTranslation('editing')
  return ({ text, values }) => t(text as 'change', { field: '', ...values })
}
