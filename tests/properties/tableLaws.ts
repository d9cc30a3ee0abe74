import { expect } from 'vitest'
import { canonicalJson } from '../../engine/journey/canonicalJson.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** Promise 2: the stored state is the fold of the journal, byte for byte, and the rows are projections of it. */
export async function rowsAreTheState(watched: Watch, id: string, folded: JourneyState): Promise<void> {
  const { reader, world } = watched
  const [row] = reader.rows<Record<string, unknown>>('SELECT * FROM journeys WHERE id = ?', id)
  expect(row?.state, `the stored state of ${id}`).toBe(canonicalJson(folded))
  expect(await world.polku.journeys.replay(id), `${id} replayed`).toEqual(JSON.parse(String(row?.state)))
  expect(row, `the row of ${id}`).toMatchObject({
    revision: watched.journeys.get(id)?.seq,
    status: folded.status,
    pathway: folded.pathway,
    version: folded.version,
    responsible_user: folded.responsible.user,
    responsible_team: folded.responsible.team,
    started_at: folded.startedAt,
    ended_at: folded.end?.at ?? null,
    changed_at: folded.at,
  })
  const timers = reader.rows(
    'SELECT id, arming, kind, name, due_at AS dueAt FROM timers WHERE journey = ? ORDER BY id',
    id,
  )
  expect(timers, `rows of timers of ${id}`).toEqual(
    byId(folded.timers).map(({ id, arming, kind, name, dueAt }) => ({ id, arming, kind, name, dueAt })),
  )
  const tasks = reader.rows<{ overdue: number; ticked: string | null }>(
    `SELECT id, kind, name, role, assignee, due_date AS dueDate, opened_at AS openedAt, overdue, ticked
     FROM tasks
     WHERE journey = ? AND status = 'open' ORDER BY id`,
    id,
  )
  const isTicked = (ticked: string | null) => (ticked === null ? {} : { ticked: JSON.parse(ticked) as string[] })
  const stored = tasks.map(({ ticked, ...task }) => ({ ...task, overdue: task.overdue === 1, ...isTicked(ticked) }))
  expect(stored, `rows of tasks of ${id}`).toEqual(byId(folded.tasks).map(({ visit: _, ...task }) => task))
}

/** Promise 1: what a step tells stands in the outbox, in its order, and nothing else does; each task has its row. */
export function messagesAreWritten({ reader }: Watch, { placed, after }: WatchedStep): void {
  const { journey, seq, recordedAt, entry } = placed
  const rows = reader.rows<{ topic: string; payload: string; at: number }>(
    'SELECT topic, payload, created_at AS at FROM outbox WHERE journey = ? AND seq = ? ORDER BY id',
    journey,
    seq,
  )
  const written = rows.map(({ topic, payload }) => ({ topic, payload: JSON.parse(payload) as unknown }))
  expect(written, 'the messages of a step').toEqual(JSON.parse(JSON.stringify(entry.messages)))
  for (const { at } of rows) expect(at).toBe(recordedAt)
  const tasks = reader.rows<{ id: number }>(
    'SELECT id FROM tasks WHERE journey = ? AND id <= ?',
    journey,
    after.counters.task,
  )
  expect(tasks.length, 'rows of all tasks').toBe(after.counters.task)
}

/** Promise 11, as far as it goes: what people have written and what is known of them stands sealed, and nowhere else. */
export function wordsAreSealed({ reader }: Watch, words: readonly string[]): void {
  const { pathway_versions: _, ...tables } = reader.all()
  const found = Object.entries(tables).flatMap(([table, rows]) => {
    const text = rows.map((row) => Object.values(row).map(textOf).join(' ')).join(' ')
    return words.filter((word) => text.includes(word)).map((word) => `"${word}" can be read in ${table}`)
  })
  expect(found, found.join('; ')).toEqual([])
}

const textOf = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))

const byId = <T extends { id: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.id - b.id)
