import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Store, WriteTx } from '../../../engine/store/store.ts'
import { type EngineParts, isWrite, openParts } from '../../support/engineParts.ts'
import { readTables, type TableReader } from '../../support/tables.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { type TestClock, testClock } from '../../support/testClock.ts'
import { coach, criterion, facts, smallPathway } from '../../support/testPolku.ts'

const by = coach
const reason = 'Syy'
const label = { fi: 'Nimi' }

const ended = (code: string) => ({ type: 'final' as const, end: { code, label, outcome: 'completed' as const } })

/** A module of a module. */
const inner = smallPathway({
  id: 'inner',
  initial: 'on',
  states: { on: { on: { ready: 'ready' } }, ready: ended('ready') },
})

const module = smallPathway({
  id: 'module',
  facts,
  taskDefinitions: { call: { label, role: 'coach', due: 'P3D' } },
  initial: 'on',
  states: {
    on: {
      tasks: ['call'],
      followUps: { ask: { every: 'P7D', task: 'call' } },
      modules: { inner: { pathway: 'inner', outputs: { ready: 'innerReady' } } },
      on: { ready: 'ready', innerReady: { automatic: true } },
    },
    ready: ended('ready'),
  },
})

const parent = smallPathway({
  facts,
  criteria: { agreed: criterion('agreed') },
  taskDefinitions: { plan: { label, role: 'coach', due: 'P3D', form: [{ fact: 'hours' }] } },
  initial: 'first',
  states: {
    first: {
      tasks: ['plan'],
      followUps: { watch: { every: 'P7D', task: 'plan' } },
      modules: {
        byEntry: { pathway: 'module', outputs: { ready: 'on' } },
        byEvent: { pathway: 'module', start: { event: 'help' }, whenLeft: 'leave' },
        byHand: { pathway: 'module', start: 'adHoc' },
      },
      on: { help: {}, on: { target: 'second', automatic: true } },
    },
    second: { modules: { again: { pathway: 'module' } }, on: { back: 'first', finish: 'done' } },
    done: ended('done'),
  },
})

/** The journeys whose rows a work has written: its own, its journal, timers, tasks and messages. */
function writtenBy(store: Store, told: (journeys: Set<string>) => void): Store {
  const watched = (tx: WriteTx, written: Set<string>): WriteTx =>
    new Proxy(tx, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function' || typeof name !== 'string' || !isWrite(name)) return method
        return (...args: unknown[]) => {
          const [row] = args as [string | { id?: string; journey?: string }]
          if (name.endsWith('Journey') && typeof row === 'object') written.add(row.id ?? '')
          else if (name === 'deleteTimer') written.add(String(row))
          // that a message is delivered is marked in the work of the journey that it is for: the mark is the worker’s
          else if (/Journal|Timer|Task|Outbox/.test(name) && typeof row === 'object') written.add(row.journey ?? '')
          return Reflect.apply(method, target, args)
        }
      },
    })
  return {
    ...store,
    write: (work, options) => {
      const written = new Set<string>()
      return store.write(async (tx) => {
        written.clear()
        const result = await work(watched(tx, written))
        told(new Set(written))
        return result
      }, options)
    },
  }
}

describe('a transaction of a journey with modules', () => {
  let polku: EngineParts
  let clock: TestClock
  let tables: TableReader
  let works: Set<string>[]
  let client: string
  let journey: string

  beforeEach(async () => {
    clock = testClock()
    works = []
    const file = temporaryFile()
    const store = (opened: Store) => writtenBy(opened, (journeys) => works.push(journeys))
    polku = await openParts({ file, clock, changed: { store } })
    onTestFinished(() => polku.close())
    tables = readTables(file)
    onTestFinished(() => tables.close())
    for (const document of [inner, module, parent]) await polku.pathways.publish(document, { by })
    client = (await polku.clients.create({ by, name: 'Aino Asiakas' })).id
    const started = await polku.journeys.start({ by, pathway: 'small', client, responsible: { user: by.user } })
    journey = started.journey.id
  })

  const at = async (instant: string) => {
    clock.set(instant)
    await polku.runDue()
  }
  const send = (id: string, event: string) => polku.journeys.send(id, { by, event })
  const children = async () => (await polku.journeys.get(journey)).children.map((one) => one.journey)
  /** Works that have written rows of more than one journey. */
  const shared = () => works.filter(({ size }) => size > 1)

  it('writes rows of one journey alone, whatever parents and modules tell each other', async () => {
    await polku.runDue()
    await send(journey, 'help')
    await polku.journeys.startModule(journey, { by, module: 'byHand' })
    await polku.runDue()
    await at('2026-03-09T12:00:00+02:00')
    await polku.journeys.suspend(journey, { by, reason, reviewDate: '2026-04-01' })
    await polku.runDue()
    await polku.journeys.resume(journey, { by, suspension: 1 })
    await polku.journeys.handOver(journey, { by, to: { user: 'coach-2' } })
    await at('2026-03-20T12:00:00+02:00')
    const [first = '', left = ''] = await children()
    await send(`${first}-1`, 'ready')
    await polku.runDue()
    await send(first, 'ready')
    await at('2026-04-10T12:00:00+03:00')
    await send(left, 'ready')
    await send(journey, 'finish')
    await at('2026-05-10T12:00:00+03:00')
    const topics = tables.rows<{ topic: string; undelivered: number }>(
      `SELECT topic, sum(delivered_at IS NULL) AS undelivered FROM outbox WHERE topic GLOB 'module.*' GROUP BY topic`,
    )
    expect(topics).toEqual(
      ['end', 'ended', 'handOver', 'resume', 'start', 'suspend'].map((name) => ({
        topic: `module.${name}`,
        undelivered: 0,
      })),
    )
    expect(tables.rows('SELECT id FROM journeys').length).toBeGreaterThan(5)
    expect(works.filter(({ size }) => size === 1).length).toBeGreaterThan(30)
    expect(shared()).toEqual([])
  })

  it('writes to all of a client’s journeys where it records facts: that is all one command', async () => {
    await polku.runDue()
    await polku.clients.record(client, { by, source: 'asiakas', facts: { agreed: true } })
    const [child = ''] = await children()
    expect(shared()).toEqual([new Set([journey, child, `${child}-1`])])
  })
})
