import { describe, expect, it } from 'vitest'
import { keyed } from '../../../designer/parts/keyed.ts'

describe('keys of a list', () => {
  it('tells apart what says the same, and stays when something else goes', () => {
    const keys = (list: string[]) => keyed(list, (one) => one).map(({ key }) => key)
    expect(keys(['a', 'b', 'b'])).toEqual(['a 1', 'b 1', 'b 2'])
    expect(keys(['b', 'b'])).toEqual(['b 1', 'b 2'])
  })
})
