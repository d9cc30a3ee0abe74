import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patience, runs } from '../support/runs.ts'
import { newCoverage, noteRun, sharesOf, tableOf } from './coverage.ts'
import { holdLaws, LIVES, lives, livesOfMigrations } from './holdLaws.ts'

/** So many lives, in each of which journeys come to other versions twenty times. */
const MIGRATED_LIVES = 40

describe('whatever is asked of a journey, in whatever order', () => {
  const coverage = newCoverage()

  it('every promise holds after every command', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        noteRun(coverage, await holdLaws(life), life.commands.length)
      }),
      runs(LIVES),
    )
  })

  it('and enough of what is rare has come up', () => {
    console.log(tableOf(coverage))
    for (const [what, share] of Object.entries(sharesOf(coverage))) expect(share, what).toBeGreaterThanOrEqual(5)
  })

  it('and where journeys come to other versions of their pathway', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(livesOfMigrations, async (life) => void (await holdLaws(life))),
      runs(MIGRATED_LIVES),
    )
  })
})
