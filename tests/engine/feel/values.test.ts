import { describe, expect, it } from 'vitest'
import { compileExpression, type FeelInput, formatFeelValue } from '../../../engine/pathway/feel/index.ts'
import { NAMES } from './facts.ts'
import { scopeOf } from './scopeOf.ts'

const VALUES: Record<string, FeelInput> = {
  n1: 5,
  n2: 3,
  'työ tunnit': 7.5,
  't-1': 'Hyvä päivä',
  t2: 'b',
  f1: true,
  f2: false,
  d1: '2026-01-31',
  d2: '2025-12-24',
  dt: '2026-01-31T10:30:15',
  dd: 'P3DT12H',
  mm: 'P1Y2M',
  l1: [1, 2, 'x'],
  y: 4,
}

function textOf(source: string, values: Record<string, FeelInput> = VALUES): string {
  return formatFeelValue(compileExpression(source, { names: NAMES }).evaluateValue(scopeOf(values)).value)
}

type Table = ReadonlyArray<readonly [source: string, value: string]>

describe('values of expressions', () => {
  const tables: Record<string, Table> = {
    comparison: [
      ['n1 = 5', 'true'],
      ['n1 != 5', 'false'],
      ['n1 < n2', 'false'],
      ['n1 >= 5 and n2 < 4', 'true'],
      ['"a" < "b"', 'true'],
      ['f1 = true', 'true'],
      ['d1 > d2', 'true'],
      ['d1 = date("2026-01-31")', 'true'],
      ['dd >= duration("P3D")', 'true'],
      ['mm > duration("P1Y")', 'true'],
      ['[1, 2] = [1, 2]', 'true'],
      ['[1, 2] = [1, 3]', 'false'],
      ['0.1 + 0.2 = 0.3', 'false'],
    ],
    'between and in': [
      ['n1 between 5 and 6', 'true'],
      ['n1 between 6 and 9', 'false'],
      ['n1 in [5..6]', 'true'],
      ['n1 in ]5..6]', 'false'],
      ['n1 in (4..5)', 'false'],
      ['n1 in (>= 6, < 2)', 'false'],
      ['n1 in (>= 6, 5)', 'true'],
      ['n1 in [1, 5]', 'true'],
      ['n1 in [[1..2], 9]', 'false'],
      ['n1 in (!= 5)', 'false'],
      ['n1 in l1', 'false'],
      ['"x" in l1', 'true'],
      ['n1 in >= 4', 'true'],
      ['t2 in ("a", "b")', 'true'],
      ['d1 in [d2..date("2026-12-31")]', 'true'],
    ],
    arithmetic: [
      ['n1 + n2 * 2', '11'],
      ['(n1 + n2) * 2', '16'],
      ['n1 / 2', '2.5'],
      ['-n1', '-5'],
      ['n1 - -2', '7'],
      ['2 ** 3', '8'],
      ['n1 / 0', 'null'],
      ['työ tunnit - 0.5', '7'],
      ['"a" + t2', 'ab'],
      ['dd + duration("PT12H")', 'P4D'],
      ['dd * 2', 'P7D'],
      ['dd / duration("PT12H")', '7'],
      ['mm - duration("P3M")', 'P11M'],
    ],
    'names with signs and spaces': [
      ['työ tunnit > 7', 'true'],
      ['upper case(t-1)', 'HYVÄ PÄIVÄ'],
      ['contains(t - 1, "päivä")', 'true'],
    ],
    'logic and conditions': [
      ['f1 and not(f2)', 'true'],
      ['f2 or f2', 'false'],
      ['if n1 > 4 then "yes" else "no"', 'yes'],
      ['if f2 then 1 else n2', '3'],
    ],
    'some and every': [
      ['some x in [1, 5] satisfies x = n1', 'true'],
      ['every x in [1, 5] satisfies x > 1', 'false'],
      ['every x in [] satisfies x > 1', 'true'],
      ['some x in [] satisfies x > 1', 'false'],
      ['some x in 1..10 satisfies x * x = 49', 'true'],
      ['every x in [1..3] satisfies x < 4', 'true'],
      ['some x in [1..3[ satisfies x = 3', 'false'],
      ['every x in [1, 2], z in [x, 3] satisfies z >= x', 'true'],
      ['some n1 in [99] satisfies n1 = 99', 'true'],
    ],
    'dates and durations': [
      ['d1 + duration("P1M")', '2026-02-28'],
      ['d1 + duration("P1D")', '2026-02-01'],
      ['d1 - duration("PT1H")', '2026-01-30'],
      ['d1 - d2', 'P38D'],
      ['(d1 - d2).days', '38'],
      ['d1.year * 100 + d1.month', '202601'],
      ['d1.weekday', '6'],
      ['dt.hour + dt.minute + dt.second', '55'],
      ['date(dt)', '2026-01-31'],
      ['date(2026, n2 - 1, 29)', 'null'],
      ['date(2024, 2, 29)', '2024-02-29'],
      ['dt + duration("PT14H")', '2026-02-01T00:30:15'],
      ['dd.days + dd.hours', '15'],
      ['(-dd).days', '-3'],
      ['mm.years + mm.months', '3'],
      ['dd.minutes', '0'],
      ['years and months duration(d2, d1)', 'P1M'],
      ['years and months duration(d1, d2)', '-P1M'],
      ['years and months duration(date("2024-02-29"), date("2026-02-28"))', 'P1Y11M'],
      ['@"P1Y2M" = mm', 'true'],
      ['@"2026-01-31"', '2026-01-31'],
      ['today()', '2026-03-15'],
      ['now()', '2026-03-15T12:00:00@Europe/Helsinki'],
      ['today() - d1 > duration("P30D")', 'true'],
      ['now() > date and time("2026-03-15T11:59:00")', 'true'],
      ['date and time("2026-03-15T12:00:00+02:00") = now()', 'true'],
      ['date and time("2026-03-15T12:00:00Z") - now()', 'PT2H'],
      ['date and time("2026-03-15T12:00:00") - now()', 'null'],
      ['date and time("2026-03-15T12:00:01.5").second', '1.5'],
    ],
    functions: [
      ['count(l1)', '3'],
      ['sum([1, 2, 3])', '6'],
      ['sum(1, 2)', '3'],
      ['sum([dd, dd])', 'P7D'],
      ['sum([])', 'null'],
      ['mean([1, 2])', '1.5'],
      ['min([3, 1])', '1'],
      ['max(d1, d2)', '2026-01-31'],
      ['list contains(l1, "x")', 'true'],
      ['list contains([d1], date("2026-01-31"))', 'true'],
      ['append([1], 2, 3)', '[1, 2, 3]'],
      ['concatenate([1], [2])', '[1, 2]'],
      ['distinct values([1, 2, 1])', '[1, 2]'],
      ['all([true, f2])', 'false'],
      ['any(f1, f2)', 'true'],
      ['starts with("abc", "ab")', 'true'],
      ['ends with("abc", "ab")', 'false'],
      ['string length("ä😀")', '2'],
      ['substring("foobar", 3)', 'obar'],
      ['substring("foobar", -2, 1)', 'a'],
      ['lower case("Ä")', 'ä'],
      ['abs(-3)', '3'],
      ['abs(-dd)', 'P3DT12H'],
      ['floor(1.57, 1)', '1.5'],
      ['ceiling(-1.5)', '-1'],
      ['round up(1.21, 1)', '1.3'],
      ['round down(-1.29, 1)', '-1.2'],
      ['round half up(2.5, 0)', '3'],
      ['round half up(-2.5, 0)', '-3'],
      ['round half down(2.5, 0)', '2'],
      ['modulo(-7, 3)', '2'],
      ['modulo(1, 0)', 'null'],
      ['number("12.5") + 1', '13.5'],
      ['number("1 234,5", " ", ",")', '1234.5'],
      ['number("0x10")', 'null'],
      ['string(d1) + string(1.5)', '2026-01-311.5'],
    ],
    'text literals': [
      ['"a\\"b\\\\c\\u00e4"', 'a"b\\cä'],
      ['"\\n" = "n"', 'false'],
    ],
    comments: [
      ['n1 > 1 // more than one', 'true'],
      ['n1 /* hours */ > 1', 'true'],
      ['n1 > 1\nand n2 > 1', 'true'],
    ],
  }
  for (const [title, table] of Object.entries(tables)) {
    it.each(table)(`${title}: %s is %s`, (source, value) => {
      expect(textOf(source)).toBe(value)
    })
  }
})

