import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { callEvery } from './callEvery.ts'
import { type DayDatabase, type Entrusted, storeDay } from './dayDatabase.ts'
import { createKeepAliveClient, type KeepAliveClient } from './keepAliveClient.ts'
import { median, quantile, type Row } from './measure.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'
import { createRandom } from './walk.ts'

const caseload = 400
const sampleEveryMs = 250

/** Something that people do all day. */
interface Kind {
  /** as it stands beside the figures */
  name: string
  what: string
  isWrite: boolean
  perSecond: number
  /** how many requests it takes */
  requests: number
  /** what its 95th percentile is held to, milliseconds */
  limitMs?: number
  /** does it once, and holds the answer against what it must be */
  call(index: number): Promise<void>
}

/** What was done of one kind. */
interface Done {
  kind: Kind
  /** milliseconds of each, from when it should have been asked */
  took: number[]
}

interface Measured {
  done: Done[]
  seconds: number
  /** what went wrong, in words */
  errors: string[]
  samples: number[]
  processorSeconds: number
}

/**
 * A whole day's kinds of work at once, over HTTP, by token, with rights and the access log: 30 writes and 300 reads a
 * second by fifty counsellors, of whom each has four hundred clients.
 */
export function apiDay(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const database = join(folder, 'day.db')
    const day = await storeDay(database, { clients: scaled(20_000, 2_000), caseload, now: Date.now() })
    const server = await startProcess('start', database)
    const client = createKeepAliveClient(server.address)
    try {
      const idleBytes = server.residentBytes()
      const kinds = kindsOf(client, day.clients)
      await work(server, kinds, scaled(10, 2))
      const measured = await work(server, kinds, scaled(60, 5))
      return rowsOf(day, measured, idleBytes)
    } finally {
      client.close()
      await server.stop()
    }
  })
}

/** The mix of a second: 30 writes and 300 reads, of which one in a hundred is a worklist. */
function kindsOf(http: KeepAliveClient, clients: readonly Entrusted[]): Kind[] {
  const random = createRandom(11)
  const anybody = (): Entrusted => pick(clients, Math.floor(random() * clients.length))
  // each journey in turn, so that the event is one that its state has; a prime goes through all of them
  let advanced = 0
  const next = (): Entrusted => pick(clients, (advanced++ * 7919) % clients.length)
  const keyOf = (what: string) => `${what}-${process.hrtime.bigint()}`
  return [
    {
      name: 'advance',
      what: 'an event that takes a journey on',
      isWrite: true,
      perSecond: 20,
      requests: 1,
      limitMs: 150,
      async call() {
        const { journey, caller } = next()
        const body = { event: 'aloita' }
        const answer = await http.ask({ path: `/journeys/${journey}/events`, caller, body, key: keyOf('event') })
        expect(answer, 'journey')
      },
    },
    {
      name: 'recordFacts',
      what: 'recording a fact',
      isWrite: true,
      perSecond: 5,
      requests: 1,
      async call(index) {
        const { client, caller } = anybody()
        const body = { facts: { hoursPerDay: 6 + (index % 3) }, source: 'viikkoseuranta' }
        expect(await http.ask({ path: `/clients/${client}/facts`, caller, body, key: keyOf('fact') }), 'facts')
      },
    },
    {
      name: 'recordContact',
      what: 'recording a contact',
      isWrite: true,
      perSecond: 5,
      requests: 1,
      async call() {
        const { client, journey, caller } = anybody()
        const body = { journey, kind: 'jobSearchTalk', channel: 'phone', minutes: 20, text: 'Työkokeilu sujuu.' }
        const answer = await http.ask({ path: `/clients/${client}/contacts`, caller, body, key: keyOf('contact') })
        expect(answer, 'contact')
      },
    },
    {
      name: 'next',
      what: 'what is possible next, and why not',
      isWrite: false,
      perSecond: 70,
      requests: 1,
      limitMs: 60,
      async call() {
        const { journey, caller } = anybody()
        expect(await http.ask({ path: `/journeys/${journey}/next`, caller }), 'events')
      },
    },
    {
      name: 'worklist',
      what: `a worklist of ${caseload} lines`,
      isWrite: false,
      perSecond: 3,
      requests: 1,
      limitMs: 300,
      async call() {
        const answer = await http.ask({ path: `/worklists/mine?limit=${caseload}`, caller: anybody().caller })
        const { items } = answer as { items: unknown[] }
        // a line whose task is closed while the page is made is left out of it
        const least = caseload - 4
        if (items.length < least) throw new Error(`a worklist has ${items.length} lines, not ${least}`)
      },
    },
    {
      name: 'clientPage',
      what: 'a client’s page: client, journeys, facts, tasks, contacts, asked together',
      isWrite: false,
      perSecond: 20,
      requests: 5,
      limitMs: 200,
      async call() {
        const { client, caller } = anybody()
        const [person, ...lists] = await Promise.all([
          http.ask({ path: `/clients/${client}`, caller }),
          http.ask({ path: `/journeys?client=${client}`, caller }),
          http.ask({ path: `/clients/${client}/facts`, caller }),
          http.ask({ path: `/tasks?client=${client}`, caller }),
          http.ask({ path: `/clients/${client}/contacts`, caller }),
        ])
        expect(person, 'identityCode')
        for (const list of lists) expect(list, 'items')
      },
    },
    {
      name: 'codeSearch',
      what: 'a client looked for by identity code',
      isWrite: false,
      perSecond: 36,
      requests: 1,
      limitMs: 100,
      async call() {
        const { client, identityCode, caller } = anybody()
        const found = (await http.ask({ path: '/clients/find', caller, body: { identityCode } })) as { id: string }
        if (found.id !== client) throw new Error(`${found.id} was found, not ${client}`)
      },
    },
    {
      name: 'journey',
      what: 'a journey',
      isWrite: false,
      perSecond: 91,
      requests: 1,
      async call() {
        const { journey, caller } = anybody()
        expect(await http.ask({ path: `/journeys/${journey}`, caller }), 'states')
      },
    },
  ]
}

