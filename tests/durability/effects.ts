import type { HistoryEntry, Polku } from '../../engine/index.ts'
import type { TableReader } from '../support/tables.ts'

/** Everything that a database holds of the commands that were asked, found by the key that each left in it. */
export interface Effects {
  /** where each key stands in what was written: a journal entry (`journey:seq`), a fact or a client */
  byKey: Map<string, string[]>
  /** keys under which an answer is kept */
  answered: Set<string>
  histories: Map<string, HistoryEntry[]>
}

export async function effectsIn(polku: Polku, tables: TableReader): Promise<Effects> {
  const byKey = new Map<string, string[]>()
  const found = (key: string, place: string) => byKey.set(key, [...(byKey.get(key) ?? []), place])
  const histories = new Map<string, HistoryEntry[]>()
  for (const { id } of await polku.journeys.list({ limit: 100_000 })) {
    const history = await polku.journeys.history(id)
    histories.set(id, history)
    for (const { seq, reason } of history) if (reason !== undefined) found(reason, `${id}:${seq}`)
  }
  for (const { id, name } of await polku.clients.list({ limit: 100_000 })) {
    if (name !== null) found(name, id)
    for (const fact of await polku.clients.factHistory(id)) {
      // facts of a form say which task they come from, and its journal entry names them
      if (fact.name === 'hours' && !fact.source.startsWith('task ')) found(fact.source, fact.id)
    }
  }
  const answered = new Set(tables.rows<{ key: string }>('SELECT key FROM answers').map(({ key }) => key))
  return { byKey, answered, histories }
}

/** How many rows each table has: a repeated command adds none. */
export function countRows(tables: TableReader): string {
  const names = tables.rows<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  const counts = names.map(({ name }) => [name, tables.rows(`SELECT count(*) AS rows FROM "${name}"`)])
  return JSON.stringify([...counts, ['revisions', tables.rows('SELECT sum(revision) AS rows FROM journeys')]])
}
