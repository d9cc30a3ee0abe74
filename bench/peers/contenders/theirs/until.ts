import { setTimeout as sleep } from 'node:timers/promises'
import type { Numbered } from '../../journeysAtOnce.ts'

/** How often a peer is asked that tells nobody. Milliseconds. */
const askEveryMs = 5

/** Asks until there is an answer, or the journey is given up. */
export async function until<T>({ givenUp }: Numbered, ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await sleep(askEveryMs, undefined, { signal: givenUp })
  }
}
