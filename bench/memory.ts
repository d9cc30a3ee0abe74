import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPolku } from '../engine/index.ts'
import { benchPathway } from './benchPathway.ts'
import { callEvery } from './callEvery.ts'
import { quantile, type Row } from './measure.ts'
import { type Caller, measurerOn } from './measurer.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'
import { by, createRandom } from './walk.ts'

const clientCount = 2500
const commandEveryMs = 50
const sampleEveryMs = 250

/** Row 7: resident memory of a whole Polku in one process, as `npm start` runs it, at the pace of a working day. */
export function memory(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const seconds = scaled(60, 5)
    const database = join(folder, 'memory.db')
    const journeys = await storeClients(database)
    const caller = await measurerOn(database)
    const server = await startProcess('start', database)
    try {
      const idle = server.residentBytes()
      await readAll(server, journeys, caller)
      const { samples, took } = await work(server, journeys, seconds, caller)
      return [rowOf({ seconds, idle, samples, took })]
    } finally {
      await server.stop()
    }
  })
}

/** 2 500 clients with facts and a journey each. The key stands beside the database, where the server looks for it. */
async function storeClients(database: string): Promise<string[]> {
  const polku = await openPolku({ database })
  await polku.pathways.publish(benchPathway, { by })
  const journeys = await Promise.all(
    Array.from({ length: clientCount }, async (_, index) => {
      const { id: client } = await polku.clients.create({ by, name: `Asiakas ${index}`, language: 'fi' })
      await polku.clients.record(client, { by, facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'mittaus' })
      const started = await polku.journeys.start({ by, client, pathway: 'bench', responsible: { user: by.user } })
      return started.journey.id
    }),
  )
  await polku.runDue()
  await polku.close()
  return journeys
}

/** Looks at every journey once, so that all that is ever remembered of them is in memory. */
async function readAll({ address }: ServerProcess, journeys: readonly string[], caller: Caller): Promise<void> {
  for (const id of journeys) await expectOk(await fetch(`${address}/api/v1/journeys/${id}`, { headers: caller }))
}

/** Twenty commands a second over HTTP, each on another client's journey in random order. */
async function work(
  server: ServerProcess,
  journeys: readonly string[],
  seconds: number,
  caller: Caller,
): Promise<{ samples: number[]; took: number[] }> {
  const random = createRandom(3)
  const away = new Set<string>()
  const headers = {
    'Content-Type': 'application/json',
    ...caller,
  }
  const stop = callEvery(commandEveryMs, async (index) => {
    const id = journeys[Math.floor(random() * journeys.length)] ?? ''
    const event = away.has(id) ? 'palaa' : 'aloita'
    if (!away.delete(id)) away.add(id)
    const body = JSON.stringify({ event })
    const url = `${server.address}/api/v1/journeys/${id}/events`
    await expectOk(await fetch(url, { method: 'POST', headers: { ...headers, 'Idempotency-Key': `m${index}` }, body }))
  })
  const samples: number[] = []
  for (let passed = 0; passed < seconds * 1000; passed += sampleEveryMs) {
    await sleep(sampleEveryMs)
    samples.push(server.residentBytes())
  }
  return { took: await stop(), samples }
}

async function expectOk(response: Response): Promise<void> {
  const answer = await response.text()
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${answer}`)
}

function rowOf({
  seconds,
  idle,
  samples,
  took,
}: {
  seconds: number
  idle: number
  samples: number[]
  took: number[]
}): Row {
  return {
    name: 'memory',
    what: `resident memory at most, ${clientCount.toLocaleString('en')} clients, ${1000 / commandEveryMs} commands a second for ${seconds} s`,
    unit: 'MB',
    ours: Math.max(...samples) / 1e6,
    baseline: null,
    baselineIs: null,
    ratio: null,
    limit: { of: 'figure', is: 'atMost', value: 200 },
    beside: {
      lastMB: (samples.at(-1) ?? Number.NaN) / 1e6,
      medianMB: quantile(samples, 0.5) / 1e6,
      justStartedMB: idle / 1e6,
      commands: took.length,
      commandP95Ms: quantile(took, 0.95),
    },
  }
}
