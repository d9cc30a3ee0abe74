import type { Polku } from '../../engine/index.ts'

/** A clock that is moved by hand. What comes due on the way is done at its own instant, so nothing acts late. */
export interface VirtualClock {
  now(): Date
  /**
   * Moves on, stopping at each due instant to let Polku do what is due then.
   * @throws RangeError for a time that has gone by: a journal is never dated back
   */
  advanceTo(at: Date, polku: Pick<Polku, 'msUntilNext' | 'runDue'>): Promise<void>
}

/** How often Polku is asked to do what is due at one instant. */
const mostRounds = 100

/**
 * @example
 * const clock = createVirtualClock(new Date('2026-01-12T09:00:00+02:00'))
 * const polku = await openPolku({ database: ':memory:', clock })
 * await clock.advanceTo(new Date('2026-06-01T09:00:00+03:00'), polku)
 */
export function createVirtualClock(start: Date): VirtualClock {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    advanceTo: async (at, polku) => {
      const to = at.getTime()
      if (!Number.isFinite(to) || to < now) {
        throw new RangeError(`the clock stands at ${new Date(now).toISOString()} and only moves on`)
      }
      for (let standing = 0; ; ) {
        await polku.runDue()
        const untilNext = await polku.msUntilNext()
        if (untilNext === undefined || now + untilNext > to) break
        // somebody may have written meanwhile; what still waits after many rounds never gets done
        standing = untilNext === 0 ? standing + 1 : 0
        if (standing > mostRounds) throw new Error('something that is due does not get done')
        now += untilNext
      }
      now = to
    },
  }
}
