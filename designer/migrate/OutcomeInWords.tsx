import { useTranslation } from 'react-i18next'
import classes from './MigratePage.module.css'
import type { Outcome } from './migrateAll.ts'

/** Why clients stay where they are, as far as a move itself is the cause. */
const causes = ['suspended', 'no-place', 'no-such-state', 'wrong-kind', 'ended'] as const

/** What became of a move, or would become of it: how many are moved, and how many are not, by why. */
export function OutcomeInWords({
  kind,
  outcome: { moved, refused },
  versions,
}: {
  kind: 'tried' | 'moved'
  outcome: Outcome
  versions: { from: number; to: number }
}) {
  const { t } = useTranslation('migrate')
  const stay = Object.entries(refused)
  return (
    <>
      <p className={kind === 'moved' && moved > 0 ? classes.done : classes.asked}>
        {moved === 0 && stay.length === 0
          ? t('foundNobody', versions)
          : t(moved === 0 ? 'nobody' : kind === 'tried' ? 'canMove' : 'haveMoved', { count: moved, ...versions })}
      </p>
      {stay.length > 0 && (
        <>
          <p className={classes.asked}>{t('stay', versions)}</p>
          <ul className={classes.causes}>
            {stay.map(([code, count]) => {
              const cause = causes.find((one) => one === code)
              return (
                <li key={code}>
                  <strong>{t('clients', { count })}:</strong>{' '}
                  {cause ? (
                    t(`refused_${cause}`)
                  ) : (
                    <>
                      {t('refusedOtherwise')} <a href={`/problems/${code}`}>{code}</a>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
