/** One row of the table: what was measured, beside the baseline of the same run. */
export interface Row {
  /** how it is asked for: `npm run bench <name>` */
  name: string
  what: string
  unit: string
  ours: number
  baseline: number | null
  baselineIs: string | null
  /** ours as a multiple of the baseline, or null where there is none */
  ratio: number | null
  limit: Limit
  /** figures that go with it, such as the size of the file */
  beside: Record<string, number>
}

/** What a row holds itself to: its ratio, or (where the unit is what matters) its figure. */
export interface Limit {
  of: 'ratio' | 'figure'
  is: 'atLeast' | 'atMost'
  value: number
}

/** Whether a row is within its limit. */
export function isReached({ ours, ratio, limit }: Row): boolean {
  const measured = limit.of === 'ratio' ? ratio : ours
  if (measured === null) return false
  return limit.is === 'atLeast' ? measured >= limit.value : measured <= limit.value
}

/** The median, so that one hiccup of a shared machine does not decide. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that this part of all values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Runs ours and the baseline in turn, so that both meet the same weather, and gives each one's median rate. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ ours: number; baseline: number; ratio: number }> {
  const mine: number[] = []
  const theirs: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [first, second] = round % 2 === 0 ? [ours, baseline] : [baseline, ours]
    const one = await first()
    const other = await second()
    const [a, b] = round % 2 === 0 ? [one, other] : [other, one]
    mine.push(a)
    theirs.push(b)
    ratios.push(a / b)
  }
  return { ours: median(mine), baseline: median(theirs), ratio: median(ratios) }
}

/** Things done per second. */
export async function rate(count: number, work: () => Promise<void> | void): Promise<number> {
  const begun = performance.now()
  await work()
  return count / ((performance.now() - begun) / 1000)
}
