/** Undoes a transaction whose answer was all that was wanted. */
export class DryRun<T> extends Error {
  readonly answer: T
  constructor(answer: T) {
    super('dry run')
    this.answer = answer
  }
}

/**
 * What work in a transaction would answer, with nothing changed: it is run, and thrown away when it hands its answer to
 * `undo`. A problem is thrown as it is.
 * @example await undone<Answer>((undo) => write(context, async (tx) => undo(await work(tx))))
 */
export async function undone<T>(work: (undo: (answer: T | Error) => never) => Promise<unknown>): Promise<T> {
  try {
    await work((answer) => {
      throw answer instanceof Error ? answer : new DryRun(answer)
    })
  } catch (error) {
    if (error instanceof DryRun) return error.answer
    throw error
  }
  throw new Error('a dry run has not handed over its answer')
}
