import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BroughtIn } from './BringIn.tsx'
import classes from './BringInReport.module.css'

/** What became of a machine that was brought in: what was changed, what has no place here, and what to do about it. */
export function BringInReport({ broughtIn }: { broughtIn: BroughtIn }) {
  const { t } = useTranslation('home')
  const { t: say } = useTranslation('importNotes')
  const { draft, file, notes } = broughtIn
  const section = useRef<HTMLElement>(null)
  // what was asked for is here now
  useEffect(() => section.current?.focus(), [])
  return (
    <section className={classes.report} aria-labelledby="broughtIn" tabIndex={-1} ref={section}>
      <h2 id="broughtIn">{t('importDone', { file })}</h2>
      <p>{t('importNotes', { count: notes.length })}</p>
      <ul className={classes.notes}>
        {notes.map(({ path, code, values, message }) => (
          <li key={`${path.join('.')} ${message}`}>
            {path.length > 0 && (
              <span className={classes.place}>{path.filter((key) => key !== 'states').join(' › ')}</span>
            )}
            <span>{say(code as 'not-understood', { why: '', ...values })}</span>
          </li>
        ))}
      </ul>
      <Link href={`/drafts/${draft}`} className={classes.open}>
        {t('open')}
      </Link>
    </section>
  )
}