describe('values that are not what was declared', () => {
  it.each([
    ['n1', 'five'],
    ['n1', Number.NaN],
    ['t2', 5],
    ['f1', 'true'],
    ['d1', '31.1.2026'],
    ['d1', '2026-02-30'],
    ['dt', '2026-01-31'],
    ['dd', 'P1M'],
    ['mm', 'P30D'],
    ['l1', 'not a list'],
  ])('counts %s as missing when it is %s', (name, input) => {
    const result = compileExpression(name, { names: NAMES }).evaluateValue(scopeOf({ [name]: input }))
    expect(result).toEqual({ value: null, seen: [], lacks: [name] })
  })

  it('reads the zone of today() from the scope', () => {
    const expression = compileExpression('today()', { names: {} })
    const now = Date.UTC(2026, 2, 28, 23)
    expect(formatFeelValue(expression.evaluateValue(scopeOf({}, { now })).value)).toBe('2026-03-29')
    expect(formatFeelValue(expression.evaluateValue(scopeOf({}, { now, zone: 'UTC' })).value)).toBe('2026-03-28')
    expect(expression.evaluateValue(scopeOf({}, { now, zone: 'Nowhere/At all' })).value).toBeNull()
  })

  it('keeps 24 hours when the clocks change', () => {
    const expression = compileExpression('now() + duration("P1D")', { names: {} })
    const value = expression.evaluateValue(scopeOf({}, { now: Date.UTC(2026, 2, 28, 10) })).value
    expect(formatFeelValue(value)).toBe('2026-03-29T13:00:00@Europe/Helsinki')
  })
})
