import fc from 'fast-check'
import { afterAll, describe, it } from 'vitest'
import type { ChangedParts } from '../support/engineParts.ts'
import { patience, runs } from '../support/runs.ts'
import { comparesNoRevision, inEachWork, readsBeforeLocking } from './changedParts.ts'
import { holdAlone } from './holdAlone.ts'
import { lives } from './holdLaws.ts'
import { type Found, findOut, report } from './mutants.ts'

const MOST_LIVES = 20

const property = (changed: ChangedParts) => fc.asyncProperty(lives, (life) => holdAlone(life, changed))

/** Without its exclusiveness the revision alone still keeps what was written; whoever loses is told, though they did not ask. */
const mutants: [name: string, changed: ChangedParts, finding: RegExp][] = [
  ['reads before it locks', { store: readsBeforeLocking }, /a revision that it did not ask for|revision|UNIQUE/],
  [
    'reads before it locks, and compares no revision',
    { store: (store) => readsBeforeLocking(comparesNoRevision(store)) },
    /UNIQUE|entries of|folds to another/,
  ],
  [
    'deals with a message that another worker has dealt with',
    inEachWork((tx) => ({
      message: async (id) => {
        const row = await tx.message(id)
        return row && { ...row, deliveredAt: null }
      },
    })),
    /UNIQUE/,
  ],
]

describe('two engines on one file', () => {
  const found: Found[] = []
  afterAll(() => report(found, mutants.length))

  it('do each command alone, and once under a key', { timeout: patience }, async () => {
    await fc.assert(property({}), runs(MOST_LIVES))
  })

  it.each(mutants)('find out one that %s', { timeout: patience }, async (name, changed, finding) => {
    found.push(await findOut(name, property(changed), { most: MOST_LIVES, finding }))
  })
})
