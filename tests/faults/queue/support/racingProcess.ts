/**
 * One of two processes that act on the same journeys at the same instants, each through its own engine on one database
 * file: started by `race.test.ts`, it starts the other one itself. Either both begin at once, or one goes ahead between
 * what the other has read and what it writes, as far as it can. At the end it writes what each move was told.
 */
import { fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { PolkuProblem } from '../../../../engine/index.ts'
import type { Store, TimerTurn } from '../../../../engine/store/store.ts'
import { beforeWrites, comparesNoRevision, readsBeforeLocking } from '../../../properties/changedParts.ts'
import { openParts } from '../../../support/engineParts.ts'
import { readTables } from '../../../support/tables.ts'
import { testClock } from '../../../support/testClock.ts'
import { dueMs, type Move, pathways, type Race, races } from './races.ts'

/** What became of one race. */
export interface Raced {
  race: string
  journey: string
  /** what the first move was told, and the second */
  told: [string, string]
}

/** A move as it is made. */
interface Task {
  move: Move
  journey: string
  turn?: TimerTurn
  message?: number
  atMs: number
}

/** What the processes say to each other, each word in a round. */
type Word = { round: number } & ({ perform: Task; holds: boolean } | { hasRead: true } | { told: string })

/** For so long one that has read waits for the other, which as a rule stands at the lock. Milliseconds. */
const holdMs = 1
const user = { user: 'kone' }
const startedAt = Date.parse('2026-03-02T10:00:00+02:00')

const [file = '', storeName = '', rounds = '0'] = process.argv.slice(2)
const clock = testClock(startedAt)
const errors: unknown[] = []
let between: (() => Promise<void>) | undefined

/** Lets the other process go ahead, where this one was told to. */
const meanwhile = async () => {
  const does = between
  between = undefined
  await does?.()
}

/** Polku's store, which lets the other go ahead while it holds its lock. */
function holding(store: Store): Store {
  return {
    ...store,
    write: (work, options) =>
      store.write(
        (tx) =>
          work(
            beforeWrites(tx, async (name, values) => {
              await meanwhile()
              return Reflect.apply(Reflect.get(tx, name), tx, values)
            }),
          ),
        options,
      ),
  }
}

/** The stores that the engines may be given; all but the first must be found out. */
const stores: Record<string, (store: Store) => Store> = {
  sqlite: holding,
  readsBeforeLocking: (store) => readsBeforeLocking(store, meanwhile),
  readsBeforeLockingAndComparesNothing: (store) => readsBeforeLocking(comparesNoRevision(store), meanwhile),
}

const parts = await openParts({
  file,
  clock,
  masterKey: new Uint8Array(32).fill(1),
  onError: (error) => errors.push(error),
  changed: { store: stores[storeName] },
})
await (process.send ? follow() : lead())
await parts.close()

/** Makes a move. @returns what it was told */
async function perform({ move, journey, turn, message, atMs }: Task, lets?: () => Promise<void>): Promise<string> {
  clock.set(atMs)
  errors.length = 0
  between = lets
  try {
    if (move === 'actTimer' && turn) return toldOf(`${await parts.handlers.actTimer(turn)} acted`)
    if (move === 'deliverStart') {
      return toldOf(`${await parts.handlers.deliverMessage({ id: message ?? 0, attempts: 0, at: 0 })} delivered`)
    }
    if (move === 'suspend')
      await parts.journeys.suspend(journey, { by: user, reason: 'Tauko', reviewDate: '2026-09-01' })
    else if (typeof move === 'object') await parts.journeys.send(journey, { by: user, event: move.send })
    return 'accepted'
  } catch (error) {
    return error instanceof PolkuProblem ? `refused: ${error.code}` : `failed: ${error}`
  } finally {
    between = undefined
  }
}

function toldOf(told: string): string {
  return errors.length > 0 ? `failed: ${errors.join()}` : told
}

/** Performs what it is told, until nobody is there to tell. */
async function follow(): Promise<void> {
  const say = (word: Word) => process.send?.(word)
  let isThrough = 0
  process.on('message', async (word: Word) => {
    const { round } = word
    if ('told' in word) isThrough = round
    if (!('perform' in word)) return
    const holds = async () => {
      say({ round, hasRead: true })
      const endsAt = performance.now() + holdMs
      while (isThrough < round && performance.now() < endsAt) await new Promise(setImmediate)
    }
    say({ round, told: await perform(word.perform, word.holds ? holds : undefined) })
  })
  await new Promise((resolve) => process.once('disconnect', resolve))
}

/** Publishes, begins journeys, races on each of them, and writes what became of it. */
async function lead(): Promise<void> {
  for (const pathway of pathways) await parts.pathways.publish(pathway, { by: user })
  const client = (await parts.clients.create({ by: user })).id
  const journeys = new Map<Race, string[]>()
  for (const race of races) {
    const start = () => parts.journeys.start({ by: user, pathway: race.pathway.id, client, responsible: user })
    const started = await Promise.all(Array.from({ length: Number(rounds) }, start))
    journeys.set(
      race,
      started.map(({ journey }) => journey.id),
    )
  }
  const turns = new Map(
    (await parts.handlers.timerTurns({ until: Number.MAX_SAFE_INTEGER, limit: 1_000_000 })).map((turn) => [
      turn.journey,
      turn,
    ]),
  )
  const reader = readTables(file)
  const starts = new Map(
    reader
      .rows<{ id: number; journey: string }>(`SELECT id, journey FROM outbox WHERE topic = 'module.start'`)
      .map(({ id, journey }) => [journey, id]),
  )
  reader.close()

  const other = fork(process.argv[1] ?? '', [file, storeName], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const listeners = new Set<(word: Word) => void>()
  other.on('message', (word: Word) => {
    for (const listen of listeners) listen(word)
  })
  const heard = (round: number, name: 'told' | 'hasRead') =>
    new Promise<Word>((resolve) => {
      const listen = (word: Word) => {
        if (word.round !== round || !(name in word || 'told' in word)) return
        listeners.delete(listen)
        resolve(word)
      }
      listeners.add(listen)
    })

  const raced: Raced[] = []
  let round = 0
  for (const [race, ids] of journeys) {
    for (const journey of ids) {
      round += 1
      const tasks = race.moves.map((move, which): Task => {
        const isBefore = race.isBeforeDue && which === 1
        const acts = race.moves.includes('actTimer')
        const atMs = startedAt + (acts ? dueMs - (isBefore ? 1 : 0) : 1_000)
        return { move, journey, turn: turns.get(journey), message: starts.get(journey), atMs }
      })
      const [first, second] = tasks
      if (!first || !second) throw new Error('a race has two moves')
      const isSwapped = round % 2 === 0
      const [own, others] = isSwapped ? [second, first] : [first, second]
      const [mine, theirs] = await raceOnce(round, own, others)
      raced.push({ race: race.name, journey, told: isSwapped ? [theirs, mine] : [mine, theirs] })
    }
  }
  other.disconnect()
  await new Promise<void>((resolve) => process.stdout.write(JSON.stringify(raced), () => resolve()))

  async function raceOnce(number: number, own: Task, others: Task): Promise<[mine: string, theirs: string]> {
    const told = heard(number, 'told')
    const tell = (holds: boolean) => other.send({ round: number, perform: others, holds } satisfies Word)
    let mine: string
    switch (Math.floor(number / 2) % 3) {
      case 0:
        // both at once, the one of them a little later now and then
        tell(false)
        if (number % 4 === 0) await pause(0)
        mine = await perform(own)
        break
      case 1: {
        let isTold = false
        mine = await perform(own, async () => {
          isTold = true
          tell(false)
          await Promise.race([told, pause(holdMs)])
        })
        if (!isTold) tell(false)
        break
      }
      default: {
        const read = heard(number, 'hasRead')
        tell(true)
        await read
        mine = await perform(own)
        other.send({ round: number, told: mine } satisfies Word)
      }
    }
    const word = await told
    return [mine, 'told' in word ? word.told : '']
  }
}
