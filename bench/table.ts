import { isReached, type Limit, type Row } from './measure.ts'

/** What `bench/results.json` holds: the latest full-size run of each row, and where it ran. */
export interface Results {
  machine: { node: string; cores: number; processor: string }
  rows: (Row & { at: string })[]
}

/** Rows as the console shows them, with what is measured beside them underneath. */
export function printRows(rows: readonly Row[]): void {
  console.table(
    rows.map((row) => ({
      what: row.what,
      ours: `${figure(row.ours)} ${row.unit}`,
      baseline: baselineOf(row),
      ratio: ratioOf(row),
      limit: limitOf(row),
      reached: isReached(row) ? 'yes' : 'NO',
    })),
  )
  for (const { what, beside } of rows) {
    const told = Object.entries(beside).map(([name, value]) => `${name} ${figure(value)}`)
    if (told.length > 0) console.log(`  ${what}: ${told.join(', ')}`)
  }
}

/** The same as a table for `docs/performance.md`. */
export function markdownTable({ machine, rows }: Results): string {
  const cells = rows.map((row) => [
    row.what,
    `${figure(row.ours)} ${row.unit}`,
    baselineOf(row),
    ratioOf(row),
    limitOf(row),
    isReached(row) ? 'yes' : '**no**',
  ])
  const days = [...new Set(rows.map(({ at }) => at.slice(0, 10)))].sort()
  return [
    `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}; ${days.join(', ')}.`,
    '',
    '| what | ours | baseline | ratio | limit | reached |',
    '|---|---|---|---|---|---|',
    ...cells.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}

/** Three significant digits; whole numbers from a hundred on. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 || value === 0 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}

function baselineOf({ baseline, baselineIs, unit }: Row): string {
  return baseline === null ? '–' : `${figure(baseline)} ${unit} (${baselineIs})`
}

function ratioOf({ ratio }: Row): string {
  return ratio === null ? '–' : `${figure(ratio)} ×`
}

const words: Record<Limit['is'], string> = { atLeast: 'at least', atMost: 'at most' }

function limitOf({ limit, unit }: Row): string {
  return `${words[limit.is]} ${Number(limit.value.toPrecision(3))} ${limit.of === 'ratio' ? '×' : unit}`
}
