import { describe, expect, it, onTestFinished } from 'vitest'
import { type Fault, failing, openParts } from '../../support/engineParts.ts'
import { MINUTE, testClock } from '../../support/testClock.ts'
import { coach, manager, smallPathway } from '../../support/testPolku.ts'

const module = smallPathway({ id: 'support', initial: 'running', states: { running: {} } })
const parent = smallPathway({ initial: 'first', states: { first: { modules: { support: { pathway: 'support' } } } } })

/** A journey with a module; the worker's transactions fail on request. */
async function running() {
  const clock = testClock()
  const fault: Fault = { atWrite: undefined, writes: 0 }
  const changed = { store: (store: Parameters<typeof failing>[0]) => failing(store, fault) }
  const polku = await openParts({ file: ':memory:', clock, onError: () => {}, changed })
  onTestFinished(() => polku.close())
  for (const document of [module, parent]) await polku.pathways.publish(document, { by: manager })
  const { id: client } = await polku.clients.create({ by: coach })
  const { journey } = await polku.journeys.start({
    by: coach,
    client,
    pathway: 'small',
    responsible: { user: coach.user },
  })
  await polku.runDue()
  const child = () => polku.journeys.get(`${journey.id}-1`)
  /** Does what is due; every transaction that has a second write fails there, and is tried again later. */
  const failingRun = async () => {
    fault.atWrite = 2
    await polku.runDue()
    fault.atWrite = undefined
  }
  const laterRun = async () => {
    clock.advance(MINUTE)
    await polku.runDue()
  }
  return { polku, journey: journey.id, child, failingRun, laterRun }
}

// A message that fails waits, and the next one to the same module is dealt with before it.
describe('a message between journeys that the next one has overtaken', () => {
  it('does not hold a module whose parent runs on', async () => {
    const { polku, journey, child, failingRun, laterRun } = await running()
    await polku.journeys.suspend(journey, { by: coach, reason: 'sairausloma', reviewDate: '2026-04-01' })
    await failingRun()
    await polku.journeys.resume(journey, { by: coach, suspension: 1 })
    await polku.runDue()
    await laterRun()
    expect((await child()).suspensions).toEqual([])
  })

  it('does not give a module to somebody who no longer answers for its parent', async () => {
    const { polku, journey, child, failingRun, laterRun } = await running()
    await polku.journeys.handOver(journey, { by: coach, to: { user: 'coach-2' } })
    await failingRun()
    await polku.journeys.handOver(journey, { by: coach, to: { user: 'coach-3' } })
    await polku.runDue()
    await laterRun()
    expect((await child()).responsible.user).toBe('coach-3')
  })
})
