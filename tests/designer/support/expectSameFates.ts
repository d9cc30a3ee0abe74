import { expect } from 'vitest'
import { type JourneyView, openPolku, type PathwayInput, type Polku } from '../../../engine/index.ts'
import { instantOf } from '../../../workflows/scenarios/finnishDay.ts'
import { playScenarios } from '../../../workflows/scenarios/playScenarios.ts'
import { firstDay, lastDay, scenarios } from '../../../workflows/scenarios/scenarios.ts'
import { createVirtualClock, type VirtualClock } from '../../../workflows/scenarios/virtualClock.ts'

/**
 * That what was drawn gives every client of the bundled scenarios what the bundled `suunto` gives them: states, tasks,
 * timers and explanations.
 */
export async function expectSameFates(
  drawn: PathwayInput,
  bundled: PathwayInput,
  modules: readonly PathwayInput[],
): Promise<void> {
  const [ofDrawn, ofBundled] = [await fatesOn(drawn, modules), await fatesOn(bundled, modules)]
  expect(ofDrawn.told).toEqual(ofBundled.told)
  expect(ofDrawn.stood).toEqual(ofBundled.stood)
  expect(ofBundled.stood.length).toBeGreaterThan(100)
}

/** What came of all scenarios on a pathway. */
interface Fates {
  /** what did not go as a scenario says, and why something was refused, in the words of the refusal */
  told: unknown[]
  /** how every journey that lived stood whenever the clock was about to move on */
  stood: unknown[]
}

/**
 * Plays every bundled scenario on a document of `suunto`: states, tasks, timers with their instants, and what each
 * journey could do next, with the reasons, whenever time goes on.
 */
async function fatesOn(document: PathwayInput, modules: readonly PathwayInput[]): Promise<Fates> {
  const clock = createVirtualClock(instantOf(firstDay, '08:00'))
  const polku = await openPolku({ demo: true, database: ':memory:', clock, deliver: async () => {} })
  try {
    for (const one of [...modules, document]) await polku.pathways.publish(one, { by: { user: 'polku' } })
    const stood: unknown[] = []
    const watched: VirtualClock = {
      now: clock.now,
      async advanceTo(at, of) {
        await of.runDue()
        stood.push(await standing(polku, clock.now()))
        await clock.advanceTo(at, of)
      },
    }
    const played = await playScenarios(polku, watched, scenarios, lastDay)
    stood.push(await standing(polku, clock.now()))
    const told = played.map(({ scenario, broken, refusals }) => ({
      scenario: scenario.id,
      broken,
      refusals: refusals.map(({ at, what, problem, lacks }) => ({
        at,
        what,
        code: problem.code,
        message: problem.message,
        details: withoutIds(problem.details),
        lacks,
      })),
    }))
    return { told, stood }
  } finally {
    await polku.close()
  }
}

/** Journeys under way at a moment, and how those that had ended by then did. */
async function standing(polku: Polku, at: Date): Promise<unknown> {
  const journeys = await polku.journeys.list({ limit: 1000 })
  const told = await Promise.all(
    journeys.map(async (journey) => ({
      ...standOf(journey),
      next: journey.status === 'active' ? withoutIds(await polku.journeys.next(journey.id, { by })) : undefined,
    })),
  )
  return { at, journeys: told }
}

const by = { user: 'saara.salmela', roles: ['adviser'] }

const standOf = ({ pathway, states, tasks, timers, status, end, responsible }: JourneyView) => ({
  pathway,
  states,
  status,
  end,
  responsible,
  tasks: withoutIds(tasks),
  timers: withoutIds(timers),
})

/** What two servers call the same thing by is never the same. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, one) => (['id', 'journey', 'client', 'task'].includes(key) ? undefined : one)),
  )
}
