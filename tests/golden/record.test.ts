import { expect, it } from 'vitest'
import { goldenText } from './golden.ts'
import { keptOf, recordAll } from './record.ts'

it('records the same bytes each time, without ids of the clock and chance', async () => {
  const once = (await recordAll('next')).map(goldenText)
  expect((await recordAll('next')).map(goldenText)).toEqual(once)
  for (const text of once) expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

it('leaves alone what has been recorded, but for a release that is not out yet', () => {
  const digests = { '0.1.0/one.json': 'a', '0.2.0/one.json': 'b' }
  expect(keptOf(digests, '0.3.0')).toEqual(digests)
  expect(() => keptOf(digests, '0.2.0')).toThrow('golden journals stay as they are')
  expect(keptOf(digests, '0.2.0', true)).toEqual({ '0.1.0/one.json': 'a' })
})
