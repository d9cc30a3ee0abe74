import type { ComparisonSign } from '../../feel/statement.ts'
import type { ExpressionPhrases } from '../Phrases.ts'
import { or, quote } from './lists.ts'

const bounds = { '<': 'under', '<=': 'högst', '>': 'över', '>=': 'minst', '=': '', '!=': '' }
const dateBounds = { '<': 'före', '<=': 'senast', '>': 'efter', '>=': 'tidigast', '=': '', '!=': '' }
const tests = {
  contains: ['innehåller texten', 'innehåller inte texten'],
  'starts with': ['börjar med texten', 'börjar inte med texten'],
  'ends with': ['slutar med texten', 'slutar inte med texten'],
} as const
const aggregates = {
  min: (values: string) => `det minsta av ${values}`,
  max: (values: string) => `det största av ${values}`,
  sum: (values: string) => `${values} sammanlagt`,
  mean: (values: string) => `medeltalet av ${values}`,
}
const dateParts: Readonly<Record<string, string>> = {
  year: 'år',
  month: 'månad',
  day: 'dag i månaden',
  weekday: 'veckodag',
}

/** One time, said in words; at least one and less than one are said as done or not. */
const once: Partial<Record<ComparisonSign, string>> = {
  '>': 'mer än en gång',
  '<=': 'högst en gång',
  '=': 'en gång',
  '!=': 'exakt en gång',
}

/** What criteria say, in Swedish. */
export const expressions: ExpressionPhrases = {
  missing: '(inget villkor ännu)',
  is: (_subject, holds) => (holds ? 'är' : 'är inte'),
  elided: ['är'],
  bound: (sign, value, measure) => `${(measure === 'date' ? dateBounds : bounds)[sign]} ${value}`.trim(),
  neither: (subject, values) => ({ subject, verb: 'är', complement: `varken ${or(values)}` }),
  between: (from, to) => (from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`),
  known: (label, isKnown) => ({
    subject: `uppgiften ${quote(label)}`,
    verb: isKnown ? 'finns' : 'saknas',
    complement: '',
  }),
  contains: (subject, test, holds, text) => ({ subject, verb: tests[test][holds ? 0 : 1], complement: text }),
  completed: (task, isDone) => ({
    subject: `uppgiften ${quote(task)}`,
    verb: isDone ? 'är' : 'är inte',
    complement: 'utförd',
  }),
  completedTimes: (task, { sign, count, bound }) => ({
    subject: `uppgiften ${quote(task)}`,
    verb: sign === '!=' ? 'har inte utförts' : 'har utförts',
    complement: (count === 1 ? once[sign] : undefined) ?? `${bound} gånger`,
  }),
  daysInState: (bound, holds) => ({
    subject: 'det nuvarande läget',
    verb: holds ? 'har varat' : 'har inte varat',
    complement: bound,
  }),
  daysInJourney: (bound, holds) => ({
    subject: 'stigen',
    verb: holds ? 'har pågått' : 'har inte pågått',
    complement: bound,
  }),
  ifElse: (condition, yes, no) => `om ${condition} så ${yes}; annars ${no}`,
  either: (parts) => `antingen ${or(parts)}`,
  both: (parts) => (parts.length === 2 ? `både ${parts.join(' och ')}` : `samtidigt ${parts.join(' och ')}`),
  always: 'alltid',
  never: 'aldrig',
  today: 'i dag',
  now: 'nu',
  valueOf: (label) => `värdet av ${quote(label)}`,
  unknownName: (name) => `${quote(name)} (okänd uppgift)`,
  aggregate: (name, values) => aggregates[name](values),
  datePart: (part, of) => (Object.hasOwn(dateParts, part) ? `${of} (${dateParts[part]})` : undefined),
  pills: {
    or: ' eller ',
    completed: (task, isDone) => `${task}: ${isDone ? 'utförd' : 'inte utförd'}`,
    completedTimes: (task, bound) => `${task}: utförd ${bound}`,
    daysInState: (bound) => `i läget ${bound}`,
    daysInJourney: (bound) => `på stigen ${bound}`,
    known: (label, isKnown) => `${label}: ${isKnown ? 'finns' : 'saknas'}`,
  },
}
