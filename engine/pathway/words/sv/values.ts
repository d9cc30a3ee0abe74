import type { ValuePhrases } from '../Phrases.ts'

/** Values and units in Swedish. */
export const values: ValuePhrases = {
  locale: 'sv-FI',
  yes: 'ja',
  no: 'nej',
  missing: '(inget värde)',
  date: (year, month, day) => `${day}.${month}.${year}`,
  units: {
    daysAWeek: 'dagar/vecka',
    hoursADay: 'h/dag',
    hoursAWeek: 'h/vecka',
    years: 'år',
    months: 'mån.',
    weeks: 'veckor',
    days: 'dagar',
    hours: 'h',
    minutes: 'min',
    euros: '€',
    eurosAMonth: '€/mån.',
    people: 'personer',
    pieces: 'st.',
  },
}
