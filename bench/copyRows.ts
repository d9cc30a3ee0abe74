import Database from 'better-sqlite3'

/** What a copy is made from: a journey that the engine has made, with its client and that client's facts. */
export interface Template {
  journey: string
  client: string
  facts: readonly string[]
}

/** The tables that hold a journey, parents first: foreign keys hold all the while. */
const tables = ['journeys', 'journal', 'timers', 'tasks', 'outbox'] as const

/** How many copies share a transaction. */
const chunk = 20_000

/** The id of copy `index`, of the form and length of real ones. */
export const clientAt = (index: number): string => idAt(1, index)
export const journeyAt = (index: number): string => idAt(2, index)
/** The id of the client's fact in place `fact` of the template's. */
export const factAt = (index: number, fact: number): string => idAt(3 + fact, index)

function idAt(kind: number, index: number): string {
  return `0198e000-0000-7000-${(0x8000 + kind).toString(16)}-${index.toString(16).padStart(12, '0')}`
}

/** The same id as SQL makes it, from the column `n`. */
const idSql = (kind: number): string => `printf('0198e000-0000-7000-${(0x8000 + kind).toString(16)}-%012x', n)`

/**
 * Copies a journey's rows to as many journeys, each of a client of its own (whose rows stand there already): the same
 * columns word for word, with ids of their own, also where the journal names facts.
 */
export function copyRows(db: Database.Database, template: Template, count: number): void {
  const copies = tables.map((table) => db.prepare<[number, number, string]>(copySql(db, table, template)))
  for (let from = 0; from < count; from += chunk) {
    db.transaction(() => {
      for (const copy of copies) copy.run(from, Math.min(count, from + chunk), template.journey)
    })()
  }
}

function copySql(db: Database.Database, table: (typeof tables)[number], { facts }: Template): string {
  const columns = (db.pragma(`table_xinfo(${table})`) as { name: string; hidden: number; pk: number }[])
    .filter(({ name, hidden }) => hidden === 0 && !(table === 'outbox' && name === 'id'))
    .map(({ name }) => name)
  const ownId = table === 'journeys' ? 'id' : 'journey'
  const expressionOf = (column: string): string => {
    if (column === ownId) return idSql(2)
    if (column === 'client') return idSql(1)
    if (column !== 'entry') return `"${column}"`
    return facts.reduce((text, id, fact) => `replace(${text}, '${id}', ${idSql(3 + fact)})`, 'entry')
  }
  return `WITH RECURSIVE numbers (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?)
    INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')})
    SELECT ${columns.map(expressionOf).join(', ')}
    FROM numbers CROSS JOIN (SELECT * FROM ${table} WHERE ${ownId} = ?)`
}

/** Opens a database to fill it: nothing of it need be durable before it is closed. */
export function openToFill(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -262144')
  return db
}
