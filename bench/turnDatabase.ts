import Database from 'better-sqlite3'
import { openPolku, type Polku } from '../engine/index.ts'
import { journeyAt } from './copyRows.ts'
import { masterKey } from './masterKey.ts'
import { by, createRandom } from './walk.ts'

/** Looks into the database of a turn, beside the engine. */
export interface TurnWatch {
  /** the one instant at which every timer is due, before anything else is armed. Epoch milliseconds */
  dueInstant(): number
  /** whether any timer is left that was due by then */
  isAnyLeft(instant: number): boolean
  /** @throws Error unless the timer of each of so many journeys has acted, and acted once */
  checkOnce(count: number): void
  close(): void
}

export function watchTurn(file: string): TurnWatch {
  const db = new Database(file, { readonly: true })
  const instants = db.prepare<[], number>('SELECT DISTINCT due_at FROM timers').pluck()
  const left = db.prepare<[number]>(
    'SELECT 1 FROM timers WHERE dead = 0 AND not_before IS NULL AND due_at <= ? LIMIT 1',
  )
  const acted = db.prepare<[], { times: number; journeys: number; others: number }>(
    `SELECT count(*) AS times, count(DISTINCT journey) AS journeys,
       (SELECT count(*) FROM timers WHERE attempts > 0 OR dead = 1) AS others
     FROM journal WHERE type = 'timer'`,
  )
  return {
    dueInstant() {
      const [only, ...more] = instants.all()
      if (only === undefined || more.length > 0)
        throw new Error(`timers are due at ${more.length + 1} instants, not one`)
      return only
    },
    isAnyLeft: (instant) => left.get(instant) !== undefined,
    checkOnce(count) {
      const found = acted.get()
      if (found?.times === count && found.journeys === count && found.others === 0) return
      throw new Error(`not every one of ${count} timers has acted once: ${JSON.stringify(found)}`)
    },
    close: () => db.close(),
  }
}

/** Journeys of one more client, made by the engine at its clock's now. */
export async function startOthers(polku: Polku, count: number): Promise<string[]> {
  const client = await polku.clients.create({ by })
  await polku.clients.record(client.id, { by, facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'mittaus' })
  const start = () => polku.journeys.start({ by, client: client.id, pathway: 'bench', responsible: { user: by.user } })
  const started = await Promise.all(Array.from({ length: count }, start))
  return started.map(({ journey }) => journey.id)
}

/** Some journals, picked at random, fold to the stored state. @throws ReplayMismatch */
export async function replaySome(file: string, count: number): Promise<void> {
  const random = createRandom(2)
  const polku = await openPolku({ database: file, masterKey })
  try {
    for (let picked = 0; picked < 100; picked++) await polku.journeys.replay(journeyAt(Math.floor(random() * count)))
  } finally {
    await polku.close()
  }
}
