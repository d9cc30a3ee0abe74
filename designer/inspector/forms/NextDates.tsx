import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { language } from '../../app/language.ts'
import { isOfPathway } from '../../model/places.ts'
import { dateInWords } from '../../parts/inWords.ts'
import { keyed } from '../../parts/keyed.ts'
import { loadLater, NotLoaded } from '../../parts/loadLater.ts'
import { useExampleClient } from '../exampleClient.ts'
import { DateInput } from '../fields/DateInput.tsx'
import classes from '../fields/fields.module.css'
import { useReader } from '../fields/useReader.ts'
import type { NextDate } from '../nextDates.ts'
import { usePlace, useThing } from '../PlaceContext.tsx'
import { Section } from '../Section.tsx'

const loadDates = loadLater(() => import('../nextDates.ts'))

/** The next dates of a follow-up for an example client, who enters on a day that can be changed. */
export function NextDates() {
  const { t } = useTranslation('inspectorRules')
  const { t: shell } = useTranslation('shell')
  const { document } = useReader()
  const { place } = usePlace()
  const thing = useThing()
  const { entersOn, enter } = useExampleClient()
  const [dates, setDates] = useState<readonly NextDate[]>()
  const [isMissing, setMissing] = useState(false)
  const { parameters } = document
  const exampleEntry = isOfPathway(place) ? 'exampleEntryOfPathway' : 'exampleEntry'
  useEffect(() => {
    let isShown = true
    // the table of holidays is fetched when somebody looks at dates
    loadDates()
      .then(({ nextDates }) => {
        if (isShown) setDates(nextDates({ followUp: thing, parameters, anchor: entersOn }))
      })
      .catch((failure: unknown) => {
        if (!(failure instanceof NotLoaded)) throw failure
        if (isShown) setMissing(true)
      })
    return () => {
      isShown = false
    }
  }, [thing, parameters, entersOn])
  return (
    <Section title={t('nextDates')} help={t('nextDatesHelp')}>
      <DateInput
        id="example/entersOn"
        label={t(isRecord(thing.anchor) ? 'exampleDate' : exampleEntry)}
        value={entersOn}
        onChange={(date) => {
          if (date !== undefined) enter(date)
        }}
      />
      {isMissing && dates === undefined && <p className={classes.quiet}>{shell('notLoaded')}</p>}
      {dates?.length === 0 && <p className={classes.quiet}>{t('noDates')}</p>}
      {dates !== undefined && dates.length > 0 && (
        <ol className={classes.ordered} aria-label={t('nextDates')}>
          {keyed(dates, ({ date }) => date).map(({ key, one: { date, warning, windowEnds } }) => (
            <li key={key}>
              {inWords(date)}
              {windowEnds !== undefined && ` – ${inWords(windowEnds)}`}
              {warning !== undefined && (
                <span className={classes.quiet}> {t('warnedOn', { date: inWords(warning) })}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

const inWords = (date: string): string => dateInWords(`${date}T12:00:00Z`, language())
