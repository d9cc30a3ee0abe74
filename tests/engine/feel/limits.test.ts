import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileExpression, FeelError, LIMITS } from '../../../engine/pathway/feel/index.ts'
import { runs } from '../../support/runs.ts'
import { NAMES } from './facts.ts'
import { scopeOf, type Values } from './scopeOf.ts'

/** Time enough for a slow machine, and far too little for anything that hangs. */
const PATIENCE_MS = 20_000

function outcomeOf(source: string, values: Values = {}): string {
  const start = performance.now()
  const outcome = attempt(source, values)
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS)
  return outcome
}

function attempt(source: string, values: Values): string {
  try {
    return String(compileExpression(source, { names: NAMES }).evaluate(scopeOf(values)).value)
  } catch (error) {
    if (error instanceof FeelError) return error.code
    throw error
  }
}

const nest = (depth: number, open: string, inner: string, close: string) =>
  open.repeat(depth) + inner + close.repeat(depth)
const fill = (part: string) => part.repeat(Math.floor(LIMITS.sourceLength / part.length))

describe('limits at compile time', () => {
  it.each<[string, string]>([
    ['a megabyte of source', `"${'a'.repeat(1_000_000)}" = "a"`],
    ['a megabyte of brackets', '('.repeat(1_000_000)],
    ['nested parentheses', nest(900, '(', '1', ')')],
    ['nested lists', nest(900, '[', '1', ']')],
    ['nested calls', nest(300, 'not(', 'f1', ')')],
    ['many parts', Array.from({ length: 240 }, () => 'n1>1').join(' or ')],
    ['nested conditions', `${'if f1 then 1 else '.repeat(60)}1`],
    ['many signs', `${'- '.repeat(500)}n1`],
    ['a number without end', '1e999'],
  ])('%s is too large', (_title, source) => {
    expect(outcomeOf(source)).toBe('too-large')
  })

  it('accepts what is below them', () => {
    expect(outcomeOf(`${nest(30, '(', 'n1', ')')} > 1`, { n1: 2 })).toBe('true')
    expect(outcomeOf(Array.from({ length: 60 }, (_, index) => `n1 > ${index}`).join(' and '), { n1: 99 })).toBe('true')
    expect(outcomeOf('"((((((((((((((((((((((((((((((((((((((((((((((((" = t2', { t2: '(' })).toBe('false')
  })

  it.each(
    [
      '(',
      '[',
      '{',
      ')',
      ']',
      'not(',
      '- ',
      'n1.',
      'n1 ',
      'if ',
      'if f1 then ',
      'some x in ',
      'n1 in ',
      'n1 in (',
      '<',
      '< ',
      '{a:',
      'f(x)',
      'function(a) ',
      '"',
      '1+',
      'n1 and ',
      'n1<',
      'n1 between ',
      '2**',
      '[1..',
      '(1..',
      'l1[1]',
      'l1[',
      'n1 instance of ',
      'list<',
      '@"a"',
      '/*',
      'date and time ',
      'date(',
      'n1\n',
      'ä',
      '😀',
      '\0',
      '([(',
      '](',
      'some x in l1 satisfies ',
      'työ tunnit ',
      't-1',
      '\\',
      '`',
      "'",
    ].map((part) => [part]),
  )('does not hang on a source full of %j', (part) => {
    expect(['syntax', 'too-large', 'unknown-name', 'unsupported', 'type', 'unknown']).toContain(outcomeOf(fill(part)))
  })

  it('answers any text with an expression or a FeelError', () => {
    const word = fc.constantFrom(
      ...[
        'n1',
        'f1',
        't2',
        'd1',
        'l1',
        'and',
        'or',
        'not',
        '(',
        ')',
        '[',
        ']',
        '..',
        '1',
        '"a"',
        '.',
        ',',
        '<',
        '>=',
        '!=',
      ],
      ...[
        '=',
        '+',
        '-',
        '*',
        '/',
        '**',
        'in',
        'between',
        'if',
        'then',
        'else',
        'some',
        'every',
        'satisfies',
        'x',
        'null',
        '@',
      ],
      ...[
        'date',
        'and time',
        'duration',
        'today',
        'count',
        'years and months duration',
        'for',
        'return',
        '?',
        '{',
        '}',
        ':',
      ],
    )
    const words = fc.array(word, { maxLength: 25 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ maxLength: 60 })), (source) => {
        expect(outcomeOf(source, { n1: 1, f1: true, t2: 'a', d1: '2026-01-01', l1: [1] })).toMatch(/^[a-z-]+$/)
      }),
      runs(500),
    )
  })
})

