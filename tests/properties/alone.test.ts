import fc from 'fast-check'
import { afterAll, describe, it } from 'vitest'
import type { Store, WriteTx } from '../../engine/store/store.ts'
import type { ChangedParts } from '../support/engineParts.ts'
import { inEachWork } from './changedParts.ts'
import { holdAlone } from './holdAlone.ts'
import { lives } from './holdLaws.ts'
import { type Found, findOut, report } from './mutants.ts'
import { patience, runs } from './settings.ts'

const MOST_LIVES = 20

const property = (changed: ChangedParts) => fc.asyncProperty(lives, (life) => holdAlone(life, changed))

const isWrite = (name: string) => /^(insert|update|delete|append|save|mark|timerFailed|delivery|revive)/.test(name)

/** A store that lets go of its lock between what a work reads and what it writes. */
function readsBeforeLocking(store: Store): Store {
  return {
    ...store,
    write: async (work) => {
      const later: ((tx: WriteTx) => Promise<unknown>)[] = []
      const result = await store.write((tx) => {
        later.length = 0
        return work(
          new Proxy(tx, {
            get(target, name, receiver) {
              const method: unknown = Reflect.get(target, name, receiver)
              if (typeof method !== 'function' || !isWrite(String(name))) return method
              return async (...args: unknown[]) => {
                later.push((own) => Reflect.apply(Reflect.get(own, name), own, args))
                return 0
              }
            },
          }),
        )
      })
      if (later.length > 0) {
        await store.write(async (tx) => {
          for (const write of later) await write(tx)
        })
      }
      return result
    },
  }
}

/** Whatever revision a journey has by now is taken for the expected one. */
const comparesNoRevision = inEachWork((tx) => ({
  updateJourney: async (row) => tx.updateJourney(row, (await tx.journey(row.id))?.revision ?? 0),
}))

/** Without its exclusiveness the revision alone still keeps what was written; whoever loses is told, though they did not ask. */
const mutants: [name: string, changed: ChangedParts, finding: RegExp][] = [
  ['reads before it locks', { store: readsBeforeLocking }, /a revision that it did not ask for|revision|UNIQUE/],
  [
    'reads before it locks, and compares no revision',
    { store: (store) => readsBeforeLocking(comparesNoRevision.store?.(store) ?? store) },
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
