import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPolku, type Polku, type WorklistRow } from '../../../engine/index.ts'
import { runs } from '../../support/runs.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { type TestClock, testClock } from '../../support/testClock.ts'
import { coach, criterion, facts, manager, openTestPolku, smallPathway } from '../../support/testPolku.ts'

const label = (fi: string) => ({ label: { fi } })
const phase = (fi: string) => ({ label: { fi }, goal: { fi }, responsible: 'coach' })

/** Its criteria ask after all that may change: values, their shelf life, days, what is done. */
const document = smallPathway({
  facts: { ...facts, hours: { ...facts.hours, shelfLife: 'P3D' } },
  criteria: {
    enough: criterion('hours >= 6'),
    agreed: criterion('agreed', { overridable: true }),
    settled: criterion('daysInState >= 2'),
  },
  suspensions: { leave: { ...label('Loma') } },
  taskDefinitions: { plan: { ...label('Suunnitelma'), role: 'coach', due: 'P2D' } },
  initial: 'mapping',
  states: {
    mapping: {
      phase: phase('Kartoitus'),
      tasks: ['plan'],
      after: { P5D: { target: 'training', automatic: true } },
      on: {
        train: { target: 'training', criteria: ['enough', 'settled'], ...label('Aloita') },
        agree: { target: 'training', criteria: ['agreed'], by: ['manager'], ...label('Sovi') },
        rest: { target: 'training', by: ['coach'], ...label('Lepää') },
      },
    },
    training: {
      phase: phase('Koulutus'),
      followUps: { look: { every: 'P4D', task: 'plan' } },
      on: { back: { target: 'mapping', criteria: ['settled'], ...label('Palaa') } },
    },
  },
})

/** One whose criterion asks what day it is. */
const clocked = smallPathway({
  id: 'clocked',
  facts,
  criteria: { started: criterion('startDate <= today()') },
  initial: 'waiting',
  states: { waiting: { on: { back: { target: 'ready', criteria: ['started'] } } }, ready: { on: { back: 'waiting' } } },
})

interface Office {
  file: string
  clock: TestClock
  /** whose memory is looked at */
  polku: Polku
  /** another process on the same database */
  other: Polku
  clients: string[]
  journeys: string[]
}

const masterKey = new Uint8Array(32).fill(7)

async function openOffice(): Promise<Office> {
  const clock = testClock()
  const file = temporaryFile()
  const { polku } = await openTestPolku({ database: file, clock, masterKey })
  const { polku: other } = await openTestPolku({ database: file, clock, masterKey })
  await polku.pathways.publish(document, { by: manager })
  await polku.pathways.publish(clocked, { by: manager })
  const clients: string[] = []
  const journeys: string[] = []
  for (const name of ['Aino', 'Eero', 'Oona']) {
    const { id: client } = await polku.clients.create({ by: coach, name })
    const responsible = { user: coach.user }
    const pathway = name === 'Oona' ? 'clocked' : 'small'
    const { journey } = await polku.journeys.start({ by: manager, pathway, client, responsible })
    clients.push(client)
    journeys.push(journey.id)
  }
  return { file, clock, polku, other, clients, journeys }
}

const pageOf = async (polku: Polku, by: typeof coach, sort: 'lateness' | 'name' = 'lateness'): Promise<WorklistRow[]> =>
  (await polku.worklists.page({ list: 'mine', by, users: [coach.user], organisation: 'own', sort })).rows

/** What a process tells that remembers nothing. */
async function freshPage({ file, clock }: Office, by: typeof coach): Promise<WorklistRow[]> {
  const fresh = await openPolku({ database: file, clock, demo: true, masterKey })
  try {
    return await pageOf(fresh, by)
  } finally {
    await fresh.close()
  }
}

type Change = (office: Office, by: Polku, index: number) => Promise<unknown>

