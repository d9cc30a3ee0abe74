import fc from 'fast-check'
import type { FeelInput } from '../../../engine/pathway/feel/index.ts'
import type { Feature } from './differences.ts'

/** A generated expression, with the constructs in it that treat the unknown in a way of their own. */
export interface Generated {
  source: string
  features: readonly Feature[]
}

type Type = 'number' | 'text' | 'boolean' | 'date' | 'days' | 'months' | 'numbers'

/**
 * What may be generated. `total`: nothing but names can be unknown (no division by zero, no empty sums) and range ends
 * are in order. `strict`: only constructs on whose treatment of the unknown all agree. `whole`: everything.
 */
export type Style = 'total' | 'strict' | 'whole'

/** Well-typed expressions of a style, of any result type, boolean ones most often. */
export function generateExpression(style: Style): fc.Arbitrary<Generated> {
  const generate = generator(style)
  const others: Type[] = ['number', 'text', 'date', 'days', 'months', 'numbers']
  return fc.oneof(
    { arbitrary: generate('boolean', 4), weight: 8 },
    ...others.map((type) => ({ arbitrary: generate(type, 3), weight: 1 })),
  )
}

/** Values for all names, of their declared types. */
export const someValues: fc.Arbitrary<Record<string, FeelInput>> = fc.record({
  n1: someNumber(),
  n2: someNumber(),
  'työ tunnit': someNumber(),
  't-1': someText(),
  t2: someText(),
  f1: fc.boolean(),
  f2: fc.boolean(),
  d1: someDate(),
  d2: someDate(),
  dt: someDate().map((date) => `${date}T12:30:00`),
  dd: someDays(),
  mm: someMonths(),
  l1: fc.array(someNumber(), { minLength: 1, maxLength: 4 }),
  y: someNumber(),
})

type Generate = (type: Type, depth: number, variable?: string) => fc.Arbitrary<Generated>

function generator(style: Style): Generate {
  const memo = new Map<string, fc.Arbitrary<Generated>>()
  const generate: Generate = (type, depth, variable) => {
    const key = `${type} ${depth} ${variable ?? ''}`
    const known = memo.get(key)
    if (known !== undefined) return known
    const leaf = fc.oneof(
      ...leavesOf(type, variable).map((source) => source.map((text) => ({ source: text, features: [] }))),
    )
    const made =
      depth === 0
        ? leaf
        : fc.oneof(
            { arbitrary: leaf, weight: 2 },
            { arbitrary: fc.oneof(...nodesOf(type, depth, variable)), weight: 5 },
          )
    memo.set(key, made)
    return made
  }

  function nodesOf(type: Type, depth: number, variable: string | undefined): fc.Arbitrary<Generated>[] {
    const of = (wanted: Type) => generate(wanted, depth - 1, variable)
    const inside = (wanted: Type) => generate(wanted, Math.min(depth - 1, 2), 'x')
    const any = (...words: string[]) => fc.constantFrom(...words)
    const shared = style === 'strict' ? [] : [node`(if ${of('boolean')} then ${of(type)} else ${of(type)})`('if')]
    const order = any('<', '<=', '>', '>=')
    const equal = any('=', '!=')
    const byType: Record<Type, fc.Arbitrary<Generated>[]> = {
      number: [
        node`(${of('number')} ${any('+', '-', '*')} ${of('number')})`(),
        node`(-${of('number')})`(),
        node`(${of('number')} ** ${any('0', '1', '2')})`(),
        node`${any('abs', 'floor', 'ceiling')}(${of('number')})`(),
        node`${any('round up', 'round down', 'round half up', 'round half down')}(${of('number')}, ${any('0', '1', '2')})`(),
        node`modulo(${leafNumber()}, ${any('3', '-4', '2.5')})`(),
        node`string length(${of('text')})`(),
        node`count(${of('numbers')})`(),
        node`${any('sum', 'min', 'max', 'mean')}(${of('numbers')})`(),
        node`${any('sum', 'min', 'max')}(${of('number')}, ${of('number')})`(),
        node`${of('date')}.${any('year', 'month', 'day', 'weekday')}`(),
        node`${of('days')}.${any('days', 'hours')}`(),
        node`${of('months')}.${any('years', 'months')}`(),
        ...(style === 'total' ? [] : [node`(${of('number')} / ${of('number')})`()]),
      ],
      text: [
        node`(${of('text')} + ${of('text')})`(),
        node`${any('upper case', 'lower case')}(${of('text')})`(),
        node`substring(${of('text')}, ${any('1', '2')})`(),
        node`substring(${of('text')}, 1, ${any('1', '2')})`(),
        node`string(${of('date')})`(),
        node`string(${of('months')})`(),
      ],
      date: [
        node`(${of('date')} ${any('+', '-')} ${leafDays()})`(),
        node`(${of('date')} ${any('+', '-')} ${of('months')})`(),
        node`date(${of('date')})`(),
        node`date(string(${of('date')}))`(),
      ],
      days: [
        node`(${of('date')} - ${of('date')})`(),
        node`(${of('days')} ${any('+', '-')} ${of('days')})`(),
        node`abs(${of('days')})`(),
      ],
      months: [node`(${of('months')} ${any('+', '-')} ${of('months')})`()],
      numbers: [
        node`[${of('number')}]`(),
        node`[${of('number')}, ${of('number')}, ${of('number')}]`(),
        node`append(${of('numbers')}, ${of('number')})`(),
        ...(style === 'whole' ? [any('[]').map((source) => ({ source, features: [] }))] : []),
        ...(style === 'strict' ? [] : [node`concatenate(${of('numbers')}, ${of('numbers')})`('joining')]),
        ...(style === 'total' ? [node`distinct values(${of('numbers')})`()] : []),
      ],
      boolean: [
        node`(${of('boolean')} ${any('and', 'or')} ${of('boolean')})`(),
        node`(${of('boolean')} ${any('and', 'or')} ${of('boolean')})`(),
        node`not(${of('boolean')})`(),
        node`(${of('number')} ${order} ${of('number')})`(),
        node`(${of('text')} ${order} ${of('text')})`(),
        node`(${of('date')} ${order} ${of('date')})`(),
        node`(${of('days')} ${order} ${of('days')})`(),
        node`(${of('months')} ${order} ${of('months')})`(),
        node`${any('contains', 'starts with', 'ends with')}(${of('text')}, ${of('text')})`(),
        node`${any('all', 'any')}(${of('boolean')}, ${of('boolean')})`(),
        ...(style === 'strict'
          ? []
          : [
              node`(${of('number')} ${equal} ${of('number')})`('equality'),
              node`(${of('text')} ${equal} ${of('text')})`('equality'),
              node`(${of('boolean')} ${equal} ${of('boolean')})`('equality'),
              node`(${of('date')} ${equal} ${of('date')})`('equality'),
              node`(${leafDays()} ${equal} ${leafDays()})`('equality'),
              node`(${of('number')} between ${any('-2', '0')} and ${any('3', '7')})`('between'),
              node`(${of('number')} in ${any('[0..5]', '(0..5)', ']1..4[', '[-3..2)')})`('membership'),
              node`(${of('number')} in (${order} ${of('number')}, ${of('number')}))`('membership'),
              node`(${of('number')} in [${of('number')}, ${of('number')}])`('membership'),
              node`(${of('number')} in ${of('numbers')})`('membership'),
              node`(${of('text')} in ("a", ${of('text')}))`('membership'),
              node`list contains(${of('numbers')}, ${of('number')})`('membership'),
              node`(${any('some', 'every')} x in ${of('numbers')} satisfies ${inside('boolean')})`('quantifier'),
              node`(${any('some', 'every')} x in ${any('1..3', '[1..4]', '5..2')} satisfies ${inside('boolean')})`(
                'quantifier',
              ),
              node`(${of('date')} ${equal} null)`(),
              node`(${any('n1', 't2', 'l1')} ${equal} null)`(),
            ]),
        ...(style === 'whole'
          ? [
              node`(${of('number')} between ${of('number')} and ${of('number')})`('between', 'range'),
              node`(${of('date')} in [${of('date')}..${of('date')}])`('membership', 'range'),
            ]
          : []),
      ],
    }
    return [...byType[type], ...shared]
  }
  return generate
}

