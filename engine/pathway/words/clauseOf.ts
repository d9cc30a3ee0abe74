import type { Statement, Term } from '../feel/statement.ts'
import type { Clause } from './Phrases.ts'
import { phrasesOf } from './phrasesOf.ts'
import { measureOf, namedOf, type Saying, termInWords, unitOf } from './termInWords.ts'
import { withUnit } from './valueInWords.ts'

/** A statement said: as a clause where it has one subject, else as a text. */
export type Said = Clause | string

export const isClause = (said: Said): said is Clause => typeof said !== 'string'

/** Statements about one term. */
type Simple = Exclude<Statement, { kind: 'join' | 'if' | 'constant' | 'verbatim' }>

/** A statement about one term as a clause. */
export function clauseOf(statement: Simple, saying: Saying): Said {
  const { expressions, or, quote } = phrasesOf(saying.language)
  const { term } = statement
  const subject = termInWords(term, 'subject', saying)
  const value = (one: Term) => termInWords(one, 'value', saying, term)
  const is = (holds: boolean) => expressions.is(subject, holds)
  switch (statement.kind) {
    case 'comparison':
      return comparison(statement, saying)
    case 'range':
      return { subject, verb: is(statement.isInside), complement: rangeInWords(statement, saying) }
    case 'choice': {
      const values = statement.of.map(value)
      if (!statement.isAmong && values.length > 1) return expressions.neither(subject, values)
      return { subject, verb: is(statement.isAmong), complement: or(values) }
    }
    case 'truth': {
      const answer = phrasesOf(saying.language).values[statement.value ? 'yes' : 'no']
      return `${quote(labelOf(term, saying))}: ${answer}`
    }
    case 'knowledge':
      return expressions.known(labelOf(term, saying), statement.isKnown)
    case 'text':
      return expressions.contains(subject, statement.test, statement.holds, value(statement.with))
  }
}

/** A fact's label as it stands in the document; other terms in words. */
export function labelOf(term: Term, saying: Saying): string {
  const named = namedOf(term, saying)
  if (named && 'label' in named) return named.label
  return term.kind === 'name' ? term.name : termInWords(term, 'subject', saying)
}

function comparison({ term, sign, with: right }: Statement & { kind: 'comparison' }, saying: Saying): Said {
  const { expressions } = phrasesOf(saying.language)
  const named = namedOf(term, saying)
  const holds = sign !== '!='
  if (right.kind === 'number' && named?.kind === 'completed') {
    const isDone = doneAtAll(sign, right.value)
    if (isDone !== undefined) return expressions.completed(named.label, isDone)
    const bound = expressions.bound(sign, withUnit(right.value, undefined, saying.language), 'amount')
    return expressions.completedTimes(named.label, { sign, count: right.value, bound })
  }
  if (right.kind === 'number' && (named?.kind === 'daysInState' || named?.kind === 'daysInJourney')) {
    const days = phrasesOf(saying.language).durations.say('plain', [{ count: right.value, unit: 'day' }])
    return expressions[named.kind](expressions.bound(sign, days, 'amount'), holds)
  }
  const subject = termInWords(term, 'subject', saying)
  return {
    subject,
    verb: expressions.is(subject, holds),
    complement: expressions.bound(sign, termInWords(right, 'value', saying, term), measureOf([term, right], saying)),
  }
}

/** Whether a count is asked to be above nothing, or nothing; undefined when it is asked to be something else. */
export function doneAtAll(sign: string, count: number): boolean | undefined {
  const question = `${sign}${count}`
  if (question === '>=1' || question === '>0' || question === '!=0') return true
  return question === '=0' || question === '<1' || question === '<=0' ? false : undefined
}

function rangeInWords({ term, from, to }: Statement & { kind: 'range' }, saying: Saying): string {
  const { and, expressions } = phrasesOf(saying.language)
  const value = (one: Term) => termInWords(one, 'value', saying, term)
  if (from.isIncluded && to.isIncluded) {
    const isSameUnit = from.term.kind === 'number' && to.term.kind === 'number' && unitOf(term, saying) !== undefined
    return expressions.between(isSameUnit ? termInWords(from.term, 'value', saying) : value(from.term), value(to.term))
  }
  const measure = measureOf([term, from.term, to.term], saying)
  return and([
    expressions.bound(from.isIncluded ? '>=' : '>', value(from.term), measure),
    expressions.bound(to.isIncluded ? '<=' : '<', value(to.term), measure),
  ])
}
