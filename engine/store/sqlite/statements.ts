import type Database from 'better-sqlite3'

export type Connection = Database.Database

/** What a statement binds. */
export type Bindable = string | number | bigint | Uint8Array | null

/** Writing methods as an adapter has them: done when they return, where the port's own resolve later. */
export type Written<W> = {
  [K in keyof W]: W[K] extends (...values: infer A) => Promise<unknown> ? (...values: A) => void : never
}

/** Prepares a statement that changes rows; calling it answers how many. */
export function change<P extends Bindable[]>(db: Connection, sql: string): (...values: P) => number {
  const statement = db.prepare<P>(sql)
  return (...values) => statement.run(...values).changes
}

/**
 * Makes a write overwrite what it deletes, and what rows were before, wherever it stood: for what people have a right to
 * have forgotten. Elsewhere whole pages that are freed keep what they held until they are used again: overwriting them
 * would slow down every step.
 */
export function overwriting<A extends unknown[]>(
  db: Connection,
  write: (...values: A) => void,
): (...values: A) => void {
  return (...values) => {
    db.pragma('secure_delete = ON')
    try {
      write(...values)
    } finally {
      db.pragma('secure_delete = FAST')
    }
  }
}

/** Whether SQLite refused a row because its unique key is taken. */
export function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE'
}

/**
 * A query put together from the conditions a filter names. Each combination is prepared once; the number of
 * combinations is small because only the presence of a condition shapes the text.
 */
export function filtered<Row>(db: Connection, select: string, orderBy: string) {
  const prepared = new Map<string, Database.Statement<Bindable[], Row>>()
  return (conditions: Condition[], limit: number | undefined): Row[] => {
    const texts: string[] = []
    const values: Bindable[] = []
    for (const condition of conditions) {
      if (condition === undefined) continue
      texts.push(condition[0])
      values.push(...condition.slice(1))
    }
    const where = texts.length === 0 ? '' : ` WHERE ${texts.join(' AND ')}`
    const text = `${select}${where} ORDER BY ${orderBy} LIMIT ?`
    let statement = prepared.get(text)
    if (statement === undefined) {
      statement = db.prepare<Bindable[], Row>(text)
      prepared.set(text, statement)
    }
    return statement.all(...values, limit ?? EVERY_ROW)
  }
}

/** SQL text without any of the caller's values, then the values it binds; undefined when the filter leaves it out. */
export type Condition = [text: string, ...values: Bindable[]] | undefined

/** What `LIMIT` takes for no limit. */
export const EVERY_ROW = -1
