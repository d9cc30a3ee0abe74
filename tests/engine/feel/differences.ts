import type { FeelInput } from '../../../engine/pathway/feel/index.ts'

/** A construct by which a generated expression may differ from feelin once something in it is unknown. */
export type Feature = 'equality' | 'if' | 'quantifier' | 'membership' | 'range' | 'between' | 'absence' | 'joining'

/** A class of expressions on which we and feelin 8.2.0 are meant to differ. */
export interface Difference {
  title: string
  /** What the standard (DMN 1.5, chapter 10) says. */
  rule: string
  /** Why ours is as it is. */
  reason: string
  /** The construct that a generated expression must have to differ so, when something is unknown; none: not generated. */
  feature?: Feature
  examples: ReadonlyArray<{ source: string; values?: Record<string, FeelInput>; ours: string; feelin: string }>
}

/** Every legitimate difference. A generated expression may differ only by one of these, and each example must differ. */
export const DIFFERENCES: readonly Difference[] = [
  {
    title: 'comparing a missing value with = and !=',
    rule: 'Both must be of the same kind, else null (table 52); only a written null may be compared with anything (table 49)',
    reason: 'As the standard, and unknown is not true: a missing fact must not satisfy "is not"',
    feature: 'equality',
    examples: [
      { source: 'n1 != 5', ours: 'null', feelin: 'true' },
      { source: 'n1 = 5', ours: 'null', feelin: 'false' },
      { source: 'n1 = n2', ours: 'null', feelin: 'true' },
    ],
  },
  {
    title: 'is defined',
    rule: 'Not in the standard',
    reason: 'It reads better than x != null, and other engines have it',
    feature: 'absence',
    examples: [{ source: 'is defined(n1)', values: { n1: 5 }, ours: 'true', feelin: 'null' }],
  },
  {
    title: 'if with an unknown condition',
    rule: 'Anything but true takes the else branch (table 49)',
    reason: 'Unknown is neither: known only when both branches have the same value',
    feature: 'if',
    examples: [{ source: 'if n1 > 5 then 1 else 2', ours: 'null', feelin: '2' }],
  },
  {
    title: 'some and every over an unknown condition',
    rule: 'They are the or and the and of their conditions (table 49), so null stays null',
    reason: 'As the standard; feelin takes null for false',
    feature: 'quantifier',
    examples: [
      { source: 'some x in [1] satisfies x > n1', ours: 'null', feelin: 'false' },
      { source: 'every x in [1] satisfies x > n1', ours: 'null', feelin: 'false' },
    ],
  },
  {
    title: 'in and list contains with an unknown value or element',
    rule: 'x in (a, b) is x = a or x = b (table 55), so null; list contains takes null for a value (table 75)',
    reason: 'A missing fact may be among the values or not: unknown, unless another one matches',
    feature: 'membership',
    examples: [
      { source: 'n1 in (1, 2)', ours: 'null', feelin: 'false' },
      { source: 'list contains([1, n1], 2)', ours: 'null', feelin: 'false' },
    ],
  },
  {
    title: 'joining a list that is unknown',
    rule: 'concatenate takes lists (table 75)',
    reason: 'What is joined with an unknown list is unknown; feelin makes null an element',
    feature: 'joining',
    examples: [{ source: 'concatenate([1], l1)', ours: 'null', feelin: '[1, null]' }],
  },
  {
    title: 'a range with an unknown end',
    rule: 'x in [a..b] is x >= a and x <= b (table 55), so null or false',
    reason: 'As the standard: a missing limit is not the absence of a limit',
    feature: 'range',
    examples: [{ source: '5 in [n1..10]', ours: 'null', feelin: 'true' }],
  },
  {
    title: 'between with one unknown end',
    rule: 'x between a and b is x >= a and x <= b (table 55), so the known end may decide',
    reason: 'As the standard; feelin answers null as soon as an end is null',
    feature: 'between',
    examples: [{ source: '5 between 10 and n1', ours: 'false', feelin: 'null' }],
  },
  {
    title: 'a range or between with the ends the wrong way round',
    rule: 'x >= a and x <= b, which nothing satisfies',
    reason: 'As the standard; feelin swaps the ends',
    examples: [
      { source: '3 in [5..1]', ours: 'false', feelin: 'true' },
      { source: '3 between 5 and 1', ours: 'false', feelin: 'true' },
    ],
  },
  {
    title: 'the order of values of different kinds',
    rule: 'Null: both must be of the same kind (table 52)',
    reason: 'As the standard; feelin compares with JavaScript',
    examples: [{ source: 'y <= "b"', values: { y: 5 }, ours: 'null', feelin: 'true' }],
  },
  {
    title: 'numbers without end',
    rule: 'Numbers are decimals of 34 digits; beyond them null (10.3.2.3.1)',
    reason: 'An infinite or undefined number is unknown',
    examples: [{ source: '10 ** 400', ours: 'null', feelin: 'Infinity' }],
  },
  {
    title: 'number literals with an exponent',
    rule: 'Numeric literals may have an exponent (grammar rule 37)',
    reason: 'As the standard; feelin reads an integer up to the e',
    examples: [{ source: '1e3', ours: '1000', feelin: '1' }],
  },
  {
    title: 'a list of one as its element',
    rule: 'Lists are equal by length and elements (table 53); a list of one may be converted to its element (10.3.2.9.4)',
    reason: 'No such conversion: the author says what is a list and what is an element',
    examples: [
      { source: 'y = [1]', values: { y: 1 }, ours: 'null', feelin: 'true' },
      { source: '[1, 2] = [1]', ours: 'false', feelin: 'null' },
      { source: 'count(y)', values: { y: 1 }, ours: 'null', feelin: '1' },
      { source: 'y in ([1, 2], [3])', values: { y: 1 }, ours: 'true', feelin: 'false' },
    ],
  },
  {
    title: 'equality of long durations',
    rule: 'Days durations are compared by their length (table 53)',
    reason: 'As the standard; feelin compares those above 180 days in months',
    examples: [{ source: 'duration("P200D") = duration("P201D")', ours: 'false', feelin: 'true' }],
  },
  {
    title: 'durations of months and days together',
    rule: 'A duration is of years and months or of days and time (10.3.2.3.7, 10.3.2.3.8)',
    reason: 'Its length depends on where it starts: refused as a literal, unknown as a value',
    examples: [{ source: 'duration(y)', values: { y: 'P1M2D' }, ours: 'null', feelin: 'P1M2D' }],
  },
  {
    title: 'years and months between dates',
    rule: 'A years and months duration, which has whole months only (table 72, 10.3.2.3.8)',
    reason: 'As the standard; feelin keeps the days that are left',
    examples: [
      {
        source: 'years and months duration(date("2026-01-01"), date("2026-02-28"))',
        ours: 'P1M',
        feelin: 'P1M27D',
      },
      {
        source: 'years and months duration(date("2026-01-31"), date("2026-03-29"))',
        ours: 'P1M',
        feelin: 'P2M1D',
      },
    ],
  },
  {
    title: 'comparing months with days',
    rule: 'Null: both must be of the same kind (table 52)',
    reason: 'As the standard; feelin counts both from 1970-01-01',
    examples: [{ source: 'duration(y) < duration("P2M")', values: { y: 'P30D' }, ours: 'null', feelin: 'true' }],
  },
  {
    title: 'a date plus hours',
    rule: 'A date plus a duration is a date: of midnight plus the duration (table 57)',
    reason: 'As the standard; feelin makes it a date and time in UTC',
    examples: [
      {
        source: 'd1 + duration("PT36H")',
        values: { d1: '2026-01-01' },
        ours: '2026-01-02',
        feelin: '2026-01-02T12:00:00Z',
      },
    ],
  },
  {
    title: 'arithmetic of durations and numbers',
    rule: 'duration * number, duration / number, duration / duration (table 59); -x is 0 - x (table 62), sum is of numbers',
    reason: 'As the standard, and more: the sign and the sum of durations say what they mean',
    examples: [
      { source: 'duration("P1D") * 2', ours: 'P2D', feelin: 'null' },
      { source: 'duration("P1D") / duration("PT12H")', ours: '2', feelin: 'NaN' },
      { source: '-duration("P1D")', ours: '-P1D', feelin: 'null' },
      { source: 'sum([duration("P1D"), duration("P2D")])', ours: 'P3D', feelin: 'null' },
    ],
  },
  {
    title: 'local and zoned date times together',
    rule: 'The one without a zone is read in the zone of the other (table 54)',
    reason: 'As the standard; feelin reads it as UTC, or says that they differ',
    examples: [
      {
        source: 'date and time("2026-01-01T12:00:00") = date and time("2026-01-01T12:00:00+02:00")',
        ours: 'true',
        feelin: 'false',
      },
      {
        source: 'date and time("2026-01-01T11:00:00") > date and time("2026-01-01T12:00:00+02:00")',
        ours: 'false',
        feelin: 'true',
      },
    ],
  },
  {
    title: 'days added across a change of clocks',
    rule: 'A days duration is a number of seconds (10.3.2.3.7)',
    reason: 'As the standard; feelin keeps the wall clock',
    examples: [
      {
        source: 'date and time("2026-03-28T12:00:00@Europe/Helsinki") + duration("P1D")',
        ours: '2026-03-29T13:00:00@Europe/Helsinki',
        feelin: '2026-03-29T12:00:00@Europe/Helsinki',
      },
    ],
  },
  {
    title: 'min and max of more than numbers',
    rule: 'Any comparable values (table 75)',
    reason: 'As the standard; feelin takes numbers only',
    examples: [
      { source: 'min("b", "a")', ours: '"a"', feelin: 'null' },
      { source: 'max(date("2026-01-01"), date("2026-01-02"))', ours: '2026-01-02', feelin: 'null' },
    ],
  },
  {
    title: 'dates in lists',
    rule: 'list contains compares by equality (table 75)',
    reason: 'As the standard; feelin compares by identity',
    examples: [{ source: 'list contains([date("2026-01-01")], date("2026-01-01"))', ours: 'true', feelin: 'false' }],
  },
  {
    title: 'distinct values with an unknown one',
    rule: 'Duplicates are removed (table 75); null is a value among others',
    reason: 'A missing element may equal another: how many there are is unknown',
    examples: [{ source: 'count(distinct values([1, n1]))', ours: 'null', feelin: '2' }],
  },
  {
    title: 'text to number',
    rule: 'What is not a numeric literal gives null (table 72)',
    reason: 'As the standard: empty text is no number',
    examples: [{ source: 'number("", null, null)', ours: 'null', feelin: '0' }],
  },
  {
    title: 'substring from outside the text',
    rule: 'The start is not 0, and lies in the text (table 74)',
    reason: 'As the standard; feelin counts on',
    examples: [{ source: 'substring("abc", 0)', ours: 'null', feelin: '"c"' }],
  },
  {
    title: 'text of a list',
    rule: 'Any value but null has a text (table 72)',
    reason: 'Left out: the text of a list serves no criterion',
    examples: [{ source: 'string([1, 2])', ours: 'null', feelin: '"[1, 2]"' }],
  },
  {
    title: 'a range of iteration that ends with 0',
    rule: 'A range of iteration includes both ends, such as 5..0 (10.3.2.14)',
    reason: 'As the standard; feelin takes 0 for no end',
    examples: [{ source: 'some x in -1..0 satisfies x = 0', ours: 'true', feelin: 'null' }],
  },
]
