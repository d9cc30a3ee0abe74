import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { components } from '../../api/client/schema.d.ts'
import { useName } from '../app/useName.ts'
import { momentInWords, textIn } from '../parts/inWords.ts'
import classes from './Versions.module.css'

/** A draft of the pathway's next version. */
export function DraftLine({ draft }: { draft: components['schemas']['DraftSummary'] }) {
  const { t, i18n } = useTranslation('versions')
  const { t: home } = useTranslation('home')
  const who = useName(draft.savedBy)
  return (
    <li>
      <Link href={`/drafts/${draft.id}`}>{textIn(draft.title, i18n.language) || home('untitled')}</Link>
      <span className={classes.quiet}>{t('draftBy', { who, when: momentInWords(draft.savedAt, i18n.language) })}</span>
    </li>
  )
}
