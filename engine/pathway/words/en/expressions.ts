import type { ComparisonSign } from '../../feel/statement.ts'
import { listedWith } from '../listedWith.ts'
import type { ExpressionPhrases } from '../Phrases.ts'
import { or, quote } from './lists.ts'

const bounds = { '<': 'less than', '<=': 'at most', '>': 'more than', '>=': 'at least', '=': '', '!=': '' }
const dateBounds = { '<': 'before', '<=': 'on or before', '>': 'after', '>=': 'on or after', '=': '', '!=': '' }
const tests = {
  contains: ['contains', 'does not contain'],
  'starts with': ['begins with', 'does not begin with'],
  'ends with': ['ends with', 'does not end with'],
} as const
const aggregates = {
  min: (values: string) => `the least of ${values}`,
  max: (values: string) => `the greatest of ${values}`,
  sum: (values: string) => `${values} together`,
  mean: (values: string) => `the mean of ${values}`,
}
const dateParts: Readonly<Record<string, string>> = {
  year: 'year',
  month: 'month',
  day: 'day of the month',
  weekday: 'day of the week',
}

/** Whether a label of one word is a plural: 'points', but not 'status'. */
const isPlural = (subject: string): boolean => /^\w+[^su\W]s$/.test(subject) && !subject.endsWith('is')

/** One time, said in words; at least one and less than one are said as done or not. */
const once: Partial<Record<ComparisonSign, string>> = {
  '>': 'more than once',
  '<=': 'at most once',
  '=': 'once',
  '!=': 'exactly once',
}

/** What criteria say, in English. */
export const expressions: ExpressionPhrases = {
  missing: '(no condition yet)',
  is: (subject, holds) => `${isPlural(subject) ? 'are' : 'is'}${holds ? '' : ' not'}`,
  elided: ['is', 'are'],
  bound: (sign, value, measure) => `${(measure === 'date' ? dateBounds : bounds)[sign]} ${value}`.trim(),
  neither: (subject, values) => ({
    subject,
    verb: isPlural(subject) ? 'are' : 'is',
    complement: `neither ${listedWith(values, ' nor ')}`,
  }),
  between: (from, to) => (from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`),
  known: (label, isKnown) => ({ subject: quote(label), verb: isKnown ? 'is' : 'is not', complement: 'known' }),
  contains: (subject, test, holds, text) => ({ subject, verb: tests[test][holds ? 0 : 1], complement: text }),
  completed: (task, isDone) => ({
    subject: `the task ${quote(task)}`,
    verb: isDone ? 'is' : 'is not',
    complement: 'done',
  }),
  completedTimes: (task, { sign, count, bound }) => ({
    subject: `the task ${quote(task)}`,
    verb: sign === '!=' ? 'has not been done' : 'has been done',
    complement: (count === 1 ? once[sign] : undefined) ?? `${bound} times`,
  }),
  daysInState: (bound, holds) => ({
    subject: 'the current state',
    verb: holds ? 'has lasted' : 'has not lasted',
    complement: bound,
  }),
  daysInJourney: (bound, holds) => ({
    subject: 'the journey',
    verb: holds ? 'has lasted' : 'has not lasted',
    complement: bound,
  }),
  ifElse: (condition, yes, no) => `if ${condition}, then ${yes}; otherwise ${no}`,
  either: (parts) => `either ${or(parts)}`,
  both: (parts) => (parts.length === 2 ? `both ${parts.join(' and ')}` : `all of ${parts.join(' and ')}`),
  always: 'always',
  never: 'never',
  today: 'today',
  now: 'now',
  valueOf: (label) => `the value of ${quote(label)}`,
  unknownName: (name) => `${quote(name)} (unknown fact)`,
  aggregate: (name, values) => aggregates[name](values),
  datePart: (part, of) => (Object.hasOwn(dateParts, part) ? `${of} (${dateParts[part]})` : undefined),
  pills: {
    or: ' or ',
    completed: (task, isDone) => `${task}: ${isDone ? 'done' : 'not done'}`,
    completedTimes: (task, bound) => `${task}: done ${bound}`,
    daysInState: (bound) => `in state ${bound}`,
    daysInJourney: (bound) => `in journey ${bound}`,
    known: (label, isKnown) => `${label}: ${isKnown ? 'known' : 'not known'}`,
  },
}
