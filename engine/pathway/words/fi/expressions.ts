import type { ComparisonSign } from '../../feel/statement.ts'
import type { ExpressionPhrases } from '../Phrases.ts'
import { or, quote } from './lists.ts'

const bounds = { '<': 'alle', '<=': 'enintään', '>': 'yli', '>=': 'vähintään', '=': '', '!=': '' }
const tests = {
  contains: ['sisältää tekstin', 'ei sisällä tekstiä'],
  'starts with': ['alkaa tekstillä', 'ei ala tekstillä'],
  'ends with': ['päättyy tekstiin', 'ei pääty tekstiin'],
} as const
const aggregates = {
  min: (values: string) => `pienin arvoista ${values}`,
  max: (values: string) => `suurin arvoista ${values}`,
  sum: (values: string) => `${values} yhteensä`,
  mean: (values: string) => `keskiarvo arvoista ${values}`,
}
const dateParts: Readonly<Record<string, string>> = {
  year: 'vuosi',
  month: 'kuukausi',
  day: 'kuukauden päivä',
  weekday: 'viikonpäivä',
}

const singular = new Set(['kevät', 'olut', 'lyhyt', 'ohut', 'kevyt', 'airut'])

/** Whether a label is a nominative plural: 'pisteet', 'tulot'; but not 'päiviä viikossa'. */
function isPlural(subject: string): boolean {
  const last = subject.split(' ').at(-1) ?? ''
  return /[aeiouyäö]t$/.test(last) && !singular.has(last)
}

/** One time, said in words; at least one and less than one are said as done or not. */
const once: Partial<Record<ComparisonSign, string>> = {
  '>': 'useammin kuin kerran',
  '<=': 'enintään kerran',
  '=': 'kerran',
  '!=': 'yksi kerta',
}

/** What criteria say, in Finnish. */
export const expressions: ExpressionPhrases = {
  missing: '(ei vielä ehtoa)',
  is: (subject, holds) => (isPlural(subject) ? (holds ? 'ovat' : 'eivät ole') : holds ? 'on' : 'ei ole'),
  elided: ['on', 'ovat'],
  bound(sign, value, measure) {
    if (measure === 'amount') return `${bounds[sign]} ${value}`.trim()
    switch (sign) {
      case '<':
        return `ennen ${value}`
      case '<=':
        return `viimeistään ${value}`
      case '>':
        return `myöhemmin kuin ${value}`
      case '>=':
        return `aikaisintaan ${value}`
      default:
        return value
    }
  },
  neither: (subject, values) => ({
    subject,
    verb: isPlural(subject) ? 'eivät ole' : 'ei ole',
    complement: values.join(' eikä '),
  }),
  between: (from, to) => (from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`),
  known: (label, isKnown) => ({
    subject: `tieto ${quote(label)}`,
    verb: isKnown ? 'on' : 'puuttuu',
    complement: isKnown ? 'kirjattu' : '',
  }),
  contains: (subject, test, holds, text) => ({ subject, verb: tests[test][holds ? 0 : 1], complement: text }),
  completed: (task, isDone) => ({
    subject: `tehtävä ${quote(task)}`,
    verb: isDone ? 'on' : 'ei ole',
    complement: 'tehty',
  }),
  completedTimes: (task, { sign, count, bound }) => ({
    subject: `tehtävä ${quote(task)}`,
    verb: sign === '!=' ? 'on tehty muu määrä kuin' : 'on tehty',
    complement: (count === 1 ? once[sign] : undefined) ?? `${bound} kertaa`,
  }),
  daysInState: (bound, holds) => ({
    subject: 'nykyisessä tilassa',
    verb: holds ? 'on oltu' : 'ei ole oltu',
    complement: bound.replace(/ päivä$/, ' päivän'),
  }),
  daysInJourney: (bound, holds) => ({
    subject: 'polun alusta',
    verb: holds ? 'on kulunut' : 'ei ole kulunut',
    complement: bound,
  }),
  ifElse: (condition, yes, no) => `jos ${condition}, niin ${yes}; muuten ${no}`,
  either: (parts) => `joko ${or(parts)}`,
  both: (parts) => `sekä ${parts.join(' että ')}`,
  always: 'aina',
  never: 'ei koskaan',
  today: 'tänään',
  now: 'nyt',
  valueOf: (label) => `tiedon ${quote(label)} arvo`,
  unknownName: (name) => `${quote(name)} (tuntematon tieto)`,
  aggregate: (name, values) => aggregates[name](values),
  datePart: (part, of) => (Object.hasOwn(dateParts, part) ? `${of} (${dateParts[part]})` : undefined),
  pills: {
    or: ' tai ',
    completed: (task, isDone) => `${task}: ${isDone ? 'tehty' : 'ei tehty'}`,
    completedTimes: (task, bound) => `${task}: tehty ${bound}`,
    daysInState: (bound) => `tilassa ${bound}`,
    daysInJourney: (bound) => `polulla ${bound}`,
    known: (label, isKnown) => `${label}: ${isKnown ? 'kirjattu' : 'puuttuu'}`,
  },
}
