import type { Row } from './outlineRows.ts'

/** The same rows, each the very one that it was before where nothing of it has changed: it need not be drawn anew. */
export function keepRows(rows: readonly Row[], before: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.key, row]))
  return rows.map((row) => {
    const old = known.get(row.key)
    return old && isSameRow(row, old) ? old : row
  })
}

/** What a row is about is told by its key. */
const isSameRow = (one: Row, other: Row): boolean =>
  one.kind === other.kind &&
  one.label === other.label &&
  one.detail === other.detail &&
  one.level === other.level &&
  one.position === other.position &&
  one.size === other.size &&
  one.isExpandable === other.isExpandable &&
  one.isOpen === other.isOpen &&
  one.parent === other.parent
