import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { isInside } from '../../../../engine/commands/deliverInside.ts'
import { type Clock, openPolku } from '../../../../engine/index.ts'
import { type StoredEntry, storedJournal } from '../../../support/journal.ts'
import { readTables, type TableReader } from '../../../support/tables.ts'
import { databaseIsWhole, journeysAreWhole } from '../../wholeDatabase.ts'
import type { Carried } from './faultProcess.ts'
import type { Accepted } from './load.ts'
import { promises, promising } from './pathways.ts'

/** What was found in a database in which nothing was lost and nothing was done twice. */
export interface Whole {
  journeys: number
  timers: number
  messages: number
  /** messages that were carried outside more than once, each time as another attempt */
  repeated: number
}

export interface CheckOptions {
  file: string
  clock: Clock
  accepted: ReadonlyMap<string, Accepted>
  /** what was carried outside, line by line; undefined when messages were only marked */
  carried: string | undefined
}

/**
 * Holds a database against what people were answered and what the pathways promise, after all processes have ended and
 * everything that was due has been done: every accepted command is in its journal once, every timer has acted once and
 * never early, every message has been delivered, inside once, and the journals fold into the states.
 */
export async function checkWhole({ file, clock, accepted, carried }: CheckOptions): Promise<Whole> {
  databaseIsWhole(file)
  const polku = await openPolku({ database: file, clock })
  const reader = readTables(file)
  try {
    const journeys = reader.rows<{ id: string; pathway: string }>('SELECT id, pathway FROM journeys')
    const ids = journeys.map(({ id }) => id)
    await journeysAreWhole(polku, reader, ids)
    const journals = new Map(ids.map((id) => [id, storedJournal(reader, id)]))
    acceptedIsThereOnce(reader, [...journals.values()].flat(), accepted)
    let timers = 0
    for (const { id, pathway } of journeys) {
      const entries = journals.get(id) ?? []
      timers += timersActedOnce(entries)
      if (pathway === promising.id) promisesAreKept(entries)
    }
    modulesRanOnce(reader, journals)
    const messages = messagesAreDelivered(reader)
    return { journeys: ids.length, timers, messages, repeated: carried ? carriedAtLeastOnce(reader, carried) : 0 }
  } finally {
    reader.close()
    await polku.close()
  }
}

/** Answers are those that people got, each with an entry of its own, and no entry of a person's is without one. */
function acceptedIsThereOnce(
  reader: TableReader,
  entries: readonly StoredEntry[],
  accepted: CheckOptions['accepted'],
): void {
  const answers = new Map(
    reader
      .rows<{ key: string; answer: string }>('SELECT key, answer FROM answers')
      .map(({ key, answer }) => [key, JSON.parse(answer) as { journey?: string; entry?: number; facts?: object }]),
  )
  expect([...answers.keys()].sort()).toEqual([...accepted.keys()].sort())
  for (const [key, { answer }] of accepted) {
    const { journey, entry, facts } = answers.get(key) ?? {}
    if (answer.journey) expect([journey, entry], key).toEqual([answer.journey.id, answer.entry])
    if (answer.facts) expect(facts, key).toEqual(answer.facts)
  }
  const places = [...answers.values()].flatMap(({ journey, entry }) => (journey ? [`${journey} ${entry}`] : []))
  expect(new Set(places).size).toBe(places.length)
  const made = entries.filter(({ type, byRule }) => !byRule && type !== 'facts')
  expect(made.map(({ journey, seq }) => `${journey} ${seq}`).sort()).toEqual(places.sort())
  const recorded = [...answers.values()].flatMap(({ facts }) => (facts ? Object.values(facts) : []))
  const facts = reader.rows<{ id: string }>('SELECT id FROM facts').map(({ id }) => id)
  expect(facts.sort()).toEqual(recorded.sort())
}

/** @returns how many have */
function timersActedOnce(entries: readonly StoredEntry[]): number {
  const acted = entries.flatMap(({ entry, recordedAt }) => (entry.timer ? [{ ...entry.timer, recordedAt }] : []))
  const names = acted.map(({ id, arming }) => `${id} ${arming}`)
  expect(new Set(names).size, 'a timer has acted twice').toBe(names.length)
  for (const { dueAt, recordedAt } of acted) expect(recordedAt, 'a timer has acted early').toBeGreaterThanOrEqual(dueAt)
  return acted.length
}

