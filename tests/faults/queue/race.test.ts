import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openPolku } from '../../../engine/index.ts'
import { bundledScript } from '../../support/bundledScript.ts'
import { type StoredEntry, storedJournal } from '../../support/journal.ts'
import { readTables } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { databaseIsWhole, journeysAreWhole } from '../wholeDatabase.ts'
import { type Race, races } from './support/races.ts'
import type { Raced } from './support/racingProcess.ts'

/** Of each race, by two pairs of processes side by side: ten thousand in all. */
const rounds = 850
const pairs = 2
/** A store that has to be found out races for less. */
const mutantRounds = 60

/** Two processes race on one file. @returns what each move was told */
async function race(file: string, store: string, times: number): Promise<Raced[]> {
  const script = bundledScript('racingProcess')
  const child = spawn(process.execPath, [script, file, store, String(times)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(`the racing processes have ended (${code}): ${complaint}`)
  return JSON.parse(said) as Raced[]
}

/** What an entry of a journal was about, in a word. */
const wordOf = ({ type, entry }: StoredEntry): string => (type === 'send' ? String(entry.event) : type)

/** How a race has ended; undefined when in none of the ways in which it may. */
function endOf({ ends, of }: Race, { told }: Raced, journal: readonly string[], state: string) {
  const since = of === undefined ? journal.slice(1) : journal
  return ends.find((end) => JSON.stringify([since, state, told]) === JSON.stringify([end.journal, end.state, end.told]))
}

/** What nobody may see, and how often each order was seen, by race. */
interface Seen {
  wrong: unknown[]
  orders: Map<string, string[]>
}

/** Lets two processes race on a file of their own, and looks in it for how each race has ended. */
async function raceAndJudge(file: string, store: string, times: number): Promise<Seen> {
  const raced = await race(file, store, times)
  const seen: Seen = { wrong: [], orders: new Map() }
  const reader = readTables(file)
  for (const one of raced) {
    const about = races.find(({ name }) => name === one.race)
    if (!about) throw new Error(`nobody knows the race "${one.race}"`)
    const id = `${one.journey}${about.of ?? ''}`
    const journal = storedJournal(reader, id).map(wordOf)
    const [row] = reader.rows<{ state: string }>('SELECT state FROM journeys WHERE id = ?', id)
    const state = row ? String((JSON.parse(row.state) as { value: unknown }).value) : 'none'
    const end = endOf(about, one, journal, state)
    if (end) seen.orders.set(about.name, [...(seen.orders.get(about.name) ?? []), end.order])
    else seen.wrong.push({ ...one, journal, state })
  }
  reader.close()
  return seen
}

/** What stands in the file folds, and SQLite finds nothing wrong. */
async function isWhole(file: string): Promise<void> {
  databaseIsWhole(file)
  const polku = await openPolku({ database: file, masterKey: new Uint8Array(32).fill(1) })
  const reader = readTables(file)
  const journeys = reader.rows<{ id: string }>('SELECT id FROM journeys')
  await journeysAreWhole(
    polku,
    reader,
    journeys.map(({ id }) => id),
  )
  reader.close()
  await polku.close()
}

const count = races.length * rounds * pairs

describe('two processes that do something to one journey at the same instant', () => {
  it(`lose nothing and do nothing twice, ${count} times, whichever comes first`, async () => {
    const files = Array.from({ length: pairs }, () => temporaryFile())
    const all = await Promise.all(files.map((file) => raceAndJudge(file, 'sqlite', rounds)))
    expect(all.flatMap(({ wrong }) => wrong).slice(0, 5)).toEqual([])
    const lines = races.map(({ name, ends }) => {
      const seen = all.flatMap(({ orders }) => orders.get(name) ?? [])
      const counts = ends.map(({ order }) => [order, seen.filter((one) => one === order).length] as const)
      for (const [order, times] of counts) expect(times, `${name}: ${order}`).toBeGreaterThan(rounds / 10)
      return `  ${name}: ${counts.map((one) => one.join(' ')).join(', ')}`
    })
    console.log([`${count} races, and which came first:`, ...lines].join('\n'))
    for (const file of files) await isWhole(file)
  })

  it.each([
    ['reads before it locks', 'readsBeforeLocking', /refused: stale-revision/],
    ['reads before it locks, and compares no revision', 'readsBeforeLockingAndComparesNothing', /UNIQUE constraint/],
  ])('find out a store that %s', async (_, store, finding) => {
    const { wrong } = await raceAndJudge(temporaryFile(), store, mutantRounds)
    expect(wrong.length).toBeGreaterThan(mutantRounds)
    expect(JSON.stringify(wrong)).toMatch(finding)
  })
})
