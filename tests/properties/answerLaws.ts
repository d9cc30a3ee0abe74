import { expect } from 'vitest'
import type { RecordAnswer } from '../../engine/index.ts'
import { storedJournal } from '../support/journal.ts'
import type { Outcome } from '../support/outcomeOf.ts'
import type { Call } from '../support/resolveCommand.ts'
import type { Watch } from './watch.ts'

/** Promise 1: whoever is answered finds what they did committed, as theirs, and dated as they said. */
export function answerIsCommitted({ reader }: Watch, call: Call, answer: unknown): void {
  if (call.kind === 'record') {
    const { facts } = answer as RecordAnswer
    for (const [name, id] of Object.entries(facts)) {
      const rows = reader.rows('SELECT id FROM facts WHERE id = ? AND name = ?', id, name)
      expect(rows.length, `the fact "${name}" was answered, and is not committed`).toBe(1)
    }
    return
  }
  const { journey, entry } = answer as { journey: { id: string; revision: number }; entry: number }
  const placed = storedJournal(reader, journey.id, entry - 1)[0]
  expect(placed?.seq, `${call.kind} was answered, and is not committed`).toBe(entry)
  expect(placed?.by).toBe(call.by.user)
  const occurredAt = call.occurredAt === undefined ? placed?.recordedAt : Date.parse(call.occurredAt)
  expect(placed?.occurredAt, `${call.kind} is dated otherwise than it was asked`).toBe(occurredAt)
}

/** An outcome without the ids that are made anew each time. */
export function comparable({ kind }: Call, outcome: Outcome): unknown {
  if ('refused' in outcome) {
    const { code, details } = outcome.refused
    return { code, details: kind === 'start' ? { ...details, journey: '' } : details }
  }
  if (kind === 'start') {
    const { journey } = outcome.answer as { journey: { id: string } }
    return JSON.stringify(journey).replaceAll(journey.id, '')
  }
  return kind === 'record' ? (outcome.answer as { journeys: unknown }).journeys : outcome.answer
}

/** On a refusal nothing has happened, but that due timers may have acted. */
export function nothingHappened(watched: Watch, call: Call, before: string, last: number): void {
  const { reader } = watched
  if (reader.fingerprint() === before) return
  const since = reader.rows<{ type: string; journey: string }>(
    'SELECT type, journey FROM journal WHERE journey = ? AND seq > ?',
    call.journey ?? '',
    last,
  )
  expect(since.length, `${call.kind} was refused, and something has changed`).toBeGreaterThan(0)
  expect(new Set(since.map(({ type }) => type))).toEqual(new Set(['timer']))
}
