import { coach, facts, smallPathway, startJourney, type TestPolku } from '../support/testPolku.ts'

const by = coach
const reason = 'Syy'

const held = smallPathway({
  id: 'held',
  facts,
  taskDefinitions: { call: { label: { fi: 'Soitto' }, role: 'coach', due: 'P7D' } },
  initial: 'work',
  states: {
    work: { tasks: ['call'], followUps: { weekly: { every: 'P7D', task: 'call' } }, on: { pause: 'pause' } },
    pause: {},
  },
})

/** A journey that two suspensions hold at once: the one ends while the other still stands. */
export async function overlappingSuspensions(on: TestPolku): Promise<void> {
  const { polku, clock, journey, at } = await startJourney(held, { on })
  await polku.journeys.suspend(journey, { by, reason, reviewDate: '2026-04-01' })
  clock.set('2026-03-04T10:00:00+02:00')
  await polku.journeys.suspend(journey, { by, reason, reviewDate: '2026-05-01' })
  clock.set('2026-03-10T10:00:00+02:00')
  await polku.journeys.resume(journey, { by, suspension: 1 })
  clock.set('2026-03-12T10:00:00+02:00')
  await polku.journeys.resume(journey, { by, suspension: 2, reason, occurredAt: '2026-03-11T10:00:00+02:00' })
  await at('2026-03-30T12:00:00+03:00')
}
