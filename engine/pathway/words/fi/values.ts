import type { ValuePhrases } from '../Phrases.ts'

/** Values and units in Finnish. */
export const values: ValuePhrases = {
  locale: 'fi-FI',
  yes: 'kyllä',
  no: 'ei',
  missing: '(ei arvoa)',
  date: (year, month, day) => `${day}.${month}.${year}`,
  units: {
    daysAWeek: 'pv/vko',
    hoursADay: 'h/pv',
    hoursAWeek: 'h/vko',
    years: 'v',
    months: 'kk',
    weeks: 'vko',
    days: 'pv',
    hours: 'h',
    minutes: 'min',
    euros: '€',
    eurosAMonth: '€/kk',
    people: 'hlö',
    pieces: 'kpl',
  },
}
