import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../model/document.ts'
import { describeDifference } from '../walk/describeDifference.ts'
import { useWalkWords } from '../walk/useWalkWords.ts'
import { listScenarios } from '../walk/walkApi.ts'
import classes from './PublishPage.module.css'
import type { DraftCheck } from './publishApi.ts'

/** The walks that were saved as scenarios, and in what they come out otherwise on the draft. */
export function BrokenScenarios({ document, results }: { document: DraftDocument; results: DraftCheck['scenarios'] }) {
  const { t } = useTranslation('publish')
  const broken = results.filter(({ passed }) => !passed)
  const words = useWalkWords(document, [])
  const saved = useQuery({
    queryKey: ['scenarios', document.id],
    queryFn: () => listScenarios(document.id),
    enabled: broken.length > 0,
  })
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">{t('scenarios')}</h2>
      {results.length === 0 && <p className={classes.quiet}>{t('noScenarios')}</p>}
      {results.length > 0 && broken.length === 0 && (
        <p className={classes.fine}>
          <IconCheck size={20} aria-hidden /> {t('passed', { count: results.length })}
        </p>
      )}
      {broken.length > 0 && (
        <>
          <p className={classes.late}>
            <IconAlertTriangle size={18} aria-hidden /> {t('broken', { count: broken.length })}
          </p>
          <ul className={classes.findings}>
            {broken.map(({ scenario, name, differences }) => {
              const steps = saved.data?.find((one) => one.scenario === scenario)?.steps
              const lines = steps ? differences.map((one) => describeDifference(one, steps, words)) : []
              return (
                <li key={scenario}>
                  <strong>{name}</strong>
                  <ul className={classes.plain}>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
