import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { components } from '../../api/client/schema.d.ts'
import type { Language } from '../app/language.ts'
import type { DraftDocument } from '../model/document.ts'
import type { useOneAtATime } from '../parts/useOneAtATime.ts'
import { ConfirmMove } from './ConfirmMove.tsx'
import classes from './MigratePage.module.css'
import { OutcomeInWords } from './OutcomeInWords.tsx'
import { Places } from './Places.tsx'
import { placeStates, placesGiven } from './placeStates.ts'
import { useMigration } from './useMigration.ts'

/** Where the states of one version have gone in another, why clients are moved there, and the move: tried, then made. */
export function MigrateForm({
  pathway,
  title,
  from,
  to,
  census,
  reason,
  onReason,
  work: { isBusy, begin },
}: {
  pathway: string
  title: string
  from: Side
  to: Side
  /** who is where on the version that is left */
  census: components['schemas']['PathwayVersionCensus']
  reason: string
  onReason: (reason: string) => void
  work: ReturnType<typeof useOneAtATime>
}) {
  const { t, i18n } = useTranslation('migrate')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [isChecked, setChecked] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const told = useRef<HTMLDivElement>(null)
  const language = i18n.language as Language
  const placed = useMemo(() => {
    const live = new Map(census.byState.map((one) => [one.state, one.live]))
    return placeStates({ before: from.document, after: to.document, live, chosen, language })
  }, [from.document, to.document, census, chosen, language])
  const states = placesGiven(placed)
  const migration = { pathway, from: from.version, to: to.version, states, reason: reason.trim() }
  const { tried, moved, isCutOff, running, wrong, attempt, move } = useMigration(migration)
  const isMoving = running?.what === 'moving'
  // the button that was pressed is gone, or busy: who is at the keyboard stands where the end is told
  useEffect(() => {
    if (isMoving) told.current?.focus()
  }, [isMoving])
  const versions = { from: from.version, to: to.version }
  const isEmpty = census.live === 0 && !isBusy && !isCutOff

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (reason.trim() === '' || placed.some(({ isMissing }) => isMissing)) {
      // what is wrong is drawn first
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    // guesses are as good as choices from now on: who has moved away meanwhile changes nothing of what was tried
    setChosen({ ...chosen, ...states })
    begin(attempt)
  }
  return (
    <form ref={form} className={classes.columns} noValidate onSubmit={submit}>
      <section aria-labelledby="places">
        <h2 id="places">{t('places')}</h2>
        {isEmpty ? (
          <p>{t('noClients', { version: from.version })}</p>
        ) : (
          <Places
            placed={placed}
            version={to.version}
            isChecked={isChecked}
            isBusy={isBusy}
            onChoose={(path, place) => setChosen({ ...chosen, [path]: place })}
          />
        )}
        <p>
          <Link href={`/pathways/${pathway}/compare?from=${from.version}&to=${to.version}`}>{t('compare')}</Link>
        </p>
      </section>
      <section className={classes.move} aria-labelledby="move" hidden={isEmpty && !moved}>
        <h2 id="move">{t('move')}</h2>
        {!isEmpty && (
          <>
            <Textarea
              label={t('reason')}
              description={t('reasonHint')}
              autosize
              minRows={3}
              maxLength={4000}
              required
              disabled={isBusy}
              value={reason}
              error={isChecked && reason.trim() === '' ? t('reasonMissing') : undefined}
              onChange={(event) => onReason(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant={tried ? 'default' : 'filled'}
              loading={running?.what === 'trying'}
              disabled={isMoving}
            >
              {t('try')}
            </Button>
          </>
        )}
        <div ref={told} role="status" tabIndex={-1} className={classes.told}>
          {running && t(running.what, { count: running.count })}
          {!running && tried && <OutcomeInWords kind="tried" outcome={tried} versions={versions} />}
          {!running && moved && <OutcomeInWords kind="moved" outcome={moved} versions={versions} />}
        </div>
        {wrong !== undefined && (
          <p role="alert" className={classes.wrong}>
            {wrong}
          </p>
        )}
        {!isEmpty && (
          <>
            <Button
              variant={tried ? 'filled' : 'default'}
              loading={isMoving}
              disabled={!tried || tried.moved === 0 || running?.what === 'trying'}
              onClick={() => (isCutOff ? begin(move) : setAsking(true))}
            >
              {isCutOff ? t('goOn') : tried && tried.moved > 0 ? t('moveThem', { count: tried.moved }) : t('moveAll')}
            </Button>
            {!tried && !running && <p className={classes.quiet}>{t('tryFirst')}</p>}
          </>
        )}
        <ConfirmMove
          isAsking={isAsking}
          title={title}
          count={tried?.moved ?? 0}
          versions={versions}
          onMove={() => {
            setAsking(false)
            begin(move)
          }}
          onClose={() => setAsking(false)}
        />
      </section>
    </form>
  )
}

/** A version, and its document. */
interface Side {
  version: number
  document: DraftDocument
}
