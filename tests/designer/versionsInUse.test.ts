import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPassedOver } from '../../designer/versions/isPassedOver.ts'
import { versionInUse } from '../../designer/versions/versionInUse.ts'
import { patience, runs } from '../support/runs.ts'
import { manager, openTestPolku, smallPathway } from '../support/testPolku.ts'

const dayMs = 86_400_000
const lastDay = 30

/** How often a pathway is published, when, and for when, in days. */
const publishings = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 4 }), startsIn: fc.integer({ min: 0, max: 8 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

describe('what the screens say of versions', () => {
  it('is what the engine does: on which one new clients begin, and on which nobody ever does', {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(publishings, async (all) => {
        const { polku, clock } = await openTestPolku()
        const used = new Set<number>()
        const look = async () => {
          const versions = (await polku.pathways.versions('small')).reverse()
          const [now] = await polku.pathways.list()
          expect(versionInUse(versions)?.version).toBe(now?.version)
          if (now?.isInUse) used.add(now.version)
          return versions
        }
        const goOn = async (days: number) => {
          for (let day = 0; day < days; day += 1) {
            clock.advance(dayMs)
            await look()
          }
        }
        for (const [index, { after, startsIn }] of all.entries()) {
          if (index > 0) await goOn(after)
          clock.advance(60_000)
          const document = smallPathway({ initial: 'a', states: { a: { on: { go: 'b' } }, b: { type: 'final' } } })
          const startsOn = new Date(clock.ms + startsIn * dayMs).toISOString().slice(0, 10)
          await polku.pathways.publish({ ...document, title: { fi: `${index}` } }, { by: manager, startsOn })
          await look()
        }
        await goOn(lastDay)
        const versions = await look()
        const begun = versions.filter((one) => !isPassedOver(one, versions)).map(({ version }) => version)
        expect(begun.reverse()).toEqual([...used].sort((a, b) => a - b))
        await polku.close()
      }),
      runs(40),
    )
  })
})
