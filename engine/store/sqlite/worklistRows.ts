import type { JourneyPlace, WorklistEntry, WorklistFilter, WorklistName, WorklistScope } from '../workRows.ts'
import type { Query, Values } from './openQueryThread.ts'
import { overdueSql } from './overdueSql.ts'

/** A part of a worklist, in its order. */
export async function findWorklist(all: Query, filter: WorklistFilter): Promise<WorklistEntry[]> {
  const { sort, limit, after } = filter
  const place = { key: after?.key ?? '', journey: after?.journey ?? '', task: after?.task ?? -1, why: after?.why ?? '' }
  // only of the lines that are answered the clients are looked at
  const sql = `WITH ${entriesSql(filter)}
    SELECT page.*, iif(clients.wrapped_key IS NULL, NULL, clients.revision) AS clientRevision FROM (
      SELECT * FROM (
        SELECT entries.*, journeys.client, journeys.revision, ${keys[sort]} AS key
        FROM entries CROSS JOIN journeys ON journeys.id = entries.journey)
      WHERE (key, journey, task, why) > (@key, @journey, @task, @why)
      ORDER BY key, journey, task, why LIMIT @limit
    ) AS page CROSS JOIN clients ON clients.id = page.client
    ORDER BY key, journey, task, why`
  const rows = await all<Omit<WorklistEntry, 'lateness'> & { late: number }>(sql, {
    ...valuesOf(filter),
    ...place,
    limit,
  })
  return rows.map(({ late, ...row }) => ({ ...row, lateness: late === 2 ? 'overdue' : late === 1 ? 'dueToday' : null }))
}

/** The places in which the journeys of a worklist stand. */
export async function findPlaces(all: Query, scope: WorklistScope): Promise<JourneyPlace[]> {
  const sql = `WITH ${entriesSql(scope)}
    SELECT DISTINCT pathway, version, state -> '$.value' AS value
    FROM (SELECT DISTINCT journey FROM entries) CROSS JOIN journeys ON journeys.id = journey`
  return all<JourneyPlace>(sql, valuesOf(scope))
}

/** How many entries a worklist has. */
export async function countWorklist(all: Query, scope: WorklistScope): Promise<number> {
  const [row] = await all<{ count: number }>(
    `WITH ${entriesSql(scope)} SELECT count(*) AS count FROM entries`,
    valuesOf(scope),
  )
  if (!row) throw new Error('The database counted nothing')
  return row.count
}

/** What a page is ordered by, as text: what has no due date comes after every date. */
const byDue = `coalesce(dueDate, '~') || printf('%015d', since)`
const keys: Readonly<Record<WorklistFilter['sort'], string>> = {
  lateness: `(2 - late) || ${byDue}`,
  due: byDue,
  since: `printf('%015d', since)`,
}

function valuesOf({ me, users, teams, roles, organisation, today, ...filters }: WorklistScope): Values {
  const { pathway, responsible, role, places } = filters
  return {
    me,
    users: JSON.stringify(users ?? []),
    teams: JSON.stringify(teams),
    roles: JSON.stringify(roles ?? []),
    organisation,
    today,
    pathway: pathway ?? null,
    responsible: responsible ?? null,
    role: role ?? null,
    places: places ? JSON.stringify(places.map((one) => `${one.pathway}@${one.version} ${one.value}`)) : null,
  }
}

const USERS = '(SELECT value FROM json_each(@users))'
const TEAMS = '(SELECT value FROM json_each(@teams))'
const ROLES = '(SELECT value FROM json_each(@roles))'

/** Of live journeys only those that the filters name. */
const LIVE = `journeys.status = 'active' AND (@pathway IS NULL OR journeys.pathway = @pathway)
  AND (@responsible IS NULL OR journeys.responsible_user = @responsible)
  AND (@places IS NULL OR format('%s@%d %s', journeys.pathway, journeys.version, journeys.state -> '$.value')
    IN (SELECT value FROM json_each(@places)))`
