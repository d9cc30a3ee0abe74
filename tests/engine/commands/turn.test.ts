import { describe, expect, it } from 'vitest'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { coach, openTestPolku, smallPathway } from '../../support/testPolku.ts'

const document = smallPathway({
  taskDefinitions: { plan: { label: { fi: 'Suunnitelma' }, role: 'coach' } },
  initial: 'waiting',
  states: {
    waiting: { followUps: { watch: { after: 'P7D', task: 'plan' } }, on: { go: 'gone' } },
    gone: {},
  },
})

const journeyCount = 1_100

/** What may act while a person waits: three batches of the worker's, where people's hold 256. */
const mostMeanwhile = 100

/** Very many journeys whose timers come due at one instant, and one more. */
async function openTurn(onDelivery: () => void = () => {}) {
  const database = temporaryFile()
  const { polku, clock } = await openTestPolku({ database, deliver: async () => onDelivery() })
  await polku.pathways.publish(document, { by: coach })
  const client = await polku.clients.create({ by: coach })
  const start = async () => {
    const { journey } = await polku.journeys.start({
      by: coach,
      client: client.id,
      pathway: 'small',
      responsible: { user: coach.user },
    })
    return journey.id
  }
  await Promise.all(Array.from({ length: journeyCount }, start))
  clock.set('2026-03-05T10:00:00+02:00')
  const person = await start()
  await polku.runDue()
  clock.set('2026-03-10T10:00:00+02:00')
  const left = async () => (await polku.figures()).overdueMs > 0
  const acted = async () => (await polku.figures()).openTasks
  return { polku, person, left, acted, database, clock }
}

describe('a month’s turn', () => {
  it('holds up nobody who asks for something meanwhile', async () => {
    const { polku, person, left, acted } = await openTurn()
    const turn = polku.runDue()
    let before = 0
    while (before === 0) {
      await new Promise(setImmediate)
      before = await acted()
    }
    const answer = await polku.journeys.send(person, { by: coach, event: 'go' })
    expect((await acted()) - before).toBeLessThan(mostMeanwhile)
    expect(answer.journey.states).toEqual(['gone'])
    expect(await turn).toMatchObject({ timers: journeyCount })
    expect(await left()).toBe(false)
  })

  it('tells the outside what it did while it is going on', async () => {
    let sawTimersLeft = false
    let polkuLeft = async () => false
    const { polku, left } = await openTurn(() => {
      if (!sawTimersLeft) void polkuLeft().then((isLeft) => (sawTimersLeft ||= isLeft))
    })
    polkuLeft = left
    await polku.runDue()
    expect(sawTimersLeft).toBe(true)
  })

  it('is broken off between batches when Polku closes, and goes on at the next start', async () => {
    const { polku, database, clock } = await openTurn()
    const turn = polku.runDue()
    await new Promise(setImmediate)
    await polku.close()
    const { timers } = await turn
    expect(timers).toBeGreaterThan(0)
    expect(timers).toBeLessThan(journeyCount)
    const { polku: again } = await openTestPolku({ database, clock })
    expect(await again.runDue()).toMatchObject({ timers: journeyCount - timers })
  })
})
