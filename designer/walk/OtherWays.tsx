import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suspensionName } from '../../engine/pathway/words/index.ts'
import { DateField } from '../parts/DateField.tsx'
import { textIn } from '../parts/inWords.ts'
import { localDateOf } from '../parts/localDateOf.ts'
import { ReasonForm } from './ReasonForm.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import { placeInWords } from './walkWords.ts'

type Way = 'jump' | 'exit' | 'suspend' | 'resume'

/** What no event does: a reasoned jump, an end from anywhere, a suspension and its end. */
export function OtherWays() {
  const { t } = useTranslation('walk')
  const { point, isNow } = useWalking()
  const [way, setWay] = useState<Way>()
  const { jumps, exits } = point.next
  const ways: Way[] = [
    ...(jumps.length > 0 ? (['jump'] as const) : []),
    ...(exits.length > 0 ? (['exit'] as const) : []),
    'suspend',
    ...(point.suspensions.length > 0 ? (['resume'] as const) : []),
  ]
  if (!isNow) return null
  const close = (): void => setWay(undefined)
  return (
    <section aria-labelledby="walk-other">
      <h3 id="walk-other" className={classes.heading}>
        {t('otherWays')}
      </h3>
      <div className={classes.row}>
        {ways.map((one) => (
          <Button
            key={one}
            size="compact-md"
            variant={one === way ? 'light' : 'default'}
            aria-expanded={one === way}
            onClick={() => setWay(one === way ? undefined : one)}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      {way === 'jump' && <Jump onDone={close} />}
      {way === 'exit' && <Exit onDone={close} />}
      {way === 'suspend' && <Suspend onDone={close} />}
      {way === 'resume' && <Resume onDone={close} />}
    </section>
  )
}

function Jump({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('walk')
  const { point, words, take } = useWalking()
  const [to, setTo] = useState(point.next.jumps[0] ?? '')
  const jump = (reason: string): void => {
    onDone()
    take({ do: 'jump', to, reason })
  }
  return (
    <ReasonForm submit={t('jumpDo')} onSubmit={jump} onCancel={onDone}>
      <NativeSelect
        label={t('jumpTo')}
        value={to}
        data={point.next.jumps.map((state) => ({ value: state, label: placeInWords(words, null, state) }))}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
    </ReasonForm>
  )
}

function Exit({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('walk')
  const { document, point, words, take } = useWalking()
  const [code, setCode] = useState(point.next.exits[0]?.code ?? '')
  const isOptional = document.exits?.[code]?.reasonRequired === false
  const exit = (reason: string): void => {
    onDone()
    take({ do: 'exit', code, ...(reason !== '' && { reason }) })
  }
  return (
    <ReasonForm submit={t('exitDo')} isOptional={isOptional} onSubmit={exit} onCancel={onDone}>
      <NativeSelect
        label={t('exitHow')}
        value={code}
        data={point.next.exits.map((one) => ({ value: one.code, label: textIn(one.label, words.language) }))}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
    </ReasonForm>
  )
}

function Suspend({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('walk')
  const { document, point, words, take } = useWalking()
  const codes = Object.keys(document.suspensions ?? {})
  const [code, setCode] = useState(codes[0] ?? '')
  const [reviewDate, setReviewDate] = useState<string | null>(() => eightWeeksFrom(point.at))
  const suspend = (reason: string): void => {
    if (reviewDate === null) return
    onDone()
    take({ do: 'suspend', reason, reviewDate, ...(code !== '' && { code }) })
  }
  return (
    <ReasonForm submit={t('suspendDo')} onSubmit={suspend} onCancel={onDone}>
      {codes.length > 0 && (
        <NativeSelect
          label={t('suspendWhy')}
          value={code}
          data={[
            ...codes.map((one) => ({ value: one, label: suspensionName(document, one, words.language) })),
            { value: '', label: t('suspendOther') },
          ]}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
      )}
      <DateField label={t('reviewDate')} value={reviewDate} onChange={setReviewDate} required />
    </ReasonForm>
  )
}

function Resume({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('walk')
  const { point, words, take } = useWalking()
  const { suspensions } = point
  const [id, setId] = useState(String(suspensions[0]?.id ?? ''))
  const resume = (reason: string): void => {
    onDone()
    take({ do: 'resume', reason, ...(suspensions.length > 1 && { suspension: Number(id) }) })
  }
  return (
    <ReasonForm submit={t('resume')} onSubmit={resume} onCancel={onDone}>
      {suspensions.length > 1 && (
        <NativeSelect
          label={t('suspendWhy')}
          value={id}
          data={suspensions.map((one) => ({
            value: String(one.id),
            label: textIn(one.label, words.language) || t('suspendOther'),
          }))}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        />
      )}
    </ReasonForm>
  )
}

/** A review on the same weekday eight weeks on, to begin from. */
function eightWeeksFrom(instant: string): string {
  const at = new Date(instant)
  at.setUTCDate(at.getUTCDate() + 56)
  return localDateOf(at)
}
