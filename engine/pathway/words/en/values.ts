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
  labelsWithUnit: {
    daysAWeek: /\bdays (a|per|each) week\b/i,
    hoursADay: /\bhours (a|per|each) day\b/i,
    hoursAWeek: /\bhours (a|per|each) week\b/i,
    years: /\byears\b/i,
    months: /\bmonths\b/i,
    weeks: /\bweeks\b/i,
    days: /\bdays\b/i,
    hours: /\bhours\b/i,
    minutes: /\bminutes\b/i,
    euros: /\beuros\b/i,
    people: /\b(people|persons)\b/i,
  },
}
