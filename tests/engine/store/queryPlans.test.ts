import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { accessReads } from '../../../engine/store/sqlite/accessRows.ts'
import { connectWriter } from '../../../engine/store/sqlite/connect.ts'
import { contactReads } from '../../../engine/store/sqlite/contactRows.ts'
import { notificationReads } from '../../../engine/store/sqlite/notificationRows.ts'
import type { Values } from '../../../engine/store/sqlite/openQueryThread.ts'
import { outboxReads } from '../../../engine/store/sqlite/outboxRows.ts'
import type { Connection } from '../../../engine/store/sqlite/statements.ts'
import { taskReads } from '../../../engine/store/sqlite/taskRows.ts'
import { timerReads } from '../../../engine/store/sqlite/timerRows.ts'
import { waitReads } from '../../../engine/store/sqlite/waitRows.ts'
import { findWorklist } from '../../../engine/store/sqlite/worklistRows.ts'
import type { WorklistName } from '../../../engine/store/workRows.ts'

function openDatabase(): Connection {
  const db = connectWriter({ file: ':memory:' })
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** How SQLite will find the rows of each statement that `prepare` prepares, one string a statement. */
async function plansOf(db: Connection, prepare: () => unknown): Promise<string[]> {
  const prepared = vi.spyOn(db, 'prepare')
  await prepare()
  const texts = prepared.mock.calls.map(([text]) => text)
  prepared.mockRestore()
  return texts.map((text) => {
    const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    const named = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]))
    const parameters = text.includes('@') ? [named] : Array(text.split('?').length - 1).fill(null)
    return steps
      .all(...parameters)
      .map((step) => step.detail)
      .join('; ')
  })
}

