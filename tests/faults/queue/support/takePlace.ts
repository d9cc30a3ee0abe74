import type { WhenFinished } from '../../../support/temporaryFolder.ts'

/** So many runs at once: each has four processes or more, most of the time waiting for something to come due. */
const places = 3

let taken = 0
const waiting: (() => void)[] = []

/** Resolves when it is this test's turn; the place is free again when it has finished. */
export async function takePlace(whenFinished: WhenFinished): Promise<void> {
  if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve))
  else taken += 1
  whenFinished(() => {
    const next = waiting.shift()
    if (next) next()
    else taken -= 1
  })
}
