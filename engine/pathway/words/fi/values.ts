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
  labelsWithUnit: {
    daysAWeek: /päiv\S* (viikossa|viikkoa kohti)|viikkopäiv/i,
    hoursADay: /tun\S* (päivässä|päivää kohti)/i,
    hoursAWeek: /tun\S* (viikossa|viikkoa kohti)|viikkotun/i,
    years: /\bvuo(sia|tta)\b/i,
    months: /kuukau(sia|tta)\b/i,
    weeks: /viikko(ja|a)(?!\p{L})/iu,
    days: /päiv(iä|ää)(?!\p{L})/iu,
    hours: /tunt(eja|ia)\b/i,
    minutes: /minuutt(eja|ia)\b/i,
    euros: /euro(ja|a)\b/i,
    people: /henkilö(itä|ä)(?!\p{L})/iu,
  },
}
