import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useName } from '../app/useName.ts'
import { momentInWords } from '../parts/inWords.ts'
import { describeDifference } from './describeDifference.ts'
import classes from './Walk.module.css'
import type { Scenario, ScenarioResult } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

/** A scenario, how it comes out on the draft, and what can be done to it. */
export function ScenarioRow({
  scenario,
  result,
  words,
  onOpen,
  onSaveAnew,
  onRemove,
}: {
  scenario: Scenario
  /** absent until it has been run */
  result: ScenarioResult | undefined
  words: WalkWords
  onOpen: () => void
  onSaveAnew: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('walk')
  const [isSure, setSure] = useState(false)
  const { name, steps, savedBy, savedAt } = scenario
  const who = useName(savedBy)
  return (
    <>
      <div className={classes.headRow}>
        <strong>{name}</strong>
        {result && (
          <span className={classes.status} data-status={result.passed ? 'possible' : 'blocked'}>
            {result.passed ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}{' '}
            {t(result.passed ? 'passed' : 'differs')}
          </span>
        )}
      </div>
      <p className={classes.quiet}>
        {t('stepsOf', { count: steps.length })} · {who}, {momentInWords(savedAt, words.language)}
      </p>
      {result && result.differences.length > 0 && (
        <ul className={classes.list}>
          {result.differences.map((difference) => {
            const line = describeDifference(difference, steps, words)
            return <li key={line}>{line}</li>
          })}
        </ul>
      )}
      <div className={classes.row}>
        <Button size="compact-md" variant="default" aria-label={t('openOneOf', { name })} onClick={onOpen}>
          {t('openOne')}
        </Button>
        {result && !result.passed && (
          <Button size="compact-md" variant="default" aria-label={t('saveAnewOf', { name })} onClick={onSaveAnew}>
            {t('saveAnew')}
          </Button>
        )}
        {isSure ? (
          <>
            <span>{t('removeSure', { name })}</span>
            <Button size="compact-md" color="red" aria-label={t('removeOf', { name })} onClick={onRemove}>
              {t('remove')}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setSure(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            aria-label={t('removeOf', { name })}
            onClick={() => setSure(true)}
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </>
  )
}
