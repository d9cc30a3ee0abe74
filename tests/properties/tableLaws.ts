import { expect } from 'vitest'
import { canonicalJson } from '../../engine/journey/canonicalJson.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { Watch } from './watch.ts'

/** Promise 2: the stored state is the fold of the journal, byte for byte, and the rows are projections of it. */
export async function rowsAreTheState(watched: Watch, id: string, folded: JourneyState): Promise<void> {
  const { reader, world } = watched
  const [row] = reader.rows<Record<string, unknown>>('SELECT * FROM journeys WHERE id = ?', id)
  expect(row?.state).toBe(canonicalJson(folded))
  expect(await world.polku.journeys.replay(id)).toEqual(JSON.parse(String(row?.state)))
  expect(row).toMatchObject({
    revision: watched.states.get(id)?.seq,
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
  expect(timers).toEqual(
    byId(folded.timers).map(({ id, arming, kind, name, dueAt }) => ({ id, arming, kind, name, dueAt })),
  )
  const tasks = reader.rows<{ overdue: number }>(
    `SELECT id, kind, name, role, assignee, due_date AS dueDate, opened_at AS openedAt, overdue FROM tasks
     WHERE journey = ? AND status = 'open' ORDER BY id`,
    id,
  )
  expect(tasks.map((task) => ({ ...task, overdue: task.overdue === 1 }))).toEqual(
    byId(folded.tasks).map(({ visit: _, ...task }) => task),
  )
}

const byId = <T extends { id: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.id - b.id)
