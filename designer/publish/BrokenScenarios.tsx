import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './PublishPage.module.css'
import type { ScenarioResult } from './publishApi.ts'

/** The walks that were saved as scenarios, and which of them come out otherwise on the draft. */
export function BrokenScenarios({ scenarios }: { scenarios: readonly ScenarioResult[] }) {
  const { t } = useTranslation('publish')
  const broken = scenarios.filter(({ passed }) => !passed)
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">{t('scenarios')}</h2>
      {scenarios.length === 0 && <p className={classes.quiet}>{t('noScenarios')}</p>}
      {scenarios.length > 0 && broken.length === 0 && (
        <p className={classes.fine}>
          <IconCheck size={20} aria-hidden /> {t('passed', { count: scenarios.length })}
        </p>
      )}
      {broken.length > 0 && (
        <>
          <p className={classes.late}>
            <IconAlertTriangle size={18} aria-hidden /> {t('broken', { count: broken.length })}
          </p>
          <ul className={classes.findings}>
            {broken.map(({ scenario, name }) => (
              <li key={scenario}>
                <strong>{name}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
