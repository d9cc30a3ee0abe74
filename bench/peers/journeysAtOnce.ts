import type { Journeys } from './contender.ts'
import { processorTime } from './processorTime.ts'

/** After this long a journey counts as hung. Milliseconds. */
const patienceMs = 10_000

/** The number of a journey, never used twice in a process, and whether it has been given up. */
export interface Numbered {
  number: number
  givenUp: AbortSignal
}

let numbers = 0

/** What the parts of a journey come to, from its number: whoever takes it must arrive at the same. */
export function resultsOf(number: number): { first: number; signal: number; second: number } {
  const first = number + 1
  const signal = number * 2
  return { first, signal, second: first + signal }
}

/**
 * Takes journeys, each caller one after another. One that throws or hangs is a failure and holds up nobody but its
 * caller, and that for ten seconds at most.
 */
export async function journeysAtOnce(
  count: number,
  atOnce: number,
  takeJourney: (journey: Numbered) => Promise<void>,
): Promise<Journeys> {
  const failures: string[] = []
  const usedBefore = processorTime(process.pid)
  const begun = performance.now()
  let [taken, completed, lastAt] = [0, 0, begun]
  const call = async () => {
    while (taken++ < count) {
      try {
        await withPatience((givenUp) => takeJourney({ number: numbers++, givenUp }))
        completed++
        lastAt = performance.now()
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, call))
  const used = processorTime(process.pid)
  const processorSeconds = used !== undefined && usedBefore !== undefined ? used - usedBefore : undefined
  return { completed, seconds: (lastAt - begun) / 1000, failures, processorSeconds }
}

async function withPatience(work: (givenUp: AbortSignal) => Promise<void>): Promise<void> {
  const giving = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giving.abort()
      reject(new Error(`not completed within ${patienceMs / 1000} s`))
    }, patienceMs)
  })
  try {
    await Promise.race([work(giving.signal), hung])
  } finally {
    clearTimeout(timer)
  }
}
