import { expect } from 'vitest'
import type { OpenTask } from '../../engine/journey/state.ts'
import { type StoredEntry, storedJournal } from '../support/journal.ts'
import type { Watch } from './watch.ts'

interface ToldRow {
  message: number
  recipient: string
  channel: string
  payload: string
  author: string
  byRule: number
}

/** People are told once, never of their own doing, and of every task that was given to them by name. */
export function peopleAreTold({ reader, journeys }: Watch): void {
  const rows = reader.rows<ToldRow>(
    `SELECT message, recipient, channel, n.payload, "by" AS author, by_rule AS byRule
     FROM notifications n JOIN journal j ON j.journey = n.journey AND j.seq = n.seq`,
  )
  for (const { recipient, author, byRule, payload } of rows) {
    if (byRule === 0) expect(recipient, `${recipient} is told of what they have done (${payload})`).not.toBe(author)
  }
  const once = new Set(rows.map(({ message, recipient, channel }) => `${message} ${recipient} ${channel}`))
  expect(once.size, 'somebody is told twice').toBe(rows.length)
  const heard = new Set(rows.map(({ message, recipient }) => `${message} ${recipient}`))
  for (const [id, { state }] of journeys) {
    if (state.status === 'ended') continue
    for (const task of state.tasks) {
      const message = messageToAssignee(reader, id, task)
      if (message === undefined) continue
      expect(heard, `${task.assignee} has not heard of task ${id}.${task.id}`).toContain(`${message} ${task.assignee}`)
    }
  }
}

/** The delivered message by which somebody else has given an open task to who has it; none where that went another way. */
function messageToAssignee(reader: Watch['reader'], journey: string, task: OpenTask): number | undefined {
  if (task.assignee === null) return undefined
  const journal = storedJournal(reader, journey)
  const giving = journal.findLast((one) => assigns(one, task.id))
  if (!giving || (!giving.byRule && giving.by === task.assignee)) return undefined
  const isTakenBack = journal.some(
    ({ seq, entry }) => seq > giving.seq && entry.changes.some(({ change }) => change === 'restored'),
  )
  if (isTakenBack) return undefined
  const [message] = reader.rows<{ id: number }>(
    `SELECT id FROM outbox WHERE journey = ? AND seq = ? AND topic IN ('task.opened', 'task.delegated')
       AND payload ->> 'task' = ? AND delivered_at IS NOT NULL`,
    journey,
    giving.seq,
    task.id,
  )
  return message?.id
}

function assigns({ entry }: StoredEntry, task: number): boolean {
  return entry.changes.some(
    (one) =>
      (one.change === 'taskOpened' && one.task.id === task) ||
      (one.change === 'taskChanged' && one.task === task && one.assignee !== undefined),
  )
}
