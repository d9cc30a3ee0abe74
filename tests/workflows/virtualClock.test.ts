import { expect, it } from 'vitest'
import { createVirtualClock } from '../../workflows/scenarios/virtualClock.ts'

/** A Polku that does things at these instants, and keeps when it really did them. */
function doing(dueAt: readonly number[], now: () => Date) {
  const waiting = [...dueAt]
  const done: [due: number, at: number][] = []
  return {
    done,
    msUntilNext: async () => (waiting[0] === undefined ? undefined : Math.max(0, waiting[0] - now().getTime())),
    runDue: async () => {
      while (waiting[0] !== undefined && waiting[0] <= now().getTime()) {
        done.push([waiting[0], now().getTime()])
        waiting.shift()
      }
      return { timers: 0, delivered: 0 }
    },
  }
}

it('stops at each due instant on the way, so that nothing is early or late', async () => {
  const clock = createVirtualClock(new Date(1000))
  const polku = doing([900, 1000, 2000, 2000, 3500, 5000, 5001], clock.now)
  await clock.advanceTo(new Date(5000), polku)
  expect(polku.done).toEqual([
    [900, 1000],
    [1000, 1000],
    [2000, 2000],
    [2000, 2000],
    [3500, 3500],
    [5000, 5000],
  ])
  expect(clock.now()).toEqual(new Date(5000))
})

it('stands at the time asked for when nothing is due', async () => {
  const clock = createVirtualClock(new Date(1000))
  await clock.advanceTo(new Date(9000), doing([], clock.now))
  expect(clock.now()).toEqual(new Date(9000))
})

it('refuses to go back', async () => {
  const clock = createVirtualClock(new Date(1000))
  await expect(clock.advanceTo(new Date(999), doing([], clock.now))).rejects.toThrow(RangeError)
  await expect(clock.advanceTo(new Date(Number.NaN), doing([], clock.now))).rejects.toThrow(RangeError)
})

it('says so when something due never gets done', async () => {
  const clock = createVirtualClock(new Date(1000))
  const stuck = { msUntilNext: async () => 0, runDue: async () => ({ timers: 0, delivered: 0 }) }
  await expect(clock.advanceTo(new Date(2000), stuck)).rejects.toThrow('does not get done')
})
