import { describe, expect, it } from 'vitest'
import { compileExpression, type Truth } from '../../../engine/pathway/feel/index.ts'
import { NAMES } from './facts.ts'
import { scopeOf, type Values } from './scopeOf.ts'

function truthOf(source: string, values: Values = {}): Truth {
  return compileExpression(source, { names: NAMES }).evaluate(scopeOf(values)).value
}

function asValue(truth: Truth): boolean | undefined {
  return truth === 'unknown' ? undefined : truth
}

const U = 'unknown'
const AND: ReadonlyArray<[Truth, Truth, Truth]> = [
  [true, true, true],
  [true, false, false],
  [true, U, U],
  [false, true, false],
  [false, false, false],
  [false, U, false],
  [U, true, U],
  [U, false, false],
  [U, U, U],
]

describe("Kleene's logic", () => {
  it.each(AND)('%s and %s is %s', (a, b, result) => {
    expect(truthOf('f1 and f2', { f1: asValue(a), f2: asValue(b) })).toBe(result)
    expect(truthOf('all(f1, f2)', { f1: asValue(a), f2: asValue(b) })).toBe(result)
    expect(truthOf('every x in [f1, f2] satisfies x', { f1: asValue(a), f2: asValue(b) })).toBe(result)
  })

  it.each(AND)('or is the mirror of it: not %s or not %s is not %s', (a, b, result) => {
    const values = { f1: asValue(a), f2: asValue(b) }
    const mirrored = result === U ? U : !result
    expect(truthOf('not(f1) or not(f2)', values)).toBe(mirrored)
    expect(truthOf('any(not(f1), not(f2))', values)).toBe(mirrored)
    expect(truthOf('some x in [f1, f2] satisfies not(x)', values)).toBe(mirrored)
  })

  it.each([
    'n1 = 5',
    'n1 != 5',
    'n1 = n2',
    'n1 < 5',
    '5 <= n1',
    'n1 + 1 > 5',
    'not(n1 = 5)',
    'contains(t2, "a")',
    'd1 < today()',
    'd1 + duration("P1M") > today()',
    'n1 in [1..5]',
    'n1 in (1, 2)',
    'sum([1, n1]) > 0',
    'list contains([1, n1], 2)',
    'some x in l1 satisfies x > 1',
    'every x in l1 satisfies x > 1',
    'if f1 then true else false',
    'f1 = true',
    'y = "a"',
  ])('a missing value leaves it open: %s', (source) => {
    expect(truthOf(source)).toBe(U)
  })

  it.each<[string, Truth, Values]>([
    ['f2 and n1 > 5', false, { f2: false }],
    ['n1 > 5 or f1', true, { f1: true }],
    ['n1 in (n2, 5)', true, { n1: 5 }],
    ['n1 between 10 and n2', false, { n1: 5 }],
    ['n1 between 1 and n2', U, { n1: 5 }],
    ['n1 in [10..n2]', false, { n1: 5 }],
    ['list contains([n1, 2], 2)', true, {}],
    ['some x in [n1, 7] satisfies x > 5', true, {}],
    ['every x in [n1, 7] satisfies x > 9', false, {}],
    ['count([n1, n2]) = 2', true, {}],
    ['if f1 then n1 > 4 else n1 > 3', true, { n1: 5 }],
    ['if f1 then n1 > 4 else n1 > 9', U, { n1: 5 }],
    ['[n1, 1] = [n2, 2]', false, {}],
    ['[n1, 1] = [n1, 1]', U, {}],
  ])('the rest may decide: %s is %s', (source, truth, values) => {
    expect(truthOf(source, values)).toBe(truth)
  })

  it.each<[string, Truth, Values]>([
    ['n1 = null', true, {}],
    ['n1 = null', false, { n1: 0 }],
    ['n1 != null', false, {}],
    ['null != n1', true, { n1: 0 }],
    ['is defined(n1)', false, {}],
    ['is defined(n1)', true, { n1: 0 }],
    ['(n1 + n2) = null', true, { n1: 1 }],
    ['n1 / 0 = null', true, { n1: 1 }],
    ['is defined(l1)', true, { l1: [] }],
    ['n1 = null or n1 > 5', true, {}],
    ['n1 != null and n1 > 5', false, {}],
  ])('a question about absence has an answer: %s is %s', (source, truth, values) => {
    expect(truthOf(source, values)).toBe(truth)
  })

  it.each<[string, Values]>([
    ['y', { y: 5 }],
    ['y', { y: 'true' }],
    ['not(y)', { y: 5 }],
    ['y and true', { y: 'true' }],
    ['y < 5', { y: 'a' }],
    ['y = 5', { y: 'a' }],
    ['y + 1 > 0', { y: 'a' }],
    ['1 / (n1 - n1) > 0', { n1: 5 }],
  ])('what is of the wrong kind, or has no value, is unknown: %s', (source, values) => {
    expect(truthOf(source, values)).toBe(U)
  })
})

