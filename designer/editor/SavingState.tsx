import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { momentInWords } from '../parts/inWords.ts'
import { useDraft } from './DraftContext.tsx'
import classes from './EditorHeader.module.css'

/** A moment that is as long in words as any. */
const longestMoment = '2026-12-30T20:00:00Z'

/**
 * How what is drawn stands to what the server has, in a few words. It has the room of the longest of them, so that what
 * stands beside it does not move with each letter that is saved.
 */
export function SavingState() {
  const { t } = useTranslation('editor')
  const saving = useDraft((draft) => draft.saving)
  const isQuiet = saving.state === 'saved' || saving.state === 'waiting' || saving.state === 'saving'
  const savedAt = (at: string): string => t('saved', { at: momentInWords(at, language()) })
  return (
    <span className={classes.saving} data-longest={savedAt(longestMoment)}>
      {isQuiet && (
        <span data-saving={saving.state}>{saving.state === 'saved' ? savedAt(saving.at) : t(saving.state)}</span>
      )}
    </span>
  )
}
