import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Condition,
  type Conditions,
  fromConditions,
  type Literal,
  toConditions,
} from '../../../engine/pathway/feel/conditions.ts'
import { compileCriterion, type FeelInput } from '../../../engine/pathway/feel/index.ts'
import { runs } from '../../support/runs.ts'

const names = { days: 'number', hours: 'number', need: 'text', inWork: 'boolean', start: 'date' } as const

/** A value of each type, for conditions and for facts. */
/** A criterion has 2 000 characters at most, so numbers with few digits; the others have a test of their own. */
const numbers = fc
  .oneof(fc.integer({ min: -3, max: 8 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .map((value) => Math.round(value * 1000) / 1000 + 0)
const texts = fc.oneof(fc.constantFrom('a', 'b', 'c "d"', 'e\\f'), fc.string({ unit: 'binary', maxLength: 8 }))
const dates = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dateLiterals = fc.oneof(dates, fc.constant('today')).map((date) => ({ date }))

const operators = fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const)
const ordered = (name: string, literal: fc.Arbitrary<Literal>): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.record({ name: fc.constant(name), operator: operators, value: literal }),
    fc.record({
      name: fc.constant(name),
      operator: fc.constant('in' as const),
      values: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ name: fc.constant(name), operator: fc.constant('between' as const), from: literal, to: literal }),
  )
const condition: fc.Arbitrary<Condition> = fc.oneof(
  ordered('days', numbers),
  ordered('hours', numbers),
  ordered('need', texts),
  ordered('start', dateLiterals),
  fc.record({
    name: fc.constantFrom('inWork'),
    operator: fc.constantFrom('isTrue' as const, 'isFalse' as const),
  }),
  fc.record({
    name: fc.constantFrom(...Object.keys(names)),
    operator: fc.constantFrom('isKnown' as const, 'isUnknown' as const),
  }),
)
/** A group within has the other join and at least two lines; one line alone is joined by `and`. */
const conditions: fc.Arbitrary<Conditions> = fc.constantFrom('and' as const, 'or' as const).chain((join) => {
  const group = fc.record({
    join: fc.constant(join === 'and' ? ('or' as const) : ('and' as const)),
    conditions: fc.array(condition, { minLength: 2, maxLength: 3 }),
  })
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: condition }, { weight: 1, arbitrary: group }), {
      minLength: 2,
      maxLength: 4,
    })
    .map((lines) => ({ join, conditions: lines }))
})
const single = condition.map((one): Conditions => ({ join: 'and', conditions: [one] }))

const facts: fc.Arbitrary<Partial<Record<string, FeelInput>>> = fc.record(
  { days: numbers, hours: numbers, need: texts, inWork: fc.boolean(), start: dates },
  { requiredKeys: [] },
)
const evaluate = (when: string, known: Partial<Record<string, FeelInput>>) =>
  compileCriterion(when, { names }).evaluate({
    get: (name) => known[name],
    now: Date.parse('2026-03-01T10:00:00Z'),
    zone: 'Europe/Helsinki',
  }).value

/** Expressions that people write: the same in other spellings, and what no form can hold. */
const spelled = fc.letrec<{ whole: string; simple: string }>((tie) => ({
  simple: fc.oneof(
    condition.map((one) => fromConditions({ join: 'and', conditions: [one] })),
    fc.constantFrom(
      'inWork',
      'not(inWork)',
      '5 <= days',
      'days in [1..5]',
      'days in (>= 3)',
      'true = inWork',
      'need in ["a", "b"]',
      'is defined(need)',
      'days + 1 > hours',
      'days in (1..5]',
      'not(days between 1 and 3)',
      'if inWork then days > 3 else hours > 2',
    ),
  ),
  whole: fc.oneof(
    { maxDepth: 3 },
    tie('simple'),
    fc.tuple(tie('whole'), fc.constantFrom('and', 'or'), tie('whole')).map(([a, join, b]) => `${a} ${join} ${b}`),
    tie('whole').map((one) => `(${one})`),
    tie('whole').map((one) => `not(${one})`),
  ),
})).whole

describe('an expression as the lines of a form', () => {
  it('reads the criterion of Suunto', () => {
    expect(toConditions('daysPerWeek >= 5 and hoursPerDay >= 6')).toEqual({
      join: 'and',
      conditions: [
        { name: 'daysPerWeek', operator: '>=', value: 5 },
        { name: 'hoursPerDay', operator: '>=', value: 6 },
      ],
    })
  })

  it.each([
    ['', { join: 'and', conditions: [] }],
    ['not(inWork)', { join: 'and', conditions: [{ name: 'inWork', operator: 'isFalse' }] }],
    ['5 < days', { join: 'and', conditions: [{ name: 'days', operator: '>', value: 5 }] }],
    ['start <= today()', { join: 'and', conditions: [{ name: 'start', operator: '<=', value: { date: 'today' } }] }],
    ['need in ["a", "b"]', { join: 'and', conditions: [{ name: 'need', operator: 'in', values: ['a', 'b'] }] }],
    [
      'inWork and (days > 3 or hours > 5)',
      {
        join: 'and',
        conditions: [
          { name: 'inWork', operator: 'isTrue' },
          {
            join: 'or',
            conditions: [
              { name: 'days', operator: '>', value: 3 },
              { name: 'hours', operator: '>', value: 5 },
            ],
          },
        ],
      },
    ],
  ])('reads %j', (when, expected) => {
    expect(toConditions(when)).toEqual(expected)
  })

  it.each([
    'days + 1 > 3',
    'days >= hours',
    'inWork and (days > 3 or (hours > 5 and days > 1))',
    'days >',
    'not(need in ("a", "b"))',
    'days in (1..5]',
    'true',
  ])('leaves to FEEL what a form cannot hold: %s', (when) => {
    expect(toConditions(when)).toBeNull()
  })

  it('gives back the lines that it was given', () => {
    fc.assert(
      fc.property(fc.oneof(conditions, single), (lines) => {
        expect(toConditions(fromConditions(lines))).toEqual(lines)
      }),
      runs(400),
    )
  })

  it('writes out numbers that have an exponent in JavaScript', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
    fc.assert(
      fc.property(number, (value) => {
        const lines: Conditions = { join: 'and', conditions: [{ name: 'days', operator: '>', value }] }
        expect(toConditions(fromConditions(lines))).toEqual(lines)
      }),
      runs(100),
    )
  })

  it('means the same as the expression, also where facts are missing', () => {
    let held = 0
    fc.assert(
      fc.property(spelled, fc.array(facts, { minLength: 1, maxLength: 5 }), (when, known) => {
        const lines = toConditions(when)
        if (lines === null) return
        held++
        for (const one of known) expect(evaluate(fromConditions(lines), one)).toBe(evaluate(when, one))
      }),
      runs(600),
    )
    expect(held).toBeGreaterThan(150)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (when) => {
        expect(() => toConditions(when)).not.toThrow()
      }),
      runs(100),
    )
  })
})
