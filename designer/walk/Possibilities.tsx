import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { roleName } from '../../engine/pathway/words/index.ts'
import { describePossibility } from './describeWhy.ts'
import { PossibilityRow } from './PossibilityRow.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'

/** Every event that the journey could be sent now: possible, blocked or not known yet, and why. */
export function Possibilities({
  role,
  onRole,
}: {
  role: string | undefined
  onRole: (role: string | undefined) => void
}) {
  const { t } = useTranslation('walk')
  const { document, point, words } = useWalking()
  const { events } = point.next
  const roles = Object.keys(document.caseRoles ?? {})
  return (
    <section aria-labelledby="walk-possible">
      <div className={classes.headRow}>
        <h3 id="walk-possible" className={classes.heading}>
          {t('possible')}
        </h3>
        {roles.length > 0 && point.status === 'active' && (
          <NativeSelect
            className={classes.role ?? ''}
            size="xs"
            label={t('doneBy')}
            value={role ?? ''}
            onChange={({ currentTarget }) => onRole(currentTarget.value || undefined)}
            data={[
              { value: '', label: t('anyRole') },
              ...roles.map((one) => ({ value: one, label: roleName(document, one, words.language) })),
            ]}
          />
        )}
      </div>
      {point.status === 'ended' && <p className={classes.quiet}>{t('whenEnded')}</p>}
      {point.status === 'active' && events.length === 0 && <p className={classes.quiet}>{t('nothingPossible')}</p>}
      <ul className={classes.plain}>
        {events.map((event) => (
          <li key={event.event} className={classes.card}>
            <PossibilityRow possibility={describePossibility(event, words)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
