import type { Polku } from '../engine/index.ts'

/** Who measures: a person with the case role that the pathway asks for. */
export const by = { user: 'mittaaja', roles: ['counsellor'] }

/** Journeys to walk: how many, and the id of each. */
export interface Walked {
  count: number
  journeyAt(index: number): string
}

/** Steps taken by so many callers at once, each on journeys of its own, in random order. */
export type Walk = (polku: Polku, callers: number, steps: number) => Promise<void>

/**
 * Walks journeys of the measured pathway to and fro. It remembers between walks which of them are away, so that every
 * step is one that the pathway allows; each has a key of its own.
 */
export function createWalk({ count, journeyAt }: Walked): Walk {
  const away = new Set<number>()
  const random = createRandom(1)
  let keys = 0
  return async (polku, callers, steps) => {
    let left = steps
    const share = Math.floor(count / callers)
    const call = async (caller: number) => {
      while (left-- > 0) {
        const index = caller * share + Math.floor(random() * share)
        const event = away.has(index) ? 'palaa' : 'aloita'
        if (!away.delete(index)) away.add(index)
        await polku.journeys.send(journeyAt(index), { by, event, key: `k${keys++}` })
      }
    }
    await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  }
}

/** Random numbers from 0 to below 1, the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
