import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { connectWriter } from '../../engine/store/sqlite/connect.ts'
import { openTestApi } from '../api/support/openTestApi.ts'
import { root } from '../support/root.ts'
import { type DeclaredMetric, declaredMetrics } from './support/declaredMetrics.ts'
import { codeBlocks, listed, sectionOf, textOf } from './support/markdown.ts'
import { selectorsIn } from './support/promql.ts'

interface Rule {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string; description: string; runbook_url: string }
}
interface Panel {
  title: string
  description?: string
  type: string
  targets?: { expr: string }[]
}

const { groups } = parse(textOf('deploy/prometheus/alerts.yml')) as { groups: { rules: Rule[] }[] }
const rules = groups.flatMap((group) => group.rules)
const { panels } = JSON.parse(textOf('deploy/grafana/polku.json')) as { panels: Panel[] }
const runbooks = readdirSync(join(root, 'docs/runbooks')).map((name) => `docs/runbooks/${name}`)
const page = textOf('docs/observability.md')

let declared: Map<string, DeclaredMetric>
beforeAll(async () => {
  declared = await declaredMetrics()
})

/** What a query asks for that no metric has. */
function unknownIn(query: string): string[] {
  const { selectors, groupedBy } = selectorsIn(query)
  const metrics = selectors.map(({ name, labels }) => {
    const metric = declared.get(name) ?? histogramOf(name)
    return { name, labels, known: metric?.labels }
  })
  const allLabels = new Set(metrics.flatMap(({ known }) => known ?? []))
  return [
    ...metrics.flatMap(({ name, labels, known }) =>
      known ? labels.filter((one) => !known.includes(one)).map((one) => `${name}{${one}}`) : [name],
    ),
    ...groupedBy.filter((one) => !allLabels.has(one)).map((one) => `by ${one}`),
  ]
}

/** The histogram whose lines have that name. */
function histogramOf(name: string): DeclaredMetric | undefined {
  const metric = declared.get(name.replace(/_(bucket|sum|count)$/, ''))
  return metric?.type === 'histogram' ? metric : undefined
}

describe('docs/observability.md', () => {
  it('tells of every metric with its type and labels, and of no other', () => {
    const rows = listed(sectionOf(page, '## Metrics'))
    const told = [...rows].map(([name, row]) => [name, row.split('|')[1]?.trim()])
    const ours = [...declared].filter(([name]) => name.startsWith('polku_'))
    expect(told.sort()).toEqual(ours.map(([name, { type }]) => [name, type]).sort())
    for (const [name, { labels }] of ours) {
      for (const label of labels) expect(rows.get(name), name).toContain(`\`${label}\``)
    }
  })

  it('tells of every alert, how urgent it is, and where its page is', () => {
    const rows = [...page.matchAll(/^\| \[`(\w+)`\]\((\S+)\) \| (\w+) \|/gm)].map(([, ...cells]) => cells)
    const ours = rules.map(({ alert, labels, annotations }) => [
      alert,
      annotations.runbook_url.replace('docs/', ''),
      labels.severity,
    ])
    expect(rows.sort()).toEqual(ours.sort())
  })
})

describe('the dashboard', () => {
  const shown = panels.filter(({ type }) => type !== 'row')

  it('asks for nothing that /metrics does not have', () => {
    expect(shown.length).toBeGreaterThan(20)
    for (const { title, targets = [] } of shown) {
      expect(targets.length, title).toBeGreaterThan(0)
      for (const { expr } of targets) expect(unknownIn(expr), `${title}: ${expr}`).toEqual([])
    }
  })

  it('shows every metric of ours, and says what each panel shows', () => {
    const asked = new Set(
      shown.flatMap(({ targets = [] }) =>
        targets.flatMap(({ expr }) => selectorsIn(expr).selectors.map(({ name }) => name)),
      ),
    )
    const isShown = (name: string) => ['', '_bucket', '_sum', '_count'].some((end) => asked.has(`${name}${end}`))
    const unseen = [...declared.keys()].filter((name) => name.startsWith('polku_') && !isShown(name))
    // one names the job, the other is for an alert
    expect(unseen.sort()).toEqual(['polku_build_info', 'polku_scrape_failures_total'])
    expect(shown.filter(({ description }) => !description).map(({ title }) => title)).toEqual([])
  })
})

describe('alerts', () => {
  it.each(rules.map((rule) => [rule.alert, rule] as const))('%s asks for what there is', (alert, { expr, labels }) => {
    expect(alert).toMatch(/^Polku[A-Z]/)
    expect(['page', 'ticket']).toContain(labels.severity)
    expect(unknownIn(expr)).toEqual([])
    if (alert !== 'PolkuDown') expect(selectorsIn(expr).selectors.length).toBeGreaterThan(0)
  })

  it('have a runbook each, and every runbook names its alerts', () => {
    expect([...new Set(rules.map(({ annotations }) => annotations.runbook_url))].sort()).toEqual(runbooks.sort())
    for (const runbook of runbooks) {
      const ours = rules.filter(({ annotations }) => annotations.runbook_url === runbook)
      const [, line = ''] = /^Alerts?: ([\s\S]*?)\n\n/m.exec(textOf(runbook)) ?? []
      const named = [...line.matchAll(/`(Polku\w+)` \((\w+)\)/g)].map(([, alert, severity]) => [alert, severity])
      expect(named.sort(), runbook).toEqual(ours.map(({ alert, labels }) => [alert, labels.severity]).sort())
    }
  })
})

describe.each(runbooks)('%s', (runbook) => {
  const text = textOf(runbook)

  it('says what it means, how to look, what to do and when to escalate', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['What it means for clients', 'How to look', 'What to do', 'When to escalate'])
  })

  it('asks the database and Prometheus for what they have', () => {
    const db = connectWriter({ file: ':memory:' })
    onTestFinished(() => {
      db.close()
    })
    for (const { info, code } of codeBlocks(text)) {
      if (info === 'sql') expect(() => db.prepare(code).all(), code).not.toThrow()
      if (info === 'promql') for (const query of code.trim().split('\n')) expect(unknownIn(query), query).toEqual([])
    }
    const named = [...text.matchAll(/`((?:polku|nodejs)_[a-z0-9_]+)`/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !declared.has(name))).toEqual([])
  })

  it('calls nothing that the OpenAPI document does not have', async () => {
    const { document } = await openTestApi()
    const patterns = Object.keys(document.paths).map(
      (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '<[a-z]+>')}$`),
    )
    const called = [...text.matchAll(/"\$API([^"?]+)/g)].map(([, path = '']) => `/api/v1${path}`)
    expect(called.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([])
  })

  it('leads to pages that exist, in lines that can be read', () => {
    const links = [...text.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, to = '']) => `docs/runbooks/${to}`)
    expect(links.filter((to) => !runbooks.includes(to))).toEqual([])
    expect(text.split('\n').filter((line) => line.length > 140)).toEqual([])
  })
})