/** Each follow-up has acted as often as the document says, each occurrence when it was due. */
function promisesAreKept(entries: readonly StoredEntry[]): void {
  const [first] = entries
  const acted = entries.flatMap(({ entry }) => (entry.timer ? [entry.timer] : []))
  const of = (name: string) => acted.filter((one) => one.name === name)
  const began = first?.occurredAt ?? 0
  expect(of('early').map(({ dueAt }) => dueAt - began)).toEqual([promises.early])
  expect(of('late').map(({ dueAt }) => dueAt - began)).toEqual([promises.late])
  for (const name of ['each', 'once'] as const) {
    const { everyMs, times } = promises[name]
    const all = Array.from({ length: times }, (_, index) => index + 1)
    const keptBy = of(name).map(({ occurrence, skipped, dueAt }) => {
      expect(dueAt - began).toBe(everyMs * occurrence)
      return skipped ? [occurrence, ...all.slice(skipped[0] - 1, skipped[1])] : [occurrence]
    })
    expect(keptBy.flat(), name).toEqual(all)
    if (name === 'each') expect(keptBy).toHaveLength(times)
  }
}

/** Every message between journeys was dealt with once: each journey has its module, and has heard of its end. */
function modulesRanOnce(reader: TableReader, journals: ReadonlyMap<string, StoredEntry[]>): void {
  const parents = [...journals.keys()].filter((id) => journals.has(`${id}-1`))
  for (const parent of parents) {
    const child = journals.get(`${parent}-1`) ?? []
    const own = child.filter(({ type }) => type !== 'facts').map(({ type }) => type)
    // a hand-over that came before the module had ended
    expect(own.filter((type) => type !== 'handOver')).toEqual(['start', 'timer'])
    const heard = journals.get(parent)?.filter(({ type }) => type === 'moduleEnded')
    expect(heard).toHaveLength(1)
  }
  const told = (topic: string) => reader.rows('SELECT id FROM outbox WHERE topic = ?', topic).length
  expect([told('module.start'), told('module.ended')]).toEqual([parents.length, parents.length])
}

/** @returns how many messages there are */
function messagesAreDelivered(reader: TableReader): number {
  const left = reader.rows('SELECT id, topic, attempts, dead, last_error FROM outbox WHERE delivered_at IS NULL')
  expect(left).toEqual([])
  // what is told to a module waits for its start, which somebody else may still be dealing with
  const failed = `SELECT message, error FROM delivery_attempts WHERE error NOT LIKE '%has not begun yet'`
  expect(reader.rows(failed)).toEqual([])
  expect(reader.rows(`SELECT journey, id, last_error FROM timers WHERE attempts > 0 OR dead = 1`)).toEqual([])
  return reader.rows<{ count: number }>('SELECT count(*) AS count FROM outbox')[0]?.count ?? 0
}

/** Each message to the outside was carried, and each time that it was is an attempt that was kept. @returns how many were repeated */
function carriedAtLeastOnce(reader: TableReader, file: string): number {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  const carried = lines.map((line) => JSON.parse(line) as Carried)
  const outside = reader.rows<{ id: number; topic: string }>('SELECT id, topic FROM outbox')
  const due = outside.filter(({ topic }) => !isInside(topic)).map(({ id }) => id)
  const ids = carried.map(({ id }) => id)
  expect([...new Set(ids)].sort((a, b) => a - b)).toEqual(due.sort((a, b) => a - b))
  const attempts = new Set(
    reader
      .rows<{ message: number; attempt: number }>('SELECT message, attempt FROM delivery_attempts')
      .map(({ message, attempt }) => `${message} ${attempt}`),
  )
  const made = carried.map(({ id, attempt }) => `${id} ${attempt}`)
  expect(new Set(made).size, 'an attempt was made twice').toBe(made.length)
  expect(made.filter((attempt) => !attempts.has(attempt))).toEqual([])
  return ids.length - due.length
}
