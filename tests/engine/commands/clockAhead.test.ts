import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../support/testClock.ts'
import { openTestPolku, smallPathway, startJourney } from '../../support/testPolku.ts'

/** Tells the outside that it has begun, and an hour later that it has been remembered. */
const remembered = smallPathway({
  initial: 'rest',
  states: { rest: { followUps: { remember: { after: 'PT1H', actions: 'tell' } } } },
})

/** A Polku whose outside does not answer until it is told to. */
async function openWithOutside() {
  const outside = { isAway: true }
  const carried: string[] = []
  const opened = await openTestPolku({
    onError: () => {},
    deliver: async ({ topic }) => {
      if (outside.isAway) throw new Error('nobody answers')
      carried.push(topic)
    },
  })
  return { ...opened, outside, carried }
}

describe('what failed while the clock was ahead', () => {
  it.each([DAY, 400 * DAY])('is tried again when it is right, not %i ms later', async (ahead) => {
    const { polku, clock, outside, carried } = await openWithOutside()
    await startJourney(remembered, { on: { polku, clock } })
    const right = clock.ms
    clock.advance(ahead)
    expect(await polku.runDue()).toMatchObject({ delivered: 2, timers: 1 })
    expect(await polku.deadLetters.message(1)).toMatchObject({ status: 'waiting', attempts: 1 })
    outside.isAway = false
    clock.set(right)
    expect(await polku.runDue()).toMatchObject({ delivered: 2 })
    expect(carried).toEqual(['journey.started', 'action'])
    expect(await polku.runDue()).toMatchObject({ delivered: 0 })
  })

  it('waits its time out as long as that may be a wait: clocks of two machines may be an hour apart', async () => {
    const { polku, clock, outside, carried } = await openWithOutside()
    await startJourney(remembered, { on: { polku, clock } })
    const right = clock.ms
    clock.advance(HOUR / 2)
    await polku.runDue()
    outside.isAway = false
    clock.set(right)
    expect(await polku.runDue()).toMatchObject({ delivered: 0 })
    expect(await polku.msUntilNext()).toBe(HOUR / 2 + 1_000)
    clock.advance(HOUR / 2 + 1_000)
    await polku.runDue()
    expect(carried).toEqual(['journey.started'])
  })
})
