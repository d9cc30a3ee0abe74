import Database from 'better-sqlite3'

/** Every row of every table, by table. */
export type Tables = Record<string, Record<string, unknown>[]>

/** A second connection to a database file, which sees what is committed and nothing else. */
export interface TableReader {
  /** every table's rows, in the order of their row ids */
  all(): Tables
  /** the whole database in one text: equal texts are equal bytes in every column */
  fingerprint(): string
  rows<Row>(sql: string, ...values: (string | number)[]): Row[]
  close(): void
}

export function readTables(file: string): TableReader {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  const names = db
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
  const selects = names.map(
    (name) => [name, db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)] as const,
  )
  const all = (): Tables => Object.fromEntries(selects.map(([name, select]) => [name, select.all()]))
  const versionOf = db.prepare<[], number>('PRAGMA data_version').pluck()
  let seen: { version: number | undefined; fingerprint: string } | undefined
  const prepared = new Map<string, Database.Statement<(string | number)[], unknown>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare<(string | number)[], unknown>(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    all,
    fingerprint: () => {
      // SQLite counts what other connections commit: where nobody has, not a byte is another
      const version = versionOf.get()
      if (!seen || seen.version !== version) seen = { version, fingerprint: textOf(all()) }
      return seen.fingerprint
    },
    rows: <Row>(sql: string, ...values: (string | number)[]) => prepare(sql).all(...values) as Row[],
    close: () => db.close(),
  }
}

const textOf = (tables: Tables): string =>
  JSON.stringify(tables, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  )
