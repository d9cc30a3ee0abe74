import type { HistoryEntry } from '../../engine/index.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { TableReader } from '../support/tables.ts'

/** Where the rows of a journey are not what its state and its journal say: half a command. */
export function brokenRows(
  tables: TableReader,
  journey: string,
  state: JourneyState,
  history: readonly HistoryEntry[],
): string[] {
  const broken: string[] = []
  const compare = (what: string, found: unknown, expected: unknown) => {
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)]
    if (one === other) return
    const from = [...one].findIndex((letter, at) => letter !== other[at])
    const part = (text: string) => text.slice(Math.max(0, from - 60), from + 120)
    broken.push(`journey ${journey}: ${what} are …${part(one)}…, but should be …${part(other)}…`)
  }
  const byId = (a: { id: number }, b: { id: number }) => a.id - b.id

  compare(
    'revision and last journal entry',
    tables.rows(
      'SELECT revision, (SELECT max(seq) FROM journal WHERE journey = id) AS last FROM journeys WHERE id = ?',
      journey,
    ),
    [{ revision: history.length, last: history.length }],
  )
  compare(
    'timer rows',
    tables.rows('SELECT id, arming, kind, name, due_at AS dueAt FROM timers WHERE journey = ? ORDER BY id', journey),
    state.timers.toSorted(byId).map(({ id, arming, kind, name, dueAt }) => ({ id, arming, kind, name, dueAt })),
  )
  compare(
    'rows of open tasks',
    tables.rows(
      `SELECT id, kind, name, role, assignee, due_date AS dueDate, overdue, opened_at AS openedAt
       FROM tasks WHERE journey = ? AND status = 'open' ORDER BY id`,
      journey,
    ),
    state.tasks.toSorted(byId).map(({ id, kind, name, role, assignee, dueDate, overdue, openedAt }) => {
      return { id, kind, name, role, assignee, dueDate, overdue: overdue ? 1 : 0, openedAt }
    }),
  )
  compare(
    'rows of all tasks ever opened',
    tables.rows('SELECT count(*) AS count FROM tasks WHERE journey = ?', journey),
    [{ count: state.counters.task }],
  )
  compare(
    'outgoing messages',
    tables.rows('SELECT seq, topic FROM outbox WHERE journey = ? ORDER BY id', journey),
    history.flatMap(({ seq, entry }) => entry.messages.map(({ topic }) => ({ seq, topic }))),
  )
  const acted = history.flatMap(({ entry: { timer } }) => (timer ? [`${timer.id} in arming ${timer.arming}`] : []))
  compare('timers that have acted', acted, [...new Set(acted)])
  return broken
}
