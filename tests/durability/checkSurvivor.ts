import { join } from 'node:path'
import { openPolku, type Polku, PolkuProblem } from '../../engine/index.ts'
import { readTables, type TableReader } from '../support/tables.ts'
import { testClock } from '../support/testClock.ts'
import { type Command, perform, publish } from './commands.ts'
import { countRows, type Effects, effectsIn } from './effects.ts'
import { brokenRows } from './journeyRows.ts'
import type { Known, Ledger } from './ledger.ts'
import { brokenModules, moduleMessages, partiesOf, type Told } from './moduleRows.ts'

/** How many of the latest answered commands are repeated: those that a power loss would have taken. */
const REPEATED = process.env.POLKU_SOAK === '1' ? 100_000 : 80

/** What survivors have put to the test. */
export interface Met {
  /** between parents and modules, when the power went */
  messagesUnderWay: number
}

/**
 * Opens Polku on what a power loss has left, and holds it against what its callers know. Changes the files.
 * @returns what is broken, in words; empty when every promise is kept
 */
export async function checkSurvivor(
  folder: string,
  ledger: Ledger,
  { database = 'polku.db', met = { messagesUnderWay: 0 } }: { database?: string; met?: Met } = {},
): Promise<string[]> {
  const file = join(folder, database)
  const troubles: string[] = [...ledger.troubles]
  let polku: Polku
  try {
    const onError = (error: unknown) => troubles.push(String(error))
    polku = await openPolku({ database: file, clock: testClock(ledger.at), onError })
  } catch (error) {
    return [`Polku does not open: ${String(error)}`]
  }
  const tables = readTables(file)
  try {
    met.messagesUnderWay += moduleMessages(tables).filter(({ isDelivered }) => isDelivered === 0).length
    const broken = [...brokenPages(tables), ...(await brokenPromises(polku, tables, ledger))]
    return [...broken, ...(await brokenWork(polku, tables)), ...troubles]
  } catch (error) {
    return [`Polku does not answer: ${String(error)}`]
  } finally {
    tables.close()
    await polku.close()
  }
}

function brokenPages(tables: TableReader): string[] {
  const found = [...tables.rows('PRAGMA integrity_check'), ...tables.rows('PRAGMA foreign_key_check')]
  const text = JSON.stringify(found)
  return text === '[{"integrity_check":"ok"}]' ? [] : [`the database is damaged: ${text}`]
}

async function brokenPromises(polku: Polku, tables: TableReader, ledger: Ledger): Promise<string[]> {
  const commands = [...ledger.commands.values()]
  const effects = await effectsIn(polku, tables)
  const broken = commands.flatMap((known) => brokenCommand(known, effects))
  for (const key of effects.byKey.keys()) if (!ledger.commands.has(key)) broken.push(`nobody asked for "${key}"`)
  const journeys = new Map<string, Told>()
  for (const [journey, history] of effects.histories) {
    const state = await polku.journeys.replay(journey)
    journeys.set(journey, { state, history })
    broken.push(...brokenRows(tables, journey, state, history))
  }
  broken.push(...brokenModules(moduleMessages(tables), journeys))
  broken.push(...(await brokenRepetitions(polku, tables, commands)))
  broken.push(...(await brokenSecondTries(polku, tables, commands)))
  return broken
}

function brokenCommand(known: Known, { byKey, answered }: Effects): string[] {
  const { fate, command } = known
  const { key, does } = command
  const places = byKey.get(key) ?? []
  const is = `${does} "${key}" (${fate})`
  const expected = fate === 'answered' ? 1 : fate === 'refused' ? 0 : answered.has(key) ? 1 : 0
  if (places.length !== expected) return [`${is} stands in ${places.length} places, not ${expected}: ${places}`]
  if (answered.has(key) !== (expected === 1)) return [`${is} has${expected === 1 ? ' no' : ' an'} answer under its key`]
  if (fate !== 'answered') return []
  const place = placeOf(known.answer)
  return place === places[0] ? [] : [`${is} was answered with ${place}, but stands in ${places}`]
}

function placeOf(answer: unknown): string {
  const told = answer as { id?: string; facts?: { hours: string }; journey?: { id: string }; entry?: number }
  return told.id ?? told.facts?.hours ?? `${told.journey?.id}:${told.entry}`
}

/** An answered command asked again gives the same answer, and nothing happens. */
async function brokenRepetitions(polku: Polku, tables: TableReader, commands: readonly Known[]): Promise<string[]> {
  const before = countRows(tables)
  const answered = commands.flatMap((known) => (known.fate === 'answered' ? [known] : [])).slice(-REPEATED)
  const results = await Promise.all(
    answered.map(async ({ command, answer }) => {
      const again = await outcomeOf(polku, command)
      return again === JSON.stringify(answer) ? [] : [`${command.does} "${command.key}" answered again with ${again}`]
    }),
  )
  const after = countRows(tables)
  return [...results.flat(), ...(before === after ? [] : [`repeated commands had effects: ${before} became ${after}`])]
}

/** A command that nobody was told about can be asked again: it happens once in all, or is refused as a new one would be. */
async function brokenSecondTries(polku: Polku, tables: TableReader, commands: readonly Known[]): Promise<string[]> {
  const open = commands.filter(({ fate }) => fate === 'open')
  await publish(polku)
  const tries = await Promise.all(open.map(({ command }) => outcomeOf(polku, command)))
  const again = await Promise.all(open.map(({ command }) => outcomeOf(polku, command)))
  const { byKey } = await effectsIn(polku, tables)
  return open.flatMap(({ command: { does, key } }, index) => {
    const [one = '', other = '', count] = [tries[index], again[index], byKey.get(key)?.length ?? 0]
    const found =
      count === (isRefused(other) ? 0 : 1) ? [] : [`${does} "${key}", asked again, stands in ${count} places`]
    return isRefused(one) || one === other ? found : [...found, `${does} "${key}" answered ${one}, and then ${other}`]
  })
}

/** A worker deals with what the power loss has interrupted: every message has its effect, and none waits unseen. */
async function brokenWork(polku: Polku, tables: TableReader): Promise<string[]> {
  const interrupted = new Set(moduleMessages(tables).flatMap(({ id, isDelivered }) => (isDelivered === 0 ? [id] : [])))
  await polku.runDue()
  const messages = moduleMessages(tables).filter(({ id }) => interrupted.has(id))
  const journeys = new Map<string, Told>()
  for (const id of new Set(messages.flatMap(partiesOf))) {
    const row = tables.rows('SELECT id FROM journeys WHERE id = ?', id)
    if (row.length === 0) continue
    journeys.set(id, { state: await polku.journeys.replay(id), history: await polku.journeys.history(id) })
  }
  const waiting = tables.rows('SELECT * FROM outbox WHERE delivered_at IS NULL AND not_before IS NULL')
  const unseen = waiting.length === 0 ? [] : [`the worker leaves messages alone: ${JSON.stringify(waiting)}`]
  return [...unseen, ...brokenModules(messages, journeys).map((text) => `when the worker has worked: ${text}`)]
}

const isRefused = (outcome: string): boolean => outcome.startsWith('refused')

async function outcomeOf(polku: Polku, command: Command): Promise<string> {
  try {
    return JSON.stringify(await perform(polku, command))
  } catch (error) {
    if (error instanceof PolkuProblem) return `refused: ${error.code}`
    throw error
  }
}
