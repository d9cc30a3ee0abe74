import * as fc from 'fast-check'
import { Histogram, Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { createHistogram } from '../../../api/metrics/histogram.ts'
import { runs } from '../../support/runs.ts'
import { readMetrics } from '../support/scrape.ts'

it('tells what prom-client’s own histogram tells of the same values', async () => {
  const labels = fc.constantFrom('send', 'start', 'pathways.list')
  const values = fc.oneof(fc.constantFrom(0.1, 0.5, 2), fc.double({ min: 0, max: 3, noNaN: true }))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(labels, values)), async (observed) => {
      const [ours, theirs] = [new Registry(), new Registry()]
      const options = { name: 'a_seconds', help: 'A.', buckets: [0.1, 0.5, 2] }
      const histogram = createHistogram(ours, { ...options, label: 'operation' })
      const reference = new Histogram({ ...options, labelNames: ['operation'], registers: [theirs] })
      for (const [operation, value] of observed) {
        histogram.observe(value, operation)
        reference.observe({ operation }, value)
      }
      expect(sorted(await ours.metrics())).toEqual(sorted(await theirs.metrics()))
    }),
    runs(100),
  )
})

it('is there before the first value, when it has no label', async () => {
  const [ours, theirs] = [new Registry(), new Registry()]
  const options = { name: 'a_seconds', help: 'A.', buckets: [1, 2] }
  createHistogram(ours, options)
  new Histogram({ ...options, registers: [theirs] })
  expect(sorted(await ours.metrics())).toEqual(sorted(await theirs.metrics()))
})

/** Labels have no order. */
function sorted(text: string): unknown {
  const { values, types, helped } = readMetrics(text)
  const lines = [...values].map(([series, value]) => {
    const [name, inside = ''] = series.split('{')
    return `${name} ${inside.replace('}', '').split(',').sort().join()} ${value}`
  })
  return [lines.sort(), [...types], [...helped]]
}
