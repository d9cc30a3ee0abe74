import { criterionInWords, eventName } from '../../engine/pathway/words/index.ts'
import { describeStep } from './describeStep.ts'
import type { Criterion, Possibility, Refusal, Step } from './walkTypes.ts'
import {
  factInWords,
  factValueInWords,
  rolesInWords,
  targetInWords,
  transitionInWords,
  type WalkWords,
} from './walkWords.ts'

/** A criterion as it stands for the example client. */
export interface ToldCriterion {
  name: string
  value: 'holds' | 'fails' | 'unknown'
  /** the rule, in a sentence */
  rule: string
  /** what it saw of the client: ”Nyt: päiviä viikossa 3”; empty when it saw nothing */
  seen: string
  isOverridable: boolean
}

/** What an event would do, and if nothing, why. */
export interface ToldPossibility {
  event: string
  name: string
  status: Possibility['status']
  ways: {
    id: string
    name: string
    to: string
    /** who may send it; empty when anybody may who may act on the journey */
    who: string
    effect: 'none' | 'service' | 'rights'
    reasonRequired: boolean
    criteria: ToldCriterion[]
  }[]
  /** facts to record before it can be decided */
  record: { name: string; label: string; expired: boolean }[]
  /** criteria against which it may be taken all the same, with a reason */
  overridable: { criterion: string; transition: string; rule: string }[]
}

/** An event of the journey, in words. */
export function describePossibility(one: Possibility, words: WalkWords): ToldPossibility {
  const { documentOf, language } = words
  const ways = one.transitions.map(({ id, label, to, by, effect, reasonRequired, criteria }) => ({
    id,
    name: transitionInWords(words, { module: null, name: id, label }),
    to: to.map((state) => targetInWords(words, state)).join(', '),
    who: rolesInWords(words, null, by),
    effect,
    reasonRequired,
    criteria: criteria.map((criterion) => describeCriterion(criterion, words)),
  }))
  const [first] = ways
  return {
    event: one.event,
    // candidates of one event are told one by one where there are several
    name: ways.length === 1 && first ? first.name : eventName(documentOf(null), one.event, language),
    status: one.status,
    ways,
    record: one.lacks.map(({ name, label, expired }) => ({
      name,
      label: factInWords(words, { module: null, name, label }),
      expired,
    })),
    overridable:
      one.status === 'possible' || one.status === 'suspended'
        ? []
        : ways.flatMap(({ id, criteria }) =>
            criteria.flatMap(({ name, value, rule, isOverridable }) =>
              isOverridable && value !== 'holds' ? [{ criterion: name, transition: id, rule }] : [],
            ),
          ),
  }
}

/** A criterion and what it saw, in words. */
export function describeCriterion(
  { name, value, seen, overridable }: Criterion,
  words: WalkWords,
  module: string | null = null,
): ToldCriterion {
  const { say, documentOf, language } = words
  const values = seen.flatMap(({ name: fact, label, value: found, unit }) => {
    if (found === undefined) return []
    const named = { module, name: fact, label }
    return [`${factInWords(words, named)} ${factValueInWords(words, named, found, unit)}`]
  })
  return {
    name,
    value: value === true ? 'holds' : value === false ? 'fails' : 'unknown',
    rule: criterionInWords(documentOf(module), name, language),
    seen: values.length === 0 ? '' : say('seen', { values: values.join(', ') }),
    isOverridable: overridable,
  }
}

/** Why a step was refused: what stands in its way, what was seen, what to do first. A sentence each. */
export function describeRefusal({ title, code, ...refusal }: Refusal, step: Step | null, words: WalkWords): string[] {
  const { say } = words
  const module = step && 'in' in step ? (step.in ?? null) : null
  const lines = [`${title}.`]
  for (const criterion of refusal.criteria ?? []) {
    const { value, rule, seen } = describeCriterion(criterion, words, module)
    if (value !== 'holds') lines.push(seen === '' ? rule : `${rule} ${seen}`)
  }
  const { lacks = [], accepted = [], errors = [] } = refusal
  if (code === 'unknown' && lacks.length > 0) {
    lines.push(say('recordFirst', { facts: lacks.map((name) => factInWords(words, { module, name })).join(', ') }))
  }
  if (code === 'checklist-open') lines.push(say('tickFirst'))
  if (code === 'not-allowed' && accepted.length > 0) {
    lines.push(say('allowedTo', { who: rolesInWords(words, module, accepted) }))
  }
  if (code === 'unhandled' && step) lines.push(say('notHere', { name: describeStep(step, words) }))
  const named = errors.flatMap(({ path }) => {
    const name = path.at(-1)
    return typeof name === 'string' ? [factInWords(words, { module, name })] : []
  })
  if (named.length > 0) lines.push(say('lookAt', { fields: [...new Set(named)].join(', ') }))
  return lines
}