function pick(clients: readonly Entrusted[], index: number): Entrusted {
  const found = clients[index]
  if (!found) throw new Error(`there is no client at ${index}`)
  return found
}

function expect(answer: unknown, field: string): void {
  if (typeof answer === 'object' && answer !== null && field in answer) return
  throw new Error(`the answer has no "${field}": ${JSON.stringify(answer)}`)
}

/** Does all kinds at their pace for so long, and waits for the last answer. */
async function work(server: ServerProcess, kinds: readonly Kind[], seconds: number): Promise<Measured> {
  const errors: string[] = []
  const samples: number[] = []
  const processorFrom = server.processorSeconds()
  const from = performance.now()
  const begun = kinds.map((kind) => {
    const once = (index: number) => kind.call(index).catch((error: Error) => void errors.push(error.message))
    return { kind, stop: callEvery(1000 / kind.perSecond, once) }
  })
  for (let passed = 0; passed < seconds * 1000; passed += sampleEveryMs) {
    await sleep(sampleEveryMs)
    samples.push(server.residentBytes())
  }
  const done = await Promise.all(begun.map(async ({ kind, stop }) => ({ kind, took: await stop() })))
  return {
    done,
    seconds: (performance.now() - from) / 1000,
    errors,
    samples,
    processorSeconds: server.processorSeconds() - processorFrom,
  }
}

function rowsOf({ clients, journalEntries }: DayDatabase, measured: Measured, idleBytes: number): Row[] {
  const { done, seconds, errors, samples, processorSeconds } = measured
  for (const words of errors.slice(0, 5)) console.error(words)
  const heldTo = done.flatMap(({ kind, took }) =>
    kind.limitMs === undefined ? [] : [rowOf({ ...kind, limitMs: kind.limitMs }, took)],
  )
  const requestsOf = (isWrite: boolean) =>
    done.reduce((sum, { kind, took }) => sum + (kind.isWrite === isWrite ? took.length * kind.requests : 0), 0)
  const [reads, writes] = [requestsOf(false), requestsOf(true)]
  const besides = done
    .filter(({ kind }) => kind.limitMs === undefined)
    .map(({ kind, took }): [string, number] => [`${kind.name}P95Ms`, quantile(took, 0.95)])
  const size = `${clients.length.toLocaleString('en')} clients, ${journalEntries.toLocaleString('en')} journal entries`
  const all: Row = {
    name: 'apiDay',
    what: `calls that failed, ${size}`,
    unit: 'calls',
    ours: errors.length,
    baseline: null,
    baselineIs: null,
    ratio: null,
    limit: { of: 'figure', is: 'atMost', value: 0 },
    beside: {
      reads,
      readsPerSecond: reads / seconds,
      writes,
      writesPerSecond: writes / seconds,
      ...Object.fromEntries(besides),
      mostMB: Math.max(...samples) / 1e6,
      lastMB: (samples.at(-1) ?? Number.NaN) / 1e6,
      justStartedMB: idleBytes / 1e6,
      processorMsPerRequest: (processorSeconds / (reads + writes)) * 1000,
      processorsTaken: processorSeconds / seconds,
      machineLoad: loadavg()[0] ?? Number.NaN,
    },
  }
  return [...heldTo, all]
}

function rowOf({ what, perSecond, limitMs }: Kind & { limitMs: number }, took: readonly number[]): Row {
  return {
    name: 'apiDay',
    what: `${what}, ${perSecond} a second, 95th percentile`,
    unit: 'ms',
    ours: quantile(took, 0.95),
    baseline: null,
    baselineIs: null,
    ratio: null,
    limit: { of: 'figure', is: 'atMost', value: limitMs },
    beside: {
      calls: took.length,
      medianMs: median(took),
      p99Ms: quantile(took, 0.99),
      longestMs: quantile(took, 1),
    },
  }
}
