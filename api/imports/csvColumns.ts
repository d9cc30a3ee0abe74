import type { PathwayDocument } from '../../engine/index.ts'
import type { CsvRow } from './readCsv.ts'

type Facts = NonNullable<PathwayDocument['facts']>
type Path = (string | number)[]

/** Columns that stand for one field each, and the field's path in a row. */
const plainColumns: Readonly<Record<string, Path>> = {
  key: ['key'],
  name: ['client', 'name'],
  identityCode: ['client', 'identityCode'],
  language: ['client', 'language'],
  pathway: ['pathway'],
  version: ['version'],
  at: ['at'],
  occurredAt: ['occurredAt'],
  startedAt: ['startedAt'],
  reason: ['reason'],
  user: ['responsible', 'user'],
  team: ['responsible', 'team'],
  source: ['source'],
  doneTasks: ['doneTasks'],
}

/**
 * A line of CSV as a row of an import. What is no column is left in under its own name, for the schema to refuse.
 * @param facts declarations of the pathway: a cell says not whether 5 is a number or a text
 */
export function rowOfCsv({ cells }: CsvRow, facts: Facts): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [column, cell] of Object.entries(cells)) {
    const path = pathOf(column)
    set(row, path, cellValue(path, cell, facts))
  }
  return row
}

/** The column in which a field of a row stands. */
export function columnOf(path: readonly (string | number)[]): string {
  const [first, second, third] = path.map(String)
  if (first === 'facts' && second !== undefined) {
    return third === undefined || third === 'value' ? `fact.${second}` : `fact.${second}.${third}`
  }
  if (first === 'doneFollowUps' && second !== undefined) return `doneFollowUp.${second}`
  const found = Object.entries(plainColumns).find(
    ([, [a, b]]) => a === first && (b === undefined || second === undefined || b === second),
  )
  return found?.[0] ?? first ?? ''
}

function pathOf(column: string): Path {
  const plain = Object.hasOwn(plainColumns, column) ? plainColumns[column] : undefined
  if (plain) return plain
  const [kind, name, field, ...more] = column.split('.')
  if (kind === 'fact' && name && more.length === 0) return ['facts', name, field ?? 'value']
  if (kind === 'doneFollowUp' && name && field === undefined) return ['doneFollowUps', name]
  return [column]
}

function cellValue([first, second, third]: Path, cell: string, facts: Facts): unknown {
  if (first === 'facts' && third === 'value') return factValue(cell, facts, String(second))
  if (first === 'version' || first === 'doneFollowUps') return /^\d{1,9}$/.test(cell) ? Number(cell) : cell
  if (first === 'doneTasks') return cell.split(/[\s|]+/)
  return cell
}

/** As the pathway declares it. Half of a five is written 2,5 in Finland. */
function factValue(cell: string, facts: Facts, name: string): unknown {
  const type = Object.hasOwn(facts, name) ? facts[name]?.type : undefined
  if (type === 'number' && /^-?\d{1,15}([.,]\d{1,15})?$/.test(cell)) return Number(cell.replace(',', '.'))
  if (type === 'boolean' && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true'
  return cell
}

function set(row: Record<string, unknown>, path: Path, value: unknown): void {
  const [key = '', ...inside] = path.map(String)
  if (inside.length === 0) {
    row[key] = value
    return
  }
  const under = Object.hasOwn(row, key) ? row[key] : undefined
  const next: Record<string, unknown> = typeof under === 'object' && under !== null ? { ...under } : {}
  set(next, inside, value)
  row[key] = next
}
