/**
 * Calls at fixed times, whether or not earlier calls have been answered, and measures each from the time at which it
 * should have been made: a stall counts against every call that falls into it, as people would feel it.
 * @returns `stop`, which waits for the answers under way and gives the milliseconds that each call took
 */
export function callEvery(periodMs: number, call: (index: number) => Promise<unknown>): () => Promise<number[]> {
  const begun = performance.now()
  const answers: Promise<number>[] = []
  let timer: NodeJS.Timeout | undefined
  const plannedAt = (index: number) => begun + index * periodMs
  const callAllDue = () => {
    while (plannedAt(answers.length) <= performance.now()) {
      const planned = plannedAt(answers.length)
      const answered = call(answers.length).then(() => performance.now() - planned)
      // a refusal is told when the answers are gathered
      answered.catch(() => undefined)
      answers.push(answered)
    }
    timer = setTimeout(callAllDue, plannedAt(answers.length) - performance.now())
  }
  callAllDue()
  return async () => {
    clearTimeout(timer)
    return Promise.all(answers)
  }
}