/** Only what waits for a case role has one to be asked for. */
const NO_ROLE = '@role IS NULL'
const OF_ROLE = '(@role IS NULL OR tasks.role = @role)'

/** 2 overdue, 1 due today, 0 otherwise. */
const LATE = `CASE WHEN ${overdueSql('@today')} THEN 2 WHEN tasks.due_date = @today THEN 1 ELSE 0 END`
/** Near enough to sort by: whoever shows it counts from the due date (three hours are Helsinki's summer). */
const OVERDUE_SINCE = `(unixepoch(tasks.due_date, '+1 day') - 10800) * 1000`

/** A task as an entry; where its being late is no reason of its own, `why` is another. */
const task = (why: string, since = 'tasks.opened_at'): string =>
  `SELECT tasks.journey, tasks.id AS task, ${why} AS why, ${since} AS since, tasks.due_date AS dueDate, ${LATE} AS late`
/** A journey as an entry. */
const journey = (why: string, since: string): string =>
  `SELECT journeys.id AS journey, 0 AS task, '${why}' AS why, ${since} AS since, NULL AS dueDate, 0 AS late`

const OPEN_TASKS = `scope CROSS JOIN tasks ON tasks.journey = scope.id AND tasks.status = 'open' AND ${OF_ROLE}`
const JOURNEYS = `scope CROSS JOIN journeys ON journeys.id = scope.id AND ${NO_ROLE}`

/** Live journeys in which somebody of `users` has work that others answer for. */
const ASSIGNED = `tasks CROSS JOIN journeys ON journeys.id = tasks.journey AND ${LIVE}
  WHERE tasks.status = 'open' AND tasks.assignee IN ${USERS}`

/**
 * The common tables `scope` (ids of live journeys whose work it is) and `entries`. Each list names its rows by the
 * narrowest index there is: journeys by person and team, tasks by assignee or by journey, what is new by person.
 */
function entriesSql(scope: WorklistScope): string {
  return `scope(id) AS MATERIALIZED (${scopeSql(scope)}), entries AS (${lists[scope.list](scope)})`
}

function scopeSql({ users, teams }: WorklistScope): string {
  if (users === null) return `SELECT id FROM journeys WHERE ${LIVE}`
  const ofUsers = `SELECT id FROM journeys INDEXED BY journeys_of_responsible
    WHERE responsible_user IN ${USERS} AND ${LIVE}`
  if (teams.length === 0) return ofUsers
  return `${ofUsers} UNION SELECT id FROM journeys INDEXED BY journeys_of_team
    WHERE responsible_team IN ${TEAMS} AND ${LIVE}`
}

/** The scope's open tasks, and those that its people have elsewhere. */
function tasksOf({ users }: WorklistScope, why: string, condition: string, since?: string): string {
  const inScope = `${task(why, since)} FROM ${OPEN_TASKS} WHERE ${condition}`
  if (users === null) return inScope
  return `${inScope} UNION ${task(why, since)} FROM ${ASSIGNED} AND ${OF_ROLE} AND ${condition}`
}

/** Whether a task waits for nobody by name, and for a case role that is one's own. */
const forOwnRole = ({ roles }: WorklistScope): string =>
  `tasks.assignee IS NULL${roles === null ? '' : ` AND (tasks.role IS NULL OR tasks.role IN ${ROLES})`}`

const WHY_OPEN = `CASE WHEN tasks.assignee IS NULL THEN 'unassigned' ELSE 'assigned' END`

