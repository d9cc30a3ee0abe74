import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonError } from '../../api/http/findJsonError.ts'
import { runs } from '../support/runs.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('findJsonError', () => {
  it('finds nothing in JSON, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(3), (value, space) => {
        expect(findJsonError(JSON.stringify(value, null, space))).toBeUndefined()
      }),
      runs(100),
    )
  })

  it('agrees with JSON.parse on texts that are almost JSON', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '.5',
      'e9',
      'true',
      'nul',
      ' ',
      '\n',
      '\t',
      '\u0001',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        expect(findJsonError(text) === undefined).toBe(isJson(text))
      }),
      runs(3000),
    )
  })

  it.each([
    ['{"a":1 "b":2}', 1, 8, '"," or "}"'],
    ['[1,\n 2,\n x]', 3, 2, 'a value'],
    ['{a:1}', 1, 2, 'a key in double quotes'],
    ['{"a" 1}', 1, 6, '":"'],
    ['["\t"]', 1, 2, 'a value'],
  ])('says of %j where it ends being JSON', (text, line, column, expected) => {
    expect(findJsonError(text)).toEqual({ line, column, expected })
  })
})
