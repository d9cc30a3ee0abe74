import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { momentInWords } from '../parts/inWords.ts'
import { useDraft } from './DraftContext.tsx'

/** How what is drawn stands to what the server has, in a few words. */
export function SavingState() {
  const { t } = useTranslation('editor')
  const saving = useDraft((draft) => draft.saving)
  const isQuiet = saving.state === 'saved' || saving.state === 'waiting' || saving.state === 'saving'
  if (!isQuiet) return null
  const words = saving.state === 'saved' ? t('saved', { at: momentInWords(saving.at, language()) }) : t(saving.state)
  return (
    <span data-saving={saving.state} style={{ color: 'var(--quiet)' }}>
      {words}
    </span>
  )
}
