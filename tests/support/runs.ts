import type { Parameters } from 'fast-check'

const { POLKU_RUNS, POLKU_SEED = '20260302', POLKU_SHRINK, POLKU_SOAK } = process.env
const isSoak = POLKU_SOAK === '1'
/** Whether it runs for longer than a test run has time for. */
const isLonger = isSoak || POLKU_RUNS !== undefined
/** In a soak the longest takes half an hour. */
const longest = 2 * 3_600_000

/**
 * So many times as many runs in `npm run soak`. With what it does besides, it takes some four hours of one core: two hours on
 * two that do nothing else (computed from what each run takes in `npm test`).
 */
const LONGER = 40

/** How long a test may take, milliseconds: what hangs is ended, also on a machine that is twice as slow as ours. */
export const testTimeout = isLonger ? longest : 300_000
/** How long a property may take that is long in `npm test` already, milliseconds. */
export const patience = isLonger ? longest : 900_000

/**
 * How many runs, and from which seed. The seed is fixed so that everybody sees the same runs;
 * `POLKU_SEED=random` (or a number) and `POLKU_RUNS=1000` look elsewhere and longer; `POLKU_SHRINK=1` looks for the
 * smallest example of what was found. `npm run soak` looks from another seed each time, and longer.
 */
export function runs<T>(numRuns: number): Parameters<T> {
  const seed = POLKU_SEED === 'random' ? undefined : Number(POLKU_SEED)
  const usual = isSoak ? LONGER * numRuns : numRuns
  return {
    numRuns: POLKU_RUNS === undefined ? usual : Number(POLKU_RUNS),
    ...(seed === undefined ? {} : { seed }),
    // a run is a whole life of a client: a smaller example is worth minutes only to somebody who looks for the cause
    endOnFailure: POLKU_SHRINK === undefined,
  }
}
