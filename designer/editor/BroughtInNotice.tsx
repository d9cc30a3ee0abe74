import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { whereInWords } from '../findings/whereInWords.ts'
import { importedPlace } from '../home/importedPlace.ts'
import { forgetImport, keptImport } from '../home/keepImport.ts'
import { Banner } from '../parts/Banner.tsx'
import classes from './BroughtInNotice.module.css'
import { useDraft, useEdits } from './DraftContext.tsx'

/** What was changed or left out of a machine of which the draft was made, each with the way to its place. */
export function BroughtInNotice() {
  const { t } = useTranslation('editor')
  const { t: say } = useTranslation('importNotes')
  const id = useDraft((draft) => draft.id)
  const document = useDraft(({ now }) => now.document)
  const { select } = useEdits()
  const [kept, setKept] = useState(() => keptImport(id))
  if (!kept) return null
  const { file, notes } = kept
  const putAway = (): void => {
    forgetImport(id)
    setKept(undefined)
  }
  return (
    <Banner role="status" onClose={putAway}>
      <details className={classes.report} open>
        <summary>{t('broughtIn', { file, count: notes.length })}</summary>
        <ul className={classes.notes}>
          {notes.map((note) => {
            const place = importedPlace(note, notes, document)
            return (
              <li key={`${note.path.join('.')} ${note.message}`}>
                {place && (
                  <button type="button" className={classes.place} onClick={() => select(place)}>
                    {whereInWords(document, place, language())}
                  </button>
                )}
                <span>{say(note.code as 'not-understood', { why: '', ...note.values })}</span>
              </li>
            )
          })}
        </ul>
      </details>
    </Banner>
  )
}
