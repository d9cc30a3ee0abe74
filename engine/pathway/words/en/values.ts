import type { ValuePhrases } from '../Phrases.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Values and units in English. */
export const values: ValuePhrases = {
  locale: 'en-GB',
  yes: 'yes',
  no: 'no',
  missing: '(no value)',
  date: (year, month, day) => `${day} ${months[month - 1] ?? month} ${year}`,
  units: {
    daysAWeek: 'days/week',
    hoursADay: 'h/day',
    hoursAWeek: 'h/week',
    years: 'years',
    months: 'months',
    weeks: 'weeks',
    days: 'days',
    hours: 'h',
    minutes: 'min',
    euros: '€',
    eurosAMonth: '€/month',
    people: 'people',
    pieces: 'pcs',
  },
}