const lists: Readonly<Record<WorklistName, (scope: WorklistScope) => string>> = {
  mine: (scope) => {
    const isOwn = scope.users === null ? 'tasks.assignee IS NOT NULL' : `tasks.assignee IN ${USERS}`
    const own = `(${isOwn} OR ${forOwnRole(scope)})`
    return `${tasksOf(scope, WHY_OPEN, own)}
      UNION ALL ${journey('responsible', 'journeys.started_at')} FROM ${JOURNEYS}
      WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.journey = journeys.id AND tasks.status = 'open' AND ${own})`
  },
  team: () => `${task(WHY_OPEN)} FROM ${OPEN_TASKS}
    UNION ALL ${journey('responsible', 'journeys.started_at')} FROM ${JOURNEYS}
    WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.journey = journeys.id AND tasks.status = 'open')`,
  overdue: (scope) =>
    tasksOf(scope, `'overdue'`, `tasks.due_date IS NOT NULL AND ${overdueSql('@today')}`, OVERDUE_SINCE),
  dueToday: (scope) => tasksOf(scope, `'dueToday'`, `tasks.due_date = @today AND NOT ${overdueSql('@today')}`),
  waiting: (scope) => {
    const isOthers = scope.users === null ? 'tasks.assignee IS NOT NULL' : `tasks.assignee NOT IN ${USERS}`
    const others = `((tasks.assignee IS NOT NULL AND ${isOthers})
      OR (tasks.assignee IS NULL AND NOT (${forOwnRole(scope)})))`
    const why = `CASE WHEN tasks.assignee IS NULL THEN 'waitingRole' ELSE 'waitingPerson' END`
    return `${task(why)} FROM ${OPEN_TASKS} WHERE ${others}
      UNION ALL ${journey('suspended', `state ->> '$.standstillSince'`)} FROM ${JOURNEYS}
      WHERE state ->> '$.standstillSince' IS NOT NULL`
  },
  newToMe: () => `${journey('new', 'looks.new_since')}
    FROM looks INDEXED BY looks_new CROSS JOIN journeys ON journeys.id = looks.journey AND ${LIVE} AND ${NO_ROLE}
    WHERE looks.user = @me AND looks.looked_at IS NULL AND (journeys.responsible_user = @me
      OR EXISTS (SELECT 1 FROM tasks WHERE tasks.journey = journeys.id AND tasks.status = 'open' AND assignee = @me))`,
  changedSinceLastLooked: ({ users }) => {
    const elsewhere = users === null ? '' : ` UNION SELECT tasks.journey FROM ${ASSIGNED}`
    return `SELECT * FROM (${journey('changed', CHANGED_SINCE)}
      FROM (SELECT id FROM scope${elsewhere}) mine CROSS JOIN looks ON looks.user = @me AND looks.journey = mine.id
        AND looks.looked_at IS NOT NULL CROSS JOIN journeys ON journeys.id = mine.id AND ${NO_ROLE})
      WHERE since IS NOT NULL`
  },
  forgotten: () => `${task(`'review'`)} FROM ${OPEN_TASKS} WHERE tasks.kind = 'review'
    UNION ALL ${journey('timerDead', '(SELECT min(due_at) FROM timers WHERE timers.journey = journeys.id AND dead = 1)')}
      FROM ${JOURNEYS} WHERE EXISTS (SELECT 1 FROM timers WHERE timers.journey = journeys.id AND dead = 1)
    UNION ALL ${journey('uncovered', 'journeys.changed_at')} FROM ${JOURNEYS}
      WHERE NOT EXISTS (SELECT 1 FROM timers WHERE timers.journey = journeys.id AND kind <> 'warning')
    UNION ALL ${journey('nobody', 'journeys.changed_at')} FROM ${JOURNEYS} WHERE journeys.responsible_user = ''`,
}

/** The first entry of others after the last one seen, or the first contact of others recorded since. */
const CHANGED_SINCE = `(SELECT min(at) FROM (
    SELECT min(recorded_at) AS at FROM journal
      WHERE journal.journey = journeys.id AND seq > looks.revision AND "by" <> @me
    UNION ALL
    SELECT min(recorded_at) FROM contacts WHERE contacts.client = journeys.client AND recorded_at > looks.looked_at
      AND recorded_by <> @me AND (class <> 'confidential' OR organisation = @organisation)))`
