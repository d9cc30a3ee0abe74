import { join } from 'node:path'
import { openPolku, type PathwayInput, type Polku } from '../../../../engine/index.ts'
import { by } from '../../../walk.ts'
import type { Contender } from '../../contender.ts'
import { journeysAtOnce } from '../../journeysAtOnce.ts'

/** What is sent to a journey after its start, in order. */
export type Sent = readonly { event: string; data: Record<string, number> }[]

/**
 * Polku as a library on a SQLite file, its worker delivering messages meanwhile. Every journey has a client of its own,
 * who is created within it, and every command on it has a key. What was recorded is read back after the clock has
 * stopped.
 */
export function embeddedContender(name: string, pathway: PathwayInput, sentTo: (number: number) => Sent): Contender {
  let polku: Polku
  const takeJourney = async (number: number): Promise<string> => {
    const client = await polku.clients.create({ by })
    const { journey } = await polku.journeys.start({
      by,
      key: `start-${number}`,
      client: client.id,
      pathway: pathway.id,
      responsible: { user: by.user },
    })
    let end: string | undefined
    for (const { event, data } of sentTo(number)) {
      const answer = await polku.journeys.send(journey.id, { by, key: `${event}-${number}`, event, data })
      end = answer.journey.end?.code
    }
    if (end !== 'valmis') throw new Error(`ended as ${end}`)
    return journey.id
  }
  const misrecorded = async (id: string, number: number): Promise<string[]> => {
    const history = await polku.journeys.history(id)
    const recorded = JSON.stringify(history.flatMap(({ event, data }) => (event ? [{ event, data }] : [])))
    return recorded === JSON.stringify(sentTo(number)) ? [] : [`recorded as ${recorded}`]
  }
  return {
    name,
    open: async (folder) => {
      polku = await openPolku({ database: join(folder, 'polku.db') })
      await polku.pathways.publish(pathway, { by })
      polku.work()
      return 'SQLite, WAL, synchronous=FULL'
    },
    runJourneys: async (count, atOnce) => {
      const ended = new Map<string, number>()
      const journeys = await journeysAtOnce(count, atOnce, async ({ number }) => {
        ended.set(await takeJourney(number), number)
      })
      const wrong = await Promise.all([...ended].map(([id, number]) => misrecorded(id, number)))
      const failures = [...journeys.failures, ...wrong.flat()]
      return { ...journeys, completed: count - failures.length, failures }
    },
    close: () => polku.close(),
  }
}