const changes: Record<string, Change> = {
  rename: async ({ clients }, by, index) => {
    const client = clients[index] ?? ''
    const { revision } = await by.clients.get(client)
    await by.clients.update(client, { by: coach, revision, name: `Toinen ${revision}` })
  },
  hours: ({ clients }, by, index) =>
    by.clients.record(clients[index] ?? '', { by: coach, source: 'asiakas', facts: { hours: 5 + index } }),
  agreed: ({ clients }, by, index) =>
    by.clients.record(clients[index] ?? '', { by: coach, source: 'asiakas', facts: { agreed: index > 0 } }),
  startDate: ({ clients, clock }, by, index) => {
    const date = new Date(clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    return by.clients.record(clients[index] ?? '', { by: coach, source: 'asiakas', facts: { startDate: date } })
  },
  train: ({ journeys }, by, index) => by.journeys.send(journeys[index] ?? '', { by: coach, event: 'train' }),
  back: ({ journeys }, by, index) => by.journeys.send(journeys[index] ?? '', { by: coach, event: 'back' }),
  suspend: ({ journeys, clock }, by, index) => {
    const reviewDate = new Date(clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10)
    return by.journeys.suspend(journeys[index] ?? '', { by: coach, code: 'leave', reviewDate, reason: 'Loma' })
  },
  resume: async ({ journeys }, by, index) => {
    const { suspensions } = await by.journeys.get(journeys[index] ?? '')
    await by.journeys.resume(journeys[index] ?? '', { by: coach, suspension: suspensions[0]?.id ?? 0 })
  },
  open: ({ journeys }, by, index) =>
    by.tasks.open({ by: coach, journey: journeys[index] ?? '', title: 'Soita', role: 'coach' }),
  handOver: ({ journeys }, by, index) =>
    by.journeys.handOver(journeys[index] ?? '', { by: coach, to: { user: coach.user, team: `t${index}` } }),
  exit: ({ journeys }, by, index) => by.journeys.exit(journeys[index] ?? '', { by: coach, code: 'stop', reason: 'x' }),
  worker: (_office, by) => by.runDue(),
  halfHour: async ({ clock }) => clock.set(new Date(clock.now().getTime() + 30 * 60_000).toISOString()),
  hours7: async ({ clock }) => clock.set(new Date(clock.now().getTime() + 7 * 3_600_000).toISOString()),
  days2: async ({ clock }) => clock.set(new Date(clock.now().getTime() + 2 * 86_400_000).toISOString()),
}

describe('what a worklist remembers of journeys', () => {
  it('is what a process tells that remembers nothing, whatever happens, wherever, and as time goes by', async () => {
    const step = fc.record({
      what: fc.constantFrom(...Object.keys(changes)),
      index: fc.nat({ max: 2 }),
      elsewhere: fc.boolean(),
      by: fc.constantFrom(coach, coach, manager),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        const office = await openOffice()
        await pageOf(office.polku, coach)
        for (const { what, index, elsewhere, by } of steps) {
          // a refusal changes nothing, which is as good a step
          await changes[what]?.(office, elsewhere ? office.other : office.polku, index).catch(() => undefined)
          expect(await pageOf(office.polku, by)).toEqual(await freshPage(office, by))
        }
      }),
      runs(8),
    )
  })

  it('is another for other case roles', async () => {
    const office = await openOffice()
    const [client = ''] = office.clients
    await office.polku.clients.record(client, { by: coach, source: 'asiakas', facts: { agreed: true } })
    const nextOf = async (by: typeof coach) =>
      (await pageOf(office.polku, by)).find((row) => row.client.id === client)?.next?.event
    expect([await nextOf(coach), await nextOf(manager), await nextOf(coach)]).toEqual(['rest', 'agree', 'rest'])
  })

  it('tells of nobody whom another process has erased', async () => {
    const { polku, other, clients, journeys } = await openOffice()
    expect((await pageOf(polku, coach)).map(({ client }) => client.name).sort()).toEqual(['Aino', 'Eero', 'Oona'])
    await other.journeys.exit(journeys[0] ?? '', { by: coach, code: 'stop', reason: 'Muutti pois' })
    await other.runDue()
    const basis = { by: manager, reason: 'clientRequest', basis: '2016/679 art.17' } as const
    await other.clients.erase(clients[0] ?? '', basis)
    expect((await pageOf(polku, coach)).map(({ client }) => client.name).sort()).toEqual(['Eero', 'Oona'])
    expect((await pageOf(polku, coach, 'name')).map(({ client }) => client.name)).toEqual(['Eero', 'Oona'])
  })

  it('has the titles that people gave their tasks, which another process has closed and opened', async () => {
    const { polku, other, journeys } = await openOffice()
    const open = (title: string) => other.tasks.open({ by: coach, journey: journeys[0] ?? '', title, role: 'coach' })
    const titles = async () => (await pageOf(polku, coach)).flatMap((row) => row.task?.title ?? [])
    const { task } = await open('Soita')
    expect([await titles(), await titles()]).toEqual([['Soita'], ['Soita']])
    await other.tasks.complete(task, { by: coach })
    await open('Kirjoita')
    expect(await titles()).toEqual(['Kirjoita'])
  })
})
