import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fault, InjectedFailure, openWithFault } from '../support/engineParts.ts'
import { generatedPathway } from '../support/generatedPathway.ts'
import { type Outcome, outcomeOf } from '../support/outcomeOf.ts'
import { randomCommand } from '../support/randomCommands.ts'
import { createWorld } from '../support/randomWorld.ts'
import { type Call, resolve } from '../support/resolveCommand.ts'
import { patience, runs } from '../support/runs.ts'
import { readTables, type TableReader } from '../support/tables.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { testClock } from '../support/testClock.ts'

describe('a command that fails in the middle of its transaction', () => {
  let commands = 0
  let failures = 0

  it('leaves every table byte for byte as it was, wherever it fails, and succeeds afterwards', {
    timeout: patience,
  }, async () => {
    const given = fc.array(randomCommand, { minLength: 6, maxLength: 16, size: 'max' })
    await fc.assert(
      fc.asyncProperty(generatedPathway, given, async (document, list) => {
        const file = temporaryFile()
        const clock = testClock()
        const fault: Fault = { atWrite: undefined, writes: 0 }
        const parts = await openWithFault(file, clock, fault)
        const reader = readTables(file)
        try {
          const world = await createWorld(parts, clock, document)
          for (const command of list) {
            const call = await resolve(world, command)
            // the worker keeps its failures in the database itself: told in tests of the queue
            if (!call || call.kind === 'runDue') continue
            commands += 1
            const outcome = await failEverywhere(call, fault, reader, `key-${commands}`)
            if (call.kind === 'start' && 'answer' in outcome) {
              world.journeys.push((outcome.answer as { journey: { id: string } }).journey.id)
            }
          }
        } finally {
          reader.close()
          await parts.close()
          rmSync(dirname(file), { recursive: true, force: true })
        }
      }),
      runs(45),
    )
    console.log(`${commands} commands, failed at ${failures} writes in all`)
    expect(failures).toBeGreaterThan(commands)
  })

  /** Fails at the first write, then at the second, and so on until the command comes through. */
  async function failEverywhere(call: Call, fault: Fault, reader: TableReader, key: string): Promise<Outcome> {
    const before = reader.fingerprint()
    for (fault.atWrite = 1; ; fault.atWrite += 1) {
      fault.writes = 0
      const outcome = await outcomeOf(call.give({ key })).catch((error: unknown) => {
        if (error instanceof InjectedFailure) return undefined
        throw error
      })
      if (outcome !== undefined) {
        // what comes through has made as many writes as could have failed
        expect(fault.writes).toBeLessThan(fault.atWrite)
        fault.atWrite = undefined
        if ('answer' in outcome) expect(reader.fingerprint()).not.toBe(before)
        return outcome
      }
      failures += 1
      expect(reader.fingerprint(), `${call.kind} failed at write ${fault.atWrite}, and something is left of it`).toBe(
        before,
      )
    }
  }
})
