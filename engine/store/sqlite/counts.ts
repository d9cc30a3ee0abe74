import type { Backlog, Census } from '../counted.ts'
import type { Query } from './openQueryThread.ts'
import { NEW_MESSAGE, RETRIED_MESSAGE } from './outboxRows.ts'
import { overdueSql } from './overdueSql.ts'
import { NEW_TIMER, RETRIED_TIMER } from './timerRows.ts'

const BACKLOG = `SELECT
  (SELECT count(*) FROM timers WHERE ${NEW_TIMER} AND due_at <= @now)
    + (SELECT count(*) FROM timers WHERE ${RETRIED_TIMER} AND not_before <= @now) AS dueTimers,
  (SELECT count(*) FROM timers WHERE ${NEW_TIMER} AND due_at <= @lateSince)
    + (SELECT count(*) FROM timers WHERE ${RETRIED_TIMER} AND due_at <= @lateSince) AS lateTimers,
  (SELECT min(due_at) FROM timers WHERE ${NEW_TIMER}) AS nextTimerAt,
  (SELECT min(not_before) FROM timers WHERE ${RETRIED_TIMER}) AS nextRetryAt,
  (SELECT count(*) FROM timers WHERE ${RETRIED_TIMER}) AS retryingTimers,
  (SELECT count(*) FROM timers WHERE dead = 1) AS deadTimers,
  (SELECT count(*) FROM outbox WHERE ${NEW_MESSAGE}) AS newMessages,
  (SELECT count(*) FROM outbox WHERE ${RETRIED_MESSAGE}) AS retryingMessages,
  (SELECT created_at FROM outbox WHERE ${NEW_MESSAGE} ORDER BY id LIMIT 1) AS oldestNewAt,
  (SELECT min(created_at) FROM outbox WHERE ${RETRIED_MESSAGE}) AS oldestRetriedAt,
  (SELECT count(*) FROM outbox WHERE dead = 1) AS deadMessages`

interface BacklogRow extends Omit<Backlog, 'oldestDueAt' | 'waitingMessages' | 'oldestWaitingAt'> {
  nextTimerAt: number | null
  nextRetryAt: number | null
  newMessages: number
  oldestNewAt: number | null
  oldestRetriedAt: number | null
}

/** What waits to be done at `now`; late is what has been due since `lateSince` (both epoch milliseconds). */
export async function countBacklog(all: Query, at: { now: number; lateSince: number }): Promise<Backlog> {
  const [row] = await all<BacklogRow>(BACKLOG, at)
  if (!row) throw new Error('The database counted nothing')
  const { nextTimerAt, nextRetryAt, newMessages, oldestNewAt, oldestRetriedAt, ...counts } = row
  const turnAt = earliest(nextTimerAt, nextRetryAt)
  return {
    ...counts,
    oldestDueAt: turnAt !== null && turnAt <= at.now ? turnAt : null,
    waitingMessages: newMessages + row.retryingMessages,
    oldestWaitingAt: earliest(oldestNewAt, oldestRetriedAt),
  }
}

const earliest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** How many journeys a query reads: a long read would keep the log from being folded into the file. */
const PAGE = 2_000

const PLACES = `SELECT pathway, version, value, count(*) AS journeys, max(id) AS last
  FROM (SELECT id, pathway, version, state -> '$.value' AS value FROM journeys
    WHERE status = 'active' AND id > @after ORDER BY id LIMIT ${PAGE})
  GROUP BY pathway, version, value`

const TASKS = `SELECT kind, count(*) AS open, sum(${overdueSql('@today')}) AS overdue FROM tasks
  WHERE status = 'open' GROUP BY kind`

const TIMERS = `SELECT kind, count(*) AS armed FROM timers GROUP BY kind`

const STUCK = `SELECT
  (SELECT count(DISTINCT journey) FROM tasks
    WHERE status = 'open' AND due_order < @overdueBefore AND kind IN ('review', 'proposal')) AS overdue,
  (SELECT count(DISTINCT journey) FROM timers WHERE dead = 1) AS deadTimer`

type PlaceRow = Census['places'][number] & { last: string }

/**
 * Where live journeys are and what waits for people. It reads every live journey once, page by page: one that moves
 * meanwhile is counted in one place or the other. Three seconds for a million.
 */
export async function countLive(
  all: Query,
  { today, overdueBefore }: { today: string; overdueBefore: string },
): Promise<Census> {
  const places = new Map<string, Census['places'][number]>()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: PlaceRow[] = await all<PlaceRow>(PLACES, { after })
    for (const { last: _last, ...row } of page) {
      const name = JSON.stringify([row.pathway, row.version, row.value])
      places.set(name, { ...row, journeys: row.journeys + (places.get(name)?.journeys ?? 0) })
    }
    const read = page.reduce((sum, { journeys }) => sum + journeys, 0)
    after = read < PAGE ? undefined : page.reduce((last, row) => (row.last > last ? row.last : last), '')
  }
  const [stuck] = await all<Census['stuck']>(STUCK, { overdueBefore })
  if (!stuck) throw new Error('The database counted nothing')
  return {
    places: [...places.values()],
    tasks: await all<Census['tasks'][number]>(TASKS, { today }),
    timers: await all<Census['timers'][number]>(TIMERS, {}),
    stuck,
  }
}
