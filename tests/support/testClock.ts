import type { Clock } from '../../engine/index.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A clock that stands still until it is told otherwise. */
export interface TestClock extends Clock {
  /** epoch milliseconds */
  readonly ms: number
  set(instant: string | number): void
  advance(ms: number): void
}

/** @param at a Monday morning in Helsinki unless told otherwise */
export function testClock(at: string | number = '2026-03-02T10:00:00+02:00'): TestClock {
  let ms = new Date(at).getTime()
  return {
    now: () => new Date(ms),
    get ms() {
      return ms
    },
    set: (instant) => {
      ms = new Date(instant).getTime()
    },
    advance: (by) => {
      ms += by
    },
  }
}
