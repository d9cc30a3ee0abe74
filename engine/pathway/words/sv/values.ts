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
  labelsWithUnit: {
    daysAWeek: /dagar (i|per|om) veckan?\b/i,
    hoursADay: /timmar (om|per|i) dag(en)?\b/i,
    hoursAWeek: /timmar (i|per|om) veckan?\b/i,
    years: /antal år\b/i,
    months: /\bmånader\b/i,
    weeks: /\bveckor\b/i,
    days: /\bdagar\b/i,
    hours: /\btimmar\b/i,
    minutes: /\bminuter\b/i,
    euros: /\beuro\b/i,
    people: /\bpersoner\b/i,
  },
}
