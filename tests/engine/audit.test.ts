import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPolku } from '../../engine/index.ts'
import { instantOf } from '../../workflows/scenarios/finnishDay.ts'
import { playScenarios } from '../../workflows/scenarios/playScenarios.ts'
import { firstDay, lastDay, scenarios } from '../../workflows/scenarios/scenarios.ts'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'
import { bundledPathways } from '../../workflows/index.ts'
import { generatedPathway } from '../support/generatedPathway.ts'
import { createWorld, outcomeOf, randomCommand, resolve } from '../support/randomCommands.ts'
import { openTestPolku } from '../support/testPolku.ts'

describe('scen', () => {
  it('none', async () => {
    const clock = createVirtualClock(instantOf(firstDay, '08:00'))
    const polku = await openPolku({ database: ':memory:', clock })
    for (const one of bundledPathways) await polku.pathways.publish(one, { by: { user: 'polku' } })
    const played = await playScenarios(polku, clock, scenarios, lastDay)
    for (const { client } of played) {
      for (const { id } of await polku.journeys.list({ client })) {
        const a = await polku.journeys.audit(id)
        expect(a).toEqual({ entries: a.entries, differences: [], notRerun: [] })
      }
    }
    await polku.close()
  })
  it('random', { timeout: 200_000 }, async () => {
    let entries = 0
    await fc.assert(
      fc.asyncProperty(generatedPathway, fc.array(randomCommand, { minLength: 10, maxLength: 40, size: 'max' }), async (document, given) => {
        const { polku, clock } = await openTestPolku()
        const world = await createWorld(polku, clock, document)
        for (const command of given) {
          const call = await resolve(world, command)
          if (!call) continue
          const outcome = await outcomeOf(call.give({}))
          if (call.kind === 'start' && 'answer' in outcome) world.journeys.push((outcome.answer as { journey: { id: string } }).journey.id)
        }
        for (const id of world.journeys) {
          const a = await polku.journeys.audit(id)
          entries += a.entries
          expect(a).toEqual({ entries: a.entries, differences: [], notRerun: [] })
        }
        await polku.close()
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    )
    console.log(entries)
  })
})
