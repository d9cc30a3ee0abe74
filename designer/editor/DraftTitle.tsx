import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { setField } from '../editing/edits/edit.ts'
import { fieldGroup } from '../editing/history.ts'
import { textIn } from '../parts/inWords.ts'
import { useDraft, useEdits } from './DraftContext.tsx'
import classes from './EditorHeader.module.css'
import { focusMoreMenu } from './MoreMenu.tsx'

const pathway = { kind: 'pathway' } as const

/** What the pathway is called; written anew where it stands. */
export function DraftTitle({ isRenaming, onRenamed }: { isRenaming: boolean; onRenamed: () => void }) {
  const { t } = useTranslation('editor')
  const title = useDraft(({ now }) => now.document.title)
  const { edit, endGroup } = useEdits()
  const shown = textIn(title, language()) || t('untitled')
  if (!isRenaming) return <h1 className={classes.title}>{shown}</h1>
  // a title that is not translated is the Finnish one
  const field = title[language()] === undefined ? 'fi' : language()
  return (
    <h1 className={classes.title}>
      <TextInput
        className={classes.rename}
        aria-label={t('name')}
        value={title[field] ?? ''}
        maxLength={200}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) =>
          edit(
            { text: 'change', values: { field: t('name') } },
            setField(pathway, ['title', field], event.currentTarget.value),
            fieldGroup(pathway, `title/${field}`),
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
