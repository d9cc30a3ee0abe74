import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'
import { type ChangedParts, openParts } from '../support/engineParts.ts'
import { type Outcome, outcomeOf } from '../support/outcomeOf.ts'
import { createWorld } from '../support/randomWorld.ts'
import { type Call, resolve } from '../support/resolveCommand.ts'
import { readTables } from '../support/tables.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { testClock } from '../support/testClock.ts'
import type { Life } from './holdLaws.ts'

/** Commands whose effect is an entry of one journey; what records facts writes to all of them. */
const ofOneJourney = new Set([
  'send',
  'detour',
  'override',
  'jump',
  'handOver',
  'open',
  'suspend',
  'resume',
  'delegate',
])

/**
 * Promise 5: two engines have one file open, and commands are given to both at once. Each is done alone: whoever named no
 * revision is never told of another, every answer has an entry of its own, and the same key has one effect.
 */
export async function holdAlone({ document, chosen, commands }: Life, changed: ChangedParts = {}): Promise<void> {
  const file = temporaryFile()
  const clock = testClock()
  const masterKey = new Uint8Array(32).fill(1)
  const open = () => openParts({ file, clock, masterKey, changed })
  const engines = [await open(), await open()] as const
  const reader = readTables(file)
  try {
    const world = await createWorld(engines[0], clock, document, chosen)
    for (const [index, command] of commands.entries()) {
      const calls: Call[] = []
      for (const polku of engines) {
        const call = await resolve({ ...world, polku }, command)
        if (call?.journey !== undefined && ofOneJourney.has(call.kind)) calls.push(call)
      }
      const isSameKey = index % 2 === 0
      const give = (call: Call, which: number) => outcomeOf(call.give({ key: `key-${index}-${isSameKey ? 0 : which}` }))
      const outcomes = await Promise.all(calls.map(give))
      eachIsAlone(calls, outcomes, isSameKey)
      await Promise.all(engines.map((engine) => engine.runDue()))
      for (const { id } of reader.rows<{ id: string }>('SELECT id FROM journeys')) await engines[1].journeys.replay(id)
    }
  } finally {
    reader.close()
    for (const engine of engines) await engine.close()
    rmSync(dirname(file), { recursive: true, force: true })
  }
}

function eachIsAlone(calls: readonly Call[], outcomes: readonly Outcome[], isSameKey: boolean): void {
  const entries: string[] = []
  for (const [index, outcome] of outcomes.entries()) {
    const kind = calls[index]?.kind
    if ('refused' in outcome) {
      if (calls[index]?.revision === undefined)
        expect(outcome.refused.code, `${kind} was told of a revision that it did not ask for`).not.toBe(
          'stale-revision',
        )
      continue
    }
    const { journey, entry } = outcome.answer as { journey: { id: string }; entry: number }
    entries.push(`${journey.id} ${entry}`)
  }
  const isDecided = calls.some(({ revision }) => revision !== undefined)
  if (isDecided) expect(new Set(entries).size, `entries of one revision of ${calls[0]?.kind}`).toBeLessThanOrEqual(1)
  const effects = isSameKey ? Math.min(1, entries.length) : entries.length
  expect(new Set(entries).size, `entries of ${calls[0]?.kind}: ${entries.join()}`).toBe(effects)
}