describe('what was seen and what is lacking', () => {
  const resultOf = (source: string, values: Values = {}) =>
    compileExpression(source, { names: NAMES }).evaluate(scopeOf(values))

  it('names every missing fact at once, sorted', () => {
    const result = resultOf('n2 > 1 and n1 > 1 and d1 < today() and f1', { f1: true })
    expect(result).toEqual({ value: 'unknown', seen: ['f1'], lacks: ['d1', 'n1', 'n2'] })
  })

  it('lacks nothing when it is decided', () => {
    expect(resultOf('n1 > 1 or f1', { f1: true })).toEqual({ value: true, seen: ['f1'], lacks: [] })
    expect(resultOf('n1 > 1 and f1', { f1: false })).toEqual({ value: false, seen: ['f1'], lacks: [] })
  })

  it('does not ask for what cannot matter', () => {
    const result = resultOf('(n1 > 1 and f1) or n2 > 1', { f1: false })
    expect(result).toEqual({ value: 'unknown', seen: ['f1'], lacks: ['n2'] })
  })

  it('does not look at what comes after the decision', () => {
    expect(resultOf('f1 and n1 > 1', { f1: false, n1: 5 }).seen).toEqual(['f1'])
  })

  it('asks for the condition and both branches of an open if', () => {
    expect(resultOf('if f1 then n1 > 1 else f2').lacks).toEqual(['f1', 'f2', 'n1'])
  })

  it('counts a name that was asked about as seen', () => {
    expect(resultOf('n1 = null')).toEqual({ value: true, seen: ['n1'], lacks: [] })
    expect(resultOf('is defined(n1) and f1', { n1: 1 })).toEqual({ value: 'unknown', seen: ['n1'], lacks: ['f1'] })
  })

  it('counts a name as lacking when one part asks about it and another waits for it', () => {
    expect(resultOf('n1 = null and n1 > 5')).toEqual({ value: 'unknown', seen: [], lacks: ['n1'] })
  })

  it('lists each name once, and only declared ones', () => {
    const expression = compileExpression('some x in [1, 2] satisfies x > n1 or n1 > x', { names: NAMES })
    expect(expression.names).toEqual(['n1'])
    expect(expression.evaluate(scopeOf()).lacks).toEqual(['n1'])
  })

  it('tells whether it depends on the clock', () => {
    expect(compileExpression('d1 < today()', { names: NAMES }).usesClock).toBe(true)
    expect(compileExpression('now() > dt', { names: NAMES }).usesClock).toBe(true)
    expect(compileExpression('d1 < d2', { names: NAMES }).usesClock).toBe(false)
  })

  it('holds no state between evaluations, not even nested ones', () => {
    const inner = compileExpression('n1 > 1', { names: NAMES })
    const outer = compileExpression('n1 > 1 and n2 > 1', { names: NAMES })
    const result = outer.evaluate({
      ...scopeOf(),
      get: (name) => (name === 'n2' && inner.evaluate(scopeOf()).value === 'unknown' ? 2 : undefined),
    })
    expect(result).toEqual({ value: 'unknown', seen: ['n2'], lacks: ['n1'] })
  })
})
