import type { Parameters } from 'fast-check'

/**
 * How many runs, and from which seed. The seed is fixed so that everybody sees the same runs;
 * `POLKU_SEED=random` (or a number) and `POLKU_RUNS=1000` look elsewhere and longer; `POLKU_SHRINK=1` looks for the
 * smallest example of what was found.
 */
export function runs<T>(numRuns: number): Parameters<T> {
  const { POLKU_RUNS, POLKU_SEED = '20260302', POLKU_SHRINK } = process.env
  const seed = POLKU_SEED === 'random' ? undefined : Number(POLKU_SEED)
  return {
    numRuns: POLKU_RUNS === undefined ? numRuns : Number(POLKU_RUNS),
    ...(seed === undefined ? {} : { seed }),
    // a run is a whole life of a client: a smaller example is worth minutes only to somebody who looks for the cause
    endOnFailure: POLKU_SHRINK === undefined,
  }
}
