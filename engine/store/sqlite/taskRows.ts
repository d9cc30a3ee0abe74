import type { ReadTx, TaskRow, WriteTx } from '../store.ts'
import { inSight } from './accessRows.ts'
import { overdueSql } from './overdueSql.ts'
import { type Bindable, type Connection, change, filtered, overwriting, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'task' | 'tasks'>
type Writes = Written<Pick<WriteTx, 'insertTask' | 'updateTask'>>

const TASK = `journey, id, client, kind, name, role, assignee, status, due_date AS dueDate, overdue,
  opened_at AS openedAt, closed_at AS closedAt, closed_by AS closedBy, sealed, ticked`

/** How `due_order` stands for a task without a due date: after every date. */
const NO_DUE_DATE = '~'

type Stored = Omit<TaskRow, 'overdue' | 'ticked'> & { overdue: number; ticked: string | null }
const toTask = (row: Stored): TaskRow => ({
  ...row,
  overdue: row.overdue === 1,
  ticked: row.ticked === null ? null : JSON.parse(row.ticked),
})

/** Reads tasks: one, or a page of a worklist. */
export function taskReads(db: Connection): Reads {
  const task = db.prepare<[string, number], Stored>(`SELECT ${TASK} FROM tasks WHERE journey = ? AND id = ?`)
  const tasks = filtered<Stored>(db, `SELECT ${TASK} FROM tasks`, 'due_order, journey, id')
  return {
    async task(journey, id) {
      const row = task.get(journey, id)
      return row === undefined ? undefined : toTask(row)
    },
    async tasks({ journey, client, role, assignee, status, overdue, limit, after, sight }) {
      const rows = tasks(
        [
          journey === undefined ? undefined : ['journey = ?', journey],
          client === undefined ? undefined : ['client = ?', client],
          role === undefined ? undefined : ['role = ?', role],
          assignee === undefined ? undefined : ['assignee = ?', assignee],
          // A literal, so that SQLite sees that the partial indices of open tasks serve.
          status === undefined ? undefined : status === 'open' ? [`status = 'open'`] : ['status = ?', status],
          overdue === undefined ? undefined : [`${overdueSql('?')} = ?`, overdue.today, overdue.is ? 1 : 0],
          after === undefined
            ? undefined
            : ['(due_order, journey, id) > (?, ?, ?)', after.dueDate ?? NO_DUE_DATE, after.journey, after.id],
          inSight(sight, {
            client: 'tasks.client',
            journey: 'tasks.journey',
            isOfOne: client !== undefined || journey !== undefined,
          }),
        ],
        limit,
      )
      return rows.map(toTask)
    },
  }
}

/** Writes tasks. */
export function taskWrites(db: Connection): Writes {
  const insertTask = change<Bindable[]>(
    db,
    `INSERT INTO tasks (client, kind, name, role, assignee, status, due_date, overdue, opened_at, closed_at, closed_by,
       sealed, ticked, journey, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const updateTask = change<Bindable[]>(
    db,
    `UPDATE tasks SET client = ?, kind = ?, name = ?, role = ?, assignee = ?, status = ?, due_date = ?, overdue = ?,
       opened_at = ?, closed_at = ?, closed_by = ?, sealed = ?, ticked = ?
     WHERE journey = ? AND id = ?`,
  )
  const values = (row: TaskRow): Bindable[] => {
    const { journey, id, client, kind, name, role, assignee, status, dueDate, overdue } = row
    const { openedAt, closedAt, closedBy, sealed } = row
    const ticked = row.ticked === null ? null : JSON.stringify(row.ticked)
    const what = [client, kind, name, role, assignee, status, dueDate, overdue ? 1 : 0]
    return [...what, openedAt, closedAt, closedBy, sealed, ticked, journey, id]
  }
  const update = (row: TaskRow): void => {
    if (updateTask(...values(row)) === 0) throw new Error(`Journey ${row.journey} has no task ${row.id} to change`)
  }
  const updateWords = overwriting(db, update)
  return {
    insertTask(row) {
      insertTask(...values(row))
    },
    updateTask(row) {
      if (row.sealed === null) update(row)
      else updateWords(row)
    },
  }
}
