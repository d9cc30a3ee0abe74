import type { Polku } from '../engine/index.ts'

/** Who measures: a person with the case role that the pathway asks for. */
export const by = { user: 'mittaaja', roles: ['counsellor'] }

/** Journeys to walk: how many, and the id of each. */
export interface Walked {
  count: number
  journeyAt(index: number): string
}

/** Steps that are to be taken by so many callers at once, each on journeys of its own, in random order. */
export type Walk = (callers: number, steps: number) => (polku: Polku) => Promise<void>

interface PlannedStep {
  journey: string
  send: { by: typeof by; event: string; key: string }
}

/**
 * Plans walks of journeys of the measured pathway to and fro: what is measured is the engine, not the choosing. It
 * remembers between walks which journeys are away, so that every step is one that the pathway allows; each has a key of
 * its own. Walks are taken in the order in which they are planned.
 */
export function createWalk({ count, journeyAt }: Walked): Walk {
  const away = new Set<number>()
  const random = createRandom(1)
  let keys = 0
  const planStep = (caller: number, share: number): PlannedStep => {
    const index = caller * share + Math.floor(random() * share)
    const event = away.has(index) ? 'palaa' : 'aloita'
    if (!away.delete(index)) away.add(index)
    return { journey: journeyAt(index), send: { by, event, key: `k${keys++}` } }
  }
  return (callers, steps) => {
    const share = Math.floor(count / callers)
    const plans = Array.from({ length: callers }, (): PlannedStep[] => [])
    for (let step = 0; step < steps; step++) plans[step % callers]?.push(planStep(step % callers, share))
    const call = async (polku: Polku, plan: readonly PlannedStep[]) => {
      for (const { journey, send } of plan) await polku.journeys.send(journey, send)
    }
    return async (polku) => {
      await Promise.all(plans.map((plan) => call(polku, plan)))
    }
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
