import { type Numbered, resultsOf } from '../../journeysAtOnce.ts'

/** Holds a journey's result against what it must be. @throws Error when it is another */
export function expectResult({ number }: Numbered, result: unknown): void {
  const { second } = resultsOf(number)
  if (result !== second) throw new Error(`came to ${JSON.stringify(result)} instead of ${second}`)
}
