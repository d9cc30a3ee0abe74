import { describe, expect, it } from 'vitest'
import { compileCriterion, compileExpression, FeelError } from '../../../engine/pathway/feel/index.ts'
import { NAMES } from './facts.ts'

function refusalOf(source: string, compile = compileExpression): FeelError {
  try {
    compile(source, { names: NAMES })
  } catch (error) {
    if (error instanceof FeelError) return error
    throw error
  }
  throw new Error(`compiled: ${source}`)
}

describe('expressions that are refused', () => {
  it.each([
    ['', 'For example'],
    ['  // nothing', 'For example'],
    ['n1 >', 'For example'],
    ['(n1 > 1', 'For example'],
    ['n1 > 1)', 'For example'],
    ['n1 == 5', 'one ='],
    ['n1 > 1 && f1', 'in words'],
    ['!f1', 'not('],
    ["t2 = 'abc'", 'double quotes'],
    ['"abc', 'For example'],
    ['1 in 2..3', 'For example'],
  ])('syntax: %s', (source, hint) => {
    const refusal = refusalOf(source)
    expect(refusal.code).toBe('syntax')
    expect(refusal.hint).toContain(hint)
  })

  it.each([
    ['n11 > 1', 'n1'],
    ['tyo tunnit > 1', 'työ tunnit'],
    ['toString > 1', 'Names'],
    ['constructor', 'Names'],
    ['__proto__ = null', 'Names'],
    ['d1.years', 'There are .year'],
    ['some x in [1] satisfies z > 1', 'Names'],
    ['(some x in [1] satisfies x > 1) and x > 1', 'Names'],
  ])('a name that is not declared: %s', (source, hint) => {
    const refusal = refusalOf(source)
    expect(['unknown-name', 'type']).toContain(refusal.code)
    expect(refusal.hint).toContain(hint)
  })

  it.each([
    ['matches(t2, "(a+)+$")', 'contains'],
    ['replace(t2, "a", "b")', 'contains'],
    ['split(t2, ",")', 'list'],
    ['for x in [1] return x', 'some x in list'],
    ['function(x) x', 'criterion'],
    ['{a: 1}', 'facts'],
    ['l1[1]', 'some x in list'],
    ['n1 instance of number', 'is defined'],
    ['> 5', 'Say what is tested'],
    ['[1..5]', 'after in'],
    ['n1 in null', 'x = null'],
    ['substring(string: "a", start position: 1)', 'by position'],
    ['time("10:00:00")', 'date and time'],
    ['string lenght(t2)', 'string length'],
    ['constructor(1)', 'Functions'],
    ['f1(1)', 'Functions'],
    ['n1 in ?', 'Name the fact'],
  ])('outside the subset: %s', (source, hint) => {
    const refusal = refusalOf(source)
    expect(refusal.code).toBe('unsupported')
    expect(refusal.hint).toContain(hint)
  })

  it.each([
    ['t2 < 5', 'double quotes'],
    ['n1 = "5"', 'without quotes'],
    ['n1 in ["a"]', 'without quotes'],
    ['n1 in ["a".."b"]', 'without quotes'],
    ['n1 between 1 and "b"', 'without quotes'],
    ['d1 > "2026-01-01"', 'date("2026-01-31")'],
    ['d1 > now()', 'date(…)'],
    ['d1 + 30', 'duration("P30D")'],
    ['d1 - d2 > 30', 'duration("P30D")'],
    ['dd > duration("P2M")', 'Needed is'],
    ['f1 and n1', 'Compare it with something'],
    ['not(t2)', 'Compare it with something'],
    ['if n1 then 1 else 2', 'Compare it with something'],
    ['f1 < f2', '='],
    ['n1 < null', 'is defined'],
    ['t2 + 1', 'string('],
    ['-t2', 'number'],
    ['upper case(5)', 'upper case(text)'],
    ['count()', 'count(a list)'],
    ['t2.year', 'Dates have'],
    ['date("2026-13-01")', 'date("2026-01-31")'],
    ['@"P1M2D"', 'duration("P2M")'],
    ['some x in n1 satisfies x > 1', 'list'],
  ])('certain to be of the wrong type: %s', (source, hint) => {
    const refusal = refusalOf(source)
    expect(refusal.code).toBe('type')
    expect(refusal.hint).toContain(hint)
  })

  it('says where it stands', () => {
    const source = 'f1 and t2 < 5'
    const { from, to } = refusalOf(source)
    expect(source.slice(from, to)).toBe('t2 < 5')
  })

  it('checks nothing of what is not declared', () => {
    for (const source of ['y < 5', 'y = "a"', 'y and f1', 'y + 1 > 2', 'y.year > 1', 'upper case(y) = "A"']) {
      expect(() => compileExpression(source, { names: NAMES })).not.toThrow()
    }
  })

  it('refuses a criterion that is certain not to be true or false', () => {
    expect(refusalOf('n1 + 1', compileCriterion)).toMatchObject({ code: 'type', from: 0, to: 6 })
    expect(refusalOf('d1', compileCriterion).hint).toContain('Compare')
    expect(compileCriterion('n1 + 1 > 2', { names: NAMES }).type).toBe('boolean')
    expect(compileCriterion('y', { names: NAMES }).type).toBe('any')
  })
})
