import { Button, NativeSelect } from '@mantine/core'
import { IconCheck, IconLock, IconPlayerPause, IconQuestionMark, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToldCriterion, ToldPossibility } from './describeWhy.ts'
import { ReasonForm } from './ReasonForm.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'

const statuses = {
  possible: { text: 'statusPossible', Icon: IconCheck },
  blocked: { text: 'statusBlocked', Icon: IconLock },
  unknown: { text: 'statusUnknown', Icon: IconQuestionMark },
  suspended: { text: 'statusSuspended', Icon: IconPlayerPause },
} as const

const values = {
  holds: { text: 'holds', Icon: IconCheck },
  fails: { text: 'fails', Icon: IconX },
  unknown: { text: 'isUnknown', Icon: IconQuestionMark },
} as const

/** One event: the button that sends it, where it leads and who may, what must hold, what was seen, what to record first. */
export function PossibilityRow({ possibility }: { possibility: ToldPossibility }) {
  const { t } = useTranslation('walk')
  const { take, isNow, recordFirst } = useWalking()
  const [asks, setAsks] = useState<'reason' | 'override'>()
  const [overridden, setOverridden] = useState(0)
  const { event, name, status, ways, record, overridable } = possibility
  const { text, Icon } = statuses[status]
  const needsReason = ways.some(({ reasonRequired }) => reasonRequired)
  const close = (): void => setAsks(undefined)
  const send = (reason?: string): void => {
    close()
    take({ do: 'send', event, ...(reason && { reason }) })
  }
  const override = (reason: string): void => {
    const chosen = overridable[overridden]
    close()
    if (chosen)
      take({ do: 'send', event, reason, override: { criterion: chosen.criterion, transition: chosen.transition } })
  }
  return (
    <>
      <div className={classes.row}>
        {isNow ? (
          <Button
            variant={status === 'possible' ? 'filled' : 'default'}
            size="compact-md"
            className={classes.event ?? ''}
            onClick={() => (needsReason && status === 'possible' ? setAsks('reason') : send())}
          >
            {name}
          </Button>
        ) : (
          <strong>{name}</strong>
        )}
        <span className={classes.status} data-status={status}>
          <Icon size={16} aria-hidden /> {t(text)}
        </span>
      </div>
      {ways.map((way) => (
        <div key={way.id}>
          <p className={classes.sentence}>
            {ways.length > 1 && <strong>{way.name}. </strong>}
            {way.to === '' ? t('leadsNowhere') : t('leadsTo', { to: way.to })}
            <span className={classes.quiet}>
              {way.who !== '' && ` · ${t('mayBeDoneBy', { who: way.who })}`}
              {way.effect !== 'none' && ` · ${t(way.effect === 'rights' ? 'effectRights' : 'effectService')}`}
            </span>
          </p>
          <ul className={classes.plain}>
            {way.criteria.map((criterion) => (
              <Criterion key={criterion.name} criterion={criterion} />
            ))}
          </ul>
        </div>
      ))}
      {record.length > 0 && isNow && (
        <div className={classes.row}>
          <span>{t('recordFirstOf')}</span>
          {record.map((fact) => (
            <Button
              key={fact.name}
              size="compact-md"
              variant="light"
              onClick={() => recordFirst(record.map((one) => one.name).sort((one) => (one === fact.name ? -1 : 0)))}
            >
              {fact.label}
              {fact.expired && ` (${t('expired')})`}
            </Button>
          ))}
        </div>
      )}
      {overridable.length > 0 && isNow && asks === undefined && (
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => setAsks('override')}
          aria-label={`${t('override')}: ${name}`}
        >
          {t('override')}
        </Button>
      )}
      {asks === 'reason' && <ReasonForm submit={name} onSubmit={send} onCancel={close} />}
      {asks === 'override' && (
        <ReasonForm submit={t('overrideDo', { name })} onSubmit={override} onCancel={close}>
          {overridable.length > 1 && (
            <NativeSelect
              label={t('overrideWhich')}
              value={String(overridden)}
              data={overridable.map(({ rule }, index) => ({ value: String(index), label: rule }))}
              onChange={({ currentTarget }) => setOverridden(Number(currentTarget.value))}
            />
          )}
        </ReasonForm>
      )}
    </>
  )
}

function Criterion({ criterion: { value, rule, seen } }: { criterion: ToldCriterion }) {
  const { t } = useTranslation('walk')
  const { text, Icon } = values[value]
  return (
    <li className={classes.criterion} data-value={value}>
      <Icon size={16} aria-hidden className={classes.icon} />
      <span>
        <span className={classes.value}>{t(text)}:</span> {rule} {seen}
      </span>
    </li>
  )
}
