import { expect } from 'vitest'
import type { Delivery } from '../../engine/index.ts'
import type { Watch } from './watch.ts'

interface MessageRow {
  id: number
  journey: string
  seq: number
  topic: string
  payload: string
  deliveredAt: number | null
  notBefore: number | null
}

const isInside = ({ topic }: { topic: string }) => topic.startsWith('module.')

/** Promise 3: what was due has been done: no timer and no message waits that need not, and the outside has been told. */
export function deliveriesAreDone({ reader, world }: Watch, told: readonly Delivery[]): void {
  const rows = reader.rows<MessageRow>(
    `SELECT id, journey, seq, topic, payload, delivered_at AS deliveredAt, not_before AS notBefore FROM outbox
     ORDER BY id`,
  )
  const left = rows.filter((row) => row.deliveredAt === null && (row.notBefore ?? 0) <= world.clock.ms)
  expect(left, 'messages were left').toEqual([])
  const due = reader.rows('SELECT * FROM timers WHERE due_at <= ? AND not_before IS NULL AND dead = 0', world.clock.ms)
  expect(due, 'timers were left').toEqual([])
  const toldIds = new Set(told.map(({ id }) => id))
  for (const row of rows) {
    if (row.deliveredAt !== null && !isInside(row))
      expect(toldIds, `${row.topic} ${row.id} was never told`).toContain(row.id)
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, journey, entry, topic, payload } of told) {
    const row = byId.get(id)
    expect({ journey, entry, topic, payload }, `message ${id}`).toEqual({
      journey: row?.journey,
      entry: row?.seq,
      topic: row?.topic,
      payload: JSON.parse(row?.payload ?? 'null'),
    })
    expect(isInside({ topic }), `${topic} was told outside`).toBe(false)
  }
}