describe('limits at evaluation', () => {
  const thousand = Array.from({ length: 1000 }, (_, index) => index)

  it.each<[string, string, Values]>([
    ['a tower of exponents', '9 ** 9 ** 9 ** 9 ** 9 > 1', {}],
    ['an overflow', '1e308 * 10 > 1', {}],
    ['a huge range', 'some x in 1..1000000000000 satisfies x < 0', {}],
    ['a range without whole ends', 'some x in 0.5..3 satisfies x > 0', {}],
    ['a list that is too long', 'count(l1) > 0', { l1: [...thousand, 1] }],
    ['a list that grows too long', 'count(concatenate(l1, l1)) > 0', { l1: thousand }],
    ['a text of a megabyte', 'contains(t2, "a")', { t2: 'a'.repeat(1_000_000) }],
    ['a text that grows too long', 'string length(t2 + t2) > 1', { t2: 'a'.repeat(6000) }],
    [
      'loops in loops in loops',
      'every a in l1, b in l1, c in l1, d in l1 satisfies a + b + c + d >= 0',
      { l1: thousand },
    ],
    [
      'nested loops that search',
      'every a in l1 satisfies every b in l1 satisfies every c in l1 satisfies list contains(l1, c) or a = b',
      { l1: thousand },
    ],
    [
      'loops over long texts',
      'every a in l1, b in l1 satisfies contains(t2 + "b", "c") or a >= 0 or b >= 0',
      {
        l1: thousand,
        t2: 'a'.repeat(9000),
      },
    ],
    [
      'lists of lists of lists',
      `every ${Array.from({ length: 30 }, (_, i) => `x${i + 1} in [[x${i}, x${i}], x${i}]`)
        .join(', ')
        .replaceAll('x0', 'l1')} satisfies x30 = x30`,
      { l1: thousand },
    ],
    ['a date beyond the calendar', 'd1 + duration("P9999Y") > d1', { d1: '2026-01-01' }],
    ['a date beyond the numbers', 'd1 + duration("P999999999Y") > d1', { d1: '2026-01-01' }],
    ['a duration beyond the numbers', 'dd * 1e300 > dd', { dd: 'P1D' }],
    ['a clock that stands still', 'today() > d1', { d1: 'never' }],
  ])('%s is unknown', (_title, source, values) => {
    expect(outcomeOf(source, values)).toBe('unknown')
  })

  it('stays unknown when the work is used up, whatever is asked about it', () => {
    const loop = 'every a in l1, b in l1, c in l1 satisfies a + b + c >= 0'
    expect(outcomeOf(`(${loop}) = null`, { l1: thousand })).toBe('unknown')
    expect(outcomeOf(`(${loop}) or true`, { l1: thousand })).toBe('unknown')
  })

  it('has work enough for a thousand elements', () => {
    expect(outcomeOf('every x in l1 satisfies x >= 0 and x < 1000', { l1: thousand })).toBe('true')
    expect(outcomeOf('sum(l1) = 499500', { l1: thousand })).toBe('true')
    expect(outcomeOf('some x in 1..1000 satisfies x = 1000')).toBe('true')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])('does not throw at a clock of %s', (now) => {
    const expression = compileExpression('today() > date("2026-01-01")', { names: {} })
    expect(expression.evaluate(scopeOf({}, { now })).value).toBe('unknown')
  })
})
