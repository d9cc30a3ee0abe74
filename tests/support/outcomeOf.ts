import { PolkuProblem } from '../../engine/index.ts'

/** What came of a command: an answer, or the code of the refusal. */
export type Outcome = { answer: unknown } | { refused: PolkuProblem }

export async function outcomeOf(answer: Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await answer }
  } catch (error) {
    if (error instanceof PolkuProblem) return { refused: error }
    throw error
  }
}