describe('what is asked all the time reads only the rows it gives', () => {
  it('finds due timers in the order of their index', async () => {
    const db = openDatabase()
    const [, due, dueWithRetries, turns, dead, nextFresh, nextRetry] = await plansOf(db, () => timerReads(db))
    expect(due).toBe('SEARCH timers USING INDEX timers_due (due_at<?)')
    expect(dueWithRetries).toContain('USING INDEX timers_due (due_at<?)')
    expect(dueWithRetries).toContain('USING COVERING INDEX timers_retry (not_before>? AND not_before<?)')
    expect(turns).toMatch(/^SEARCH timers USING INDEX timers_due \(\(due_at,arming,journey,id\)>/)
    expect(dead).toContain('USING INDEX timers_dead')
    expect(nextFresh).toBe('SEARCH timers USING INDEX timers_due')
    expect(nextRetry).toContain('SEARCH timers USING COVERING INDEX timers_retry')
  })

  it('finds whether somebody answers for a client without reading all that they answer for', async () => {
    const db = openDatabase()
    const answersFor = (await plansOf(db, () => accessReads(db))).find((plan) => plan.includes('SEARCH j '))
    expect(answersFor).toMatch(/^SEARCH j USING INDEX journeys_of_client \(client=\?\); SEARCH c USING/)
  })

  it('finds undelivered messages without the delivered ones', async () => {
    const db = openDatabase()
    const [fresh, withRetries, turns, message, dead, attempts, oldest, retry] = await plansOf(db, () => outboxReads(db))
    expect(fresh).toBe('SCAN outbox USING INDEX outbox_new')
    expect(withRetries).toContain('USING INDEX outbox_new')
    expect(withRetries).toContain('USING COVERING INDEX outbox_retry (not_before>? AND not_before<?)')
    expect(turns).toBe('SEARCH outbox USING INDEX outbox_new (id>?)')
    expect(message).toContain('USING INTEGER PRIMARY KEY')
    expect(dead).toContain('USING INDEX outbox_dead')
    expect(attempts).toContain('(message=?)')
    expect(oldest).toBe('SCAN outbox USING INDEX outbox_new')
    expect(retry).toContain('SEARCH outbox USING COVERING INDEX outbox_retry')
  })

  it('finds waits that are too long without those that are not', async () => {
    const db = openDatabase()
    const [waits] = await plansOf(db, () => waitReads(db))
    expect(waits).toContain('SEARCH timers USING COVERING INDEX timers_retry (not_before>?)')
    expect(waits).toContain('SEARCH outbox USING COVERING INDEX outbox_retry (not_before>?)')
  })

  it('finds whether somebody has been told, and pages through a person’s notifications without sorting them', async () => {
    const db = openDatabase()
    const [one, told, settings] = await plansOf(db, () => notificationReads(db))
    expect(one).toMatch(/^SEARCH n USING INDEX sqlite_autoindex_notifications_1 \(id=\?\)/)
    expect(told).toBe('SEARCH notifications USING COVERING INDEX notifications_of_message (message=?)')
    expect(settings).toContain('(user=?)')
    const { notifications } = notificationReads(db)
    const plans = await plansOf(db, async () => {
      await notifications({ recipient: 'aino', limit: 10, after: 'a' })
      await notifications({ recipient: 'aino', limit: 10, after: 'a', state: 'unread' })
      await notifications({ recipient: 'aino', limit: 10, after: 'a', channel: 'worklist', state: 'unread' })
    })
    expect(plans[0]).toContain('SEARCH n USING INDEX notifications_of_recipient (recipient=? AND id<?)')
    expect(plans[1]).toContain('SEARCH n USING INDEX notifications_unread (recipient=? AND id<?)')
    expect(plans[2]).toContain('SEARCH n USING INDEX notifications_unread (recipient=? AND id<?)')
    for (const plan of plans) expect(plan).toContain('SEARCH outbox USING INTEGER PRIMARY KEY')
    expect(plans.join()).not.toContain('TEMP B-TREE')
  })

  it('pages through a worklist without sorting it', async () => {
    const db = openDatabase()
    const after = { dueDate: '2026-03-02', journey: 'journey-1', id: 1 }
    const { tasks } = taskReads(db)
    const plans = await plansOf(db, async () => {
      await tasks({ status: 'open', limit: 10, after })
      await tasks({ status: 'open', role: 'counsellor', limit: 10, after })
      await tasks({ status: 'open', assignee: 'aino', limit: 10, after })
      await tasks({ client: 'client-1', limit: 10, after })
    })
    expect(plans[0]).toContain('USING INDEX tasks_open ((due_order,journey,id)>(?,?,?))')
    expect(plans[1]).toContain('USING INDEX tasks_open_of_role (role=? AND (due_order,journey,id)>(?,?,?))')
    expect(plans[2]).toContain('USING INDEX tasks_open_of_assignee (assignee=? AND (due_order,journey,id)>(?,?,?))')
    expect(plans[3]).toContain('USING INDEX tasks_of_client (client=? AND (due_order,journey,id)>(?,?,?))')
    expect(plans.join()).not.toContain('TEMP B-TREE')
  })

  it('finds a person’s worklist without reading what is others’', async () => {
    const db = openDatabase()
    const names = ['mine', 'team', 'overdue', 'dueToday', 'waiting', 'newToMe', 'changedSinceLastLooked', 'forgotten']
    for (const list of names as WorklistName[]) {
      const plans: string[] = []
      const all = async <Row>(sql: string, values: Values): Promise<Row[]> => {
        const steps = db.prepare<[Values], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values)
        plans.push(...steps.map(({ detail }) => detail))
        return []
      }
      const scope = { me: 'mari', users: ['mari'], teams: ['north'], roles: ['coach'], organisation: 'own' }
      await findWorklist(all, { ...scope, list, today: '2026-03-02', sort: 'lateness', limit: 100 })
      expect(plans.length, list).toBeGreaterThan(3)
      const tables = /^SCAN (journeys|tasks|journal|contacts|timers|looks)\b/
      expect(
        plans.filter((plan) => tables.test(plan)),
        list,
      ).toEqual([])
    }
  })

  it('pages through contacts without sorting them', async () => {
    const db = openDatabase()
    const { contacts } = contactReads(db)
    const after = { occurredAt: 1, id: 'a' }
    const plans = await plansOf(db, async () => {
      await contacts({ client: 'c', organisation: 'own', withErrors: false, limit: 10, after })
      await contacts({ journey: 'j', organisation: 'own', withErrors: false, limit: 10, after })
    })
    expect(plans[0]).toContain('USING INDEX contacts_of_client (client=? AND (occurred_at,id)<(?,?))')
    expect(plans[1]).toContain('USING INDEX contacts_of_journey (journey=? AND (occurred_at,id)<(?,?))')
    expect(plans.join()).not.toContain('TEMP B-TREE')
  })
})
