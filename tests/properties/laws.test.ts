import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patience, runs } from '../support/runs.ts'
import { newCoverage, noteRun, sharesOf, tableOf } from './coverage.ts'
import { holdLaws, LIVES, lives } from './holdLaws.ts'

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
})
