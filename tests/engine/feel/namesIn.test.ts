import { describe, expect, it } from 'vitest'
import { namesIn } from '../../../engine/pathway/feel/namesIn.ts'

const names = (source: string): string[] => namesIn(source).map(({ name }) => name)

describe('the names in an expression', () => {
  it.each<[string, string[]]>([
    ['age in [18..limit]', ['age', 'limit']],
    ['age in (floor..limit] or age > other', ['age', 'floor', 'limit', 'age', 'other']],
    ['start.year > limit', ['start', 'limit']],
    ['kind = "limit" and limit != "kind"', ['kind', 'limit']],
    ['is defined(level) and count(list) > 2', ['level', 'list']],
    ['some limit in limits satisfies limit > least', ['limits', 'least']],
    ['(some x in limits satisfies x > least) or x > 1', ['limits', 'least', 'x']],
    ['some a in given, b in a satisfies b = a', ['given']],
    ['level between low and high', ['level', 'low', 'high']],
    ['if yes then one else 2', ['yes', 'one']],
    ['// limit\nlevel /* limit */ > 1', ['level']],
  ])('%s', (source, expected) => {
    expect(names(source)).toEqual(expected)
  })

  it('are found as far as something unfinished can be read', () => {
    expect(names('level >= limit and')).toEqual(['level', 'limit'])
    expect(names('')).toEqual([])
    expect(names('('.repeat(1000))).toEqual([])
    expect(names('x'.repeat(100_000))).toEqual([])
  })

  it('stand where it is said that they do', () => {
    const source = 'age in [18..limit] and "age" = name'
    for (const { name, from, to } of namesIn(source)) expect(source.slice(from, to)).toBe(name)
  })
})
