import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openPolku, type Polku } from '../../engine/index.ts'
import { bundledScript } from '../support/bundledScript.ts'
import { storedJournal } from '../support/journal.ts'
import { outcomeOf } from '../support/outcomeOf.ts'
import { readTables, type TableReader } from '../support/tables.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { type Asked, give, sharedClock } from './clientLife.ts'
import { databaseIsWhole, journeysAreWhole } from './wholeDatabase.ts'

const startedAt = Date.now()

/** Four files side by side, so that two cores have something to do while processes start. */
const files = 4
const livesOfEach = 25

/** All that one file's processes have told, over all their lives. */
interface Told {
  asked: Map<string, Asked>
  /** entries by key; undefined for a command that makes none itself */
  answered: Map<string, number | undefined>
  refused: Set<string>
}

describe('a process that is killed in the middle of its work', () => {
  it(`loses nothing it has acknowledged and does nothing twice, ${files * livesOfEach} times`, {
    timeout: 900_000,
  }, async () => {
    const script = bundledScript('killedProcess')
    const all = await Promise.all(Array.from({ length: files }, (_, index) => killAgainAndAgain(script, index)))
    const sum = (of: (told: Told) => number) => all.reduce((total, told) => total + of(told), 0)
    const answered = sum((told) => told.answered.size)
    const open = sum((told) => told.asked.size - told.answered.size - told.refused.size)
    console.log(`${files * livesOfEach} kills, ${answered} commands acknowledged, ${open} cut off without an answer`)
    expect(answered).toBeGreaterThan(files * livesOfEach)
    expect(open).toBeGreaterThan(files)
  })
})

async function killAgainAndAgain(script: string, index: number): Promise<Told> {
  const file = temporaryFile()
  const told: Told = { asked: new Map(), answered: new Map(), refused: new Set() }
  for (let life = 0; life < livesOfEach; life++) {
    const before = new Set(told.asked.keys())
    await liveAndDie(script, file, `${index}-${life}`, told)
    const cutOff = [...told.asked.values()].filter(
      ({ key }) => !before.has(key) && !told.answered.has(key) && !told.refused.has(key),
    )
    await holdAfterDeath(file, told, cutOff)
  }
  return told
}

/** Starts a process, lets it work for a moment of any length, and kills it by its own id. */
function liveAndDie(script: string, file: string, life: string, told: Told): Promise<void> {
  const child = spawn(process.execPath, [script, file, String(startedAt), life], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // now and then while it is still opening the database
  const from = Math.random() < 0.15 ? 'starting' : 'working'
  return new Promise((resolve, reject) => {
    let rest = ''
    let complaint = ''
    child.stderr?.on('data', (data: Buffer) => {
      complaint += data.toString()
    })
    child.stdout?.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line === from) setTimeout(() => kill(child), Math.random() * (from === 'starting' ? 60 : 250))
        else hear(line, told)
      }
    })
    child.once('error', reject)
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve()
      else reject(new Error(`the process ended by itself: ${complaint}`))
    })
  })
}

function kill(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
}

function hear(line: string, told: Told): void {
  const text = line.slice(1)
  if (line.startsWith('?')) {
    const asked = JSON.parse(text) as Asked
    told.asked.set(asked.key, asked)
  } else if (line.startsWith('!')) {
    const { key, entry } = JSON.parse(text) as { key: string; entry?: number }
    told.answered.set(key, entry)
  } else if (line.startsWith('-')) {
    told.refused.add(text)
  }
}

async function holdAfterDeath(file: string, told: Told, cutOff: readonly Asked[]): Promise<void> {
  // killed before it was made: there is nothing to hold
  if (existsSync(file)) databaseIsWhole(file)
  const polku = await openPolku({ database: file, clock: sharedClock(startedAt) })
  const reader = readTables(file)
  try {
    const ids = reader.rows<{ id: string }>('SELECT id FROM journeys').map(({ id }) => id)
    await journeysAreWhole(polku, reader, ids)
    whatWasAcknowledgedIsThere(reader, told)
    whatIsThereWasAskedOnce(reader, ids)
    for (const asked of cutOff) await isDoneOnce(polku, reader, asked)
    await polku.runDue()
    whatWasDueHasActedOnce(reader, ids)
    await journeysAreWhole(polku, reader, ids)
  } finally {
    reader.close()
    await polku.close()
  }
}

interface StoredAnswer {
  key: string
  answer: string
}

const answersOf = (reader: TableReader) =>
  new Map(
    reader
      .rows<StoredAnswer>('SELECT key, answer FROM answers')
      .map(({ key, answer }) => [key, JSON.parse(answer) as { journey?: string; entry?: number; facts?: object }]),
  )

function whatWasAcknowledgedIsThere(reader: TableReader, told: Told): void {
  const answers = answersOf(reader)
  for (const [key, entry] of told.answered) {
    const answer = answers.get(key)
    const asked = told.asked.get(key)
    expect(answer, `${key} was acknowledged and is gone`).toBeDefined()
    if (asked?.does === 'record') continue
    expect(answer).toMatchObject({ journey: asked?.journey, entry })
  }
}

/** No half command: every entry that a person made is the answer of exactly one request; facts are all told of. */
function whatIsThereWasAskedOnce(reader: TableReader, ids: readonly string[]): void {
  const answers = [...answersOf(reader).values()]
  const places = answers.flatMap(({ journey, entry }) => (journey === undefined ? [] : [`${journey} ${entry}`]))
  expect(new Set(places).size).toBe(places.length)
  const facts = new Set(reader.rows<{ id: string }>('SELECT id FROM facts').map(({ id }) => id))
  const entries = ids.flatMap((id) => storedJournal(reader, id))
  const made = entries.filter(({ type }) => type !== 'timer' && type !== 'facts')
  expect(new Set(made.map(({ journey, seq }) => `${journey} ${seq}`))).toEqual(new Set(places))
  for (const { entry } of entries) for (const id of entry.facts ?? []) expect(facts).toContain(id)
  const recorded = answers.flatMap((answer) => Object.values(answer.facts ?? {}) as string[])
  expect(new Set(recorded)).toEqual(facts)
}

/** A command that was cut off without an answer: given again under its key, it is done once and no more. */
async function isDoneOnce(polku: Polku, reader: TableReader, asked: Asked): Promise<void> {
  const wasDone = answersOf(reader).has(asked.key)
  const count = () => reader.rows<{ n: number }>('SELECT count(*) AS n FROM journal')[0]?.n ?? 0
  const before = count()
  const first = await outcomeOf(give(polku, asked))
  if (wasDone) {
    expect('answer' in first, `${asked.key} was done, and is refused`).toBe(true)
    expect(count()).toBe(before)
  }
  if ('refused' in first) return
  const after = count()
  const second = await outcomeOf(give(polku, asked))
  expect(second).toEqual(first)
  expect(count()).toBe(after)
}

function whatWasDueHasActedOnce(reader: TableReader, ids: readonly string[]): void {
  for (const id of ids) {
    const acted = storedJournal(reader, id).flatMap(({ entry, recordedAt }) =>
      entry.timer ? [{ timer: entry.timer, recordedAt }] : [],
    )
    expect(new Set(acted.map(({ timer }) => timer.id)).size, 'a timer has acted twice').toBe(acted.length)
    for (const { timer, recordedAt } of acted) expect(timer.dueAt).toBeLessThanOrEqual(recordedAt)
  }
}
