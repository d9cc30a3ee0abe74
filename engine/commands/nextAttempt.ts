import type { Context } from './context.ts'

/** After so many failures in a row a person must look: a dead letter. When one has, it gets as many again. */
const attemptsInARow = 8
/** Waits grow by so much: eight attempts last an hour and twenty minutes, for an outside is often away for longer than one. */
const growth = 4
const longestWaitMs = 3_600_000
/** Twice the longest: the clocks of two machines may be apart. */
const impossibleWaitMs = 2 * longestWaitMs

/**
 * When a piece of work may be tried again after so many failures: 1 s, 4 s, 16 s … up to an hour later.
 * @param firstWaitMs how long the first wait is instead of a second
 * @returns epoch milliseconds; null when it is dead
 */
export function nextAttempt({ clock }: Context, failures: number, firstWaitMs = 1000): number | null {
  const inARow = ((failures - 1) % attemptsInARow) + 1
  if (inARow === attemptsInARow) return null
  return clock.now().getTime() + Math.min(firstWaitMs * growth ** (inARow - 1), longestWaitMs)
}

/**
 * Ends waits that are longer than any: what failed while the clock was ahead would stand until that wrong time, though the
 * clock has been set right.
 */
export async function endImpossibleWaits({ store, clock }: Context): Promise<void> {
  const now = clock.now().getTime()
  const until = now + impossibleWaitMs
  if (!(await store.read((tx) => tx.hasWaitsPast(until)))) return
  await store.write((tx) => tx.endWaitsPast(until, now), { background: true })
}
