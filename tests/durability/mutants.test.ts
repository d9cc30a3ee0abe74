/** Each mutant has one promise taken out, and must be found out by the check that Polku itself passes. */
import { describe, expect, it } from 'vitest'
import { emptyImage } from './disk.ts'
import { emptyLedger } from './ledger.ts'
import type { Mutant } from './openings.ts'
import { startPolku } from './polkuOnDisk.ts'
import { brokenIn, chooseCuts, survivors } from './powerLoss.ts'
import { createRandom } from './random.ts'

/** So many power losses, and a mutant that is still taken for Polku has shown that the check is blind. */
const MOST_CUTS = 40

const lost = /\(answered\) stands in 0 places/
const known: [Mutant, RegExp][] = [
  ['syncsNothing', lost],
  ['syncsLate', lost],
  ['answersBeforeCommit', lost],
  ['keepsAnswersApart', /\(open\) stands in 1 places, not 0/],
  ['armsTimersApart', /timer rows are/],
  ['writesTasksApart', /rows of (open|all) tasks/],
  ['sendsMessagesApart', /outgoing messages are/],
  ['marksMessagesApart', /module message .* \(under way\)/],
]

describe('the check after a power loss', () => {
  it.each(known)(
    'finds out a Polku that %s',
    async (mutant, finding) => {
      const random = createRandom(mutant.length)
      const before = { image: emptyImage(), ledger: emptyLedger() }
      const polku = await startPolku({ base: before.image, opening: mutant })
      await polku.random({ seed: 1, callers: 16, commands: 250, name: mutant })
      const events = await polku.kill()
      let tried = 0
      let found: string[] = []
      for (const survivor of survivors(before, events, chooseCuts(events, MOST_CUTS, random), random)) {
        tried += 1
        found = (await brokenIn(survivor)).filter((text) => finding.test(text))
        if (found.length > 0) break
      }
      expect(found.length, `after ${tried} power losses`).toBeGreaterThan(0)
    },
    120_000,
  )
})
