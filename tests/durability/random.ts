/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** at least 0, below 1 */
  share(): number
  /** from 0 up to, not including, `end` */
  below(end: number): number
  pick<T>(from: readonly T[]): T
  /** another row of numbers, which this one determines */
  fork(): Random
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for choosing where to cut. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(share() * end)
  return {
    share,
    below,
    pick: (from) => {
      const chosen = from[below(from.length)]
      if (chosen === undefined) throw new Error('there is nothing to pick from')
      return chosen
    },
    fork: () => createRandom(below(2 ** 32)),
  }
}
