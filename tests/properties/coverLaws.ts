import { expect } from 'vitest'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import { type Coverage, coverageOf } from '../../engine/pathway/verify/analysis/coverage.ts'
import { verifyContext } from '../../engine/pathway/verify/verifyContext.ts'
import type { Watch, WatchedStep } from './watch.ts'

const verdicts = new WeakMap<CompiledPathway, ReadonlyMap<string, Coverage>>()

function verdictsOf(pathway: CompiledPathway): ReadonlyMap<string, Coverage> {
  const known = verdicts.get(pathway) ?? coverageOf(verifyContext(pathway.document, pathway.parameters))
  verdicts.set(pathway, known)
  return known
}

/**
 * Promise 8, as verification proves it: where it says proved, the engine has no review of its own to arm; where it says
 * failing, nothing that the pathway promises is armed.
 */
export function verdictsAreRight(
  { migrated }: Pick<Watch, 'migrated'>,
  { placed, after, pathway }: Pick<WatchedStep, 'placed' | 'after' | 'pathway'>,
): void {
  // verification looks at lives that are lived on one version: what another has left behind it does not know
  if (migrated.has(placed.journey)) return
  // while it is held it has the suspension's review, or a module its parent's
  if (after.status !== 'active' || after.suspensions.length > 0) return
  const coverage = verdictsOf(pathway)
  const told = pathway.machine.active(after).map((state) => coverage.get(state))
  if (told.includes('proved')) {
    expect(
      after.timers.filter(({ kind }) => kind === 'review'),
      'a review where coverage was proved',
    ).toEqual([])
  }
  if (told.includes('failing')) {
    const byPeople = new Set(after.tasks.flatMap(({ id, kind }) => (kind === 'pathway' ? [] : [id])))
    const promised = after.timers.filter(
      ({ kind, task }) => kind === 'followUp' || kind === 'after' || (kind === 'taskDue' && !byPeople.has(task ?? 0)),
    )
    expect(promised, 'a promise where verification found none').toEqual([])
  }
}