/** Builds an expression from parts that are generated, or chosen from words. */
function node(words: TemplateStringsArray, ...parts: fc.Arbitrary<Generated | string>[]) {
  return (...features: Feature[]): fc.Arbitrary<Generated> =>
    fc.tuple(...parts).map((made) => ({
      source: words.reduce((text, word, index) => `${text}${sourceOf(made[index - 1])}${word}`),
      features: [...new Set([...features, ...made.flatMap((part) => (typeof part === 'string' ? [] : part.features))])],
    }))
}

function sourceOf(part: Generated | string | undefined): string {
  return typeof part === 'string' ? part : (part?.source ?? '')
}

function leavesOf(type: Type, variable: string | undefined): fc.Arbitrary<string>[] {
  switch (type) {
    case 'number':
      return variable === undefined ? [leafNumber()] : [leafNumber(), fc.constant(variable)]
    case 'text':
      return [fc.constantFrom('t-1', 't2'), someText().map((text) => JSON.stringify(text))]
    case 'boolean':
      return [fc.constantFrom('f1', 'f2', 'f1', 'f2', 'true', 'false')]
    case 'date':
      return [
        fc.constantFrom('d1', 'd2'),
        someDate().map((date) => `date("${date}")`),
        someDate().map((date) => `@"${date}"`),
      ]
    case 'days':
      return [leafDays()]
    case 'months':
      return [fc.constant('mm'), someMonths().map((months) => `duration("${months}")`)]
    case 'numbers':
      return [
        fc.constant('l1'),
        fc.array(leafNumber(), { minLength: 1, maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
      ]
  }
}

function leafNumber(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('n1', 'n2', 'työ tunnit', 'y'), someNumber().map(String))
}

function leafDays(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constant('dd'),
    someDays().map((days) => `duration("${days}")`),
  )
}

function someNumber(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, 2.5, -1.5, 0.1, 37.5))
}

function someText(): fc.Arbitrary<string> {
  return fc.constantFrom('', 'a', 'b', 'ab', 'B', 'ä', 'a😀b')
}

function someDate(): fc.Arbitrary<string> {
  return fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-28', '2025-12-31', '2024-02-29', '2026-03-29')
}

function someDays(): fc.Arbitrary<string> {
  return fc.constantFrom('P0D', 'P1D', 'P30D', '-P2D', 'P10D')
}

function someMonths(): fc.Arbitrary<string> {
  return fc.constantFrom('P0M', 'P1M', 'P14M', '-P2M', 'P1Y')
}
