import { Button } from '@mantine/core'
import { IconCircleX, IconClock, IconPuzzle, IconSparkles, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { keyed } from '../parts/keyed.ts'
import { describeDid, type Told } from './describeDid.ts'
import { describeStep } from './describeStep.ts'
import { describeRefusal } from './describeWhy.ts'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import { keepRefused, type Walk } from './walkSteps.ts'
import { moduleInWords } from './walkWords.ts'

const icons = { person: IconUser, time: IconClock, rule: IconSparkles }

/** What the step came to: sentences of what it did, or why it was refused. */
export function Happened({
  walk,
  index,
  onChange,
  onDrop,
}: {
  walk: Walk
  index: number
  onChange: (walk: Walk) => void
  onDrop: () => void
}) {
  const { t } = useTranslation('walk')
  const { point, words, isNow } = useWalking()
  const told = describeDid(point, words)
  const written = walk.steps[index - 1]
  const isTried = isNow && walk.isTrying && !written?.isToBeRefused
  const step = point.step ? describeStep(point.step, words, point) : ''
  return (
    <section aria-labelledby="walk-happened">
      <h3 id="walk-happened" className={classes.heading}>
        {t('happened')}
      </h3>
      {point.refused && (
        <div className={written?.isToBeRefused ? classes.meant : classes.refused}>
          <IconCircleX size={18} aria-hidden className={classes.icon} />
          <div>
            <strong>
              {written?.isToBeRefused
                ? t('refusedAsMeant', { step })
                : isTried
                  ? t('refusedTry', { step })
                  : t('refusedNow', { step })}
            </strong>
            {describeRefusal(point.refused, point.step, words).map((line) => (
              <p key={line} className={classes.sentence}>
                {line}
              </p>
            ))}
            {isNow && (
              <div className={classes.row}>
                {!written?.isToBeRefused && (
                  <Button size="compact-md" variant="default" onClick={() => onChange(keepRefused(walk))}>
                    {t('keepRefused')}
                  </Button>
                )}
                <Button size="compact-md" variant="default" onClick={onDrop}>
                  {t('dropStep')}
                </Button>
              </div>
            )}
          </div>
        </div>
      )}
      {!point.refused && written?.isToBeRefused && <p className={classes.refused}>{t('shouldBeRefused', { step })}</p>}
      {told.length === 0 && !point.refused && <p className={classes.quiet}>{t('nothingHappened')}</p>}
      <ul className={classes.plain}>
        {keyed(told, ({ module, what }) => `${module} ${what}`).map(({ key, one }) => (
          <Line key={key} told={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ told: { module, by, what, followed } }: { told: Told }) {
  const { t } = useTranslation('walk')
  const { point, words } = useWalking()
  const Icon = module === null ? icons[by] : IconPuzzle
  const running = point.modules.find((one) => one.module === module)
  return (
    <li className={classes.line}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div>
        {module !== null && (
          <span className={classes.quiet}>{moduleInWords(words, { name: module, label: running?.label })} › </span>
        )}
        <strong>{what}</strong>
        {by !== 'person' && <span className={classes.quiet}> {t(by === 'time' ? 'byTime' : 'byRule')}</span>}
        {followed.map((line) => (
          <p key={line} className={classes.sentence}>
            {line}
          </p>
        ))}
      </div>
    </li>
  )
}
