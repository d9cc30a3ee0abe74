/**
 * How much of the full size the large rows are run at: 1 for figures, a little (`POLKU_BENCH_SCALE=0.02`) to see that
 * they work.
 */
export const scale = readScale(process.env.POLKU_BENCH_SCALE)

/** A size of a large row, in whole things, and at least so many that it still means something. */
export function scaled(full: number, least: number): number {
  return Math.max(least, Math.round(full * scale))
}

function readScale(given: string | undefined): number {
  const value = given === undefined || given === '' ? 1 : Number(given)
  if (value > 0 && value <= 1) return value
  throw new Error(`POLKU_BENCH_SCALE is "${given}"; it must be a number above 0, and 1 at most.`)
}
