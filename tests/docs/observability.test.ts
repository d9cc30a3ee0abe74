import { describe, expect, it } from 'vitest'
import { declaredMetrics } from './support/declaredMetrics.ts'
import { listed, sectionOf, textOf } from './support/markdown.ts'

describe('docs/observability.md', () => {
  it('tells of every metric with its type and labels, and of no other', async () => {
    const rows = listed(sectionOf(textOf('docs/observability.md'), '## Metrics'))
    const told = [...rows].map(([name, row]) => [name, row.split('|')[1]?.trim()])
    const declared = await declaredMetrics()
    const ours = [...declared].filter(([name]) => name.startsWith('polku_'))
    expect(told.sort()).toEqual(ours.map(([name, { type }]) => [name, type]).sort())
    for (const [name, { labels }] of ours) {
      for (const label of labels) expect(rows.get(name), name).toContain(`\`${label}\``)
    }
  })
})
