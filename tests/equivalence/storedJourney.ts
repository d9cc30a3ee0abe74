import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openPolku, type PathwayInput, type Polku, PolkuProblem } from '../../engine/index.ts'
import { testClock } from '../support/testClock.ts'
import { coach, manager } from '../support/testPolku.ts'
import { actionsOf, type ComparedJourney, duesOf } from './comparedJourney.ts'
import type { Facts } from './machinePlan.ts'

let count = 0

/**
 * A journey of a document in a database of its own, which is closed and opened again between steps.
 * @param whileClosed what is done to the file meanwhile
 */
export async function storedJourney(
  folder: string,
  input: PathwayInput,
  known: Facts,
  whileClosed: (database: string) => void = () => {},
): Promise<ComparedJourney> {
  count += 1
  const database = join(folder, `${count}.db`)
  const clock = testClock()
  const failures: unknown[] = []
  const open = (): Promise<Polku> => openPolku({ database, clock, onError: (error) => failures.push(error) })
  let polku = await open()
  await polku.pathways.publish(input, { by: manager })
  const { document } = await polku.pathways.get(input.id)
  const { id: client } = await polku.clients.create({ by: coach, name: 'Aino Asiakas' })
  const record = async ({ level, agreed }: Facts) => {
    await polku.clients.record(client, { by: coach, source: 'asiakas', facts: { level, agreed } })
  }
  await record(known)
  let journey = ''
  let seen = 0
  return {
    document,
    clock,
    failures,
    record,
    start: async () => {
      if (journey !== '' && (await polku.journeys.get(journey)).status === 'active') {
        await polku.journeys.exit(journey, { by: coach, code: 'stop', reason: 'Ei jatketa' })
      }
      const started = await polku.journeys.start({
        by: coach,
        pathway: input.id,
        responsible: { user: coach.user },
        client,
      })
      journey = started.journey.id
      seen = 0
    },
    send: async (event) => {
      try {
        await polku.journeys.send(journey, { by: coach, event })
        return true
      } catch (error) {
        if (error instanceof PolkuProblem && ['unhandled', 'blocked'].includes(error.code)) return false
        throw error
      }
    },
    isDue: async () => {
      const { timers } = await polku.journeys.replay(journey)
      return duesOf(timers).some((at) => at <= clock.ms)
    },
    runDue: async () => {
      await polku.runDue()
    },
    standing: async () => {
      // the fold of the journal, which must equal what is stored
      const { value, status, timers, visits } = await polku.journeys.replay(journey)
      const lines = await polku.journeys.history(journey, { from: seen + 1 })
      seen = lines.at(-1)?.seq ?? seen
      const entries = lines.map(({ entry }) => entry)
      return {
        value,
        isDone: status === 'ended',
        dues: duesOf(timers),
        actions: actionsOf(entries),
        entries,
        visits: visits.map(({ state }) => state),
      }
    },
    reload: async () => {
      await polku.close()
      whileClosed(database)
      polku = await open()
    },
    close: async () => {
      await polku.close()
      for (const end of ['', '-wal', '-shm', '.key']) rmSync(`${database}${end}`, { force: true })
    },
  }
}
