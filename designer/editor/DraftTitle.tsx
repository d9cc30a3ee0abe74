import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { renameForPeople } from '../editing/edits/renameForPeople.ts'
import { fieldGroup } from '../editing/history.ts'
import { textIn } from '../parts/inWords.ts'
import { useDraft, useEdits, useOpenDraft } from './DraftContext.tsx'
import classes from './EditorHeader.module.css'
import { focusMoreMenu } from './MoreMenu.tsx'

const pathway = { kind: 'pathway' } as const

/** What the pathway is called; written anew where it stands. */
export function DraftTitle({ isRenaming, onRenamed }: { isRenaming: boolean; onRenamed: () => void }) {
  const { t } = useTranslation('editor')
  const { store } = useOpenDraft()
  const title = useDraft(({ now }) => now.document.title)
  const { edit, endGroup } = useEdits()
  const shown = textIn(title, language()) || t('untitled')
  if (!isRenaming) {
    return (
      <h1 className={classes.title} title={shown}>
        {shown}
      </h1>
    )
  }
  return (
    <h1 className={classes.title}>
      <TextInput
        className={classes.rename}
        aria-label={t('name')}
        value={textIn(title, language())}
        maxLength={200}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) =>
          edit(
            { text: 'change', values: { field: t('name') } },
            renameForPeople(store.getState().now.document, pathway, event.currentTarget.value, language()),
            fieldGroup(pathway, `title/${language()}`),
          )
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          // that is where it was asked for; leaving the field ends it
          focusMoreMenu()
        }}
        onBlur={() => {
          endGroup()
          onRenamed()
        }}
      />
    </h1>
  )
}
