import { own } from '../../own.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { leaves } from './domain.ts'
import { ancestorsOf, isWithin, regionsOf } from './stateGraph.ts'

/**
 * Whether a client who stays in a leaf is followed up for as long as that lasts, by what the document itself promises:
 * `proved`, whatever facts, people and modules do; `failing` where it promises nothing at all, so that only the engine's
 * own review is left from the first day on; `unproved` where there is something that may come to an end.
 */
export type Coverage = 'proved' | 'failing' | 'unproved'

/** The coverage of every leaf that a journey may rest in. */
export function coverageOf(context: VerifyContext): Map<string, Coverage> {
  const resting = context.graph.leaves('').filter((leaf) => !isEnd(leaf, context))
  return new Map(
    resting.map((leaf) => [
      leaf,
      isCovered(leaf, context) ? 'proved' : isEmpty(leaf, context) ? 'failing' : 'unproved',
    ]),
  )
}

/** Whether a leaf ends the pathway. */
export function isEnd(leaf: string, { states }: VerifyContext): boolean {
  const state = states.get(leaf)
  return state?.type === 'final' && state.parent === ''
}

/** Proved assuming that every criterion is false or unknown and every task gets closed. */
function isCovered(leaf: string, context: VerifyContext): boolean {
  const active = certainlyActive(leaf, context)
  const isFollowedUp = [...active].some((path) =>
    Object.values(context.states.get(path)?.definition.followUps ?? {}).some(
      ({ every, until, anchor }) => every !== undefined && until === undefined && typeof anchor !== 'object',
    ),
  )
  return isFollowedUp || [...active].some((path) => leadsOnByItself(path, leaf, context))
}

/** Whether time, or nothing at all, takes a journey out of a leaf without anybody deciding. */
function leadsOnByItself(path: string, leaf: string, context: VerifyContext): boolean {
  return (context.transitionsOf.get(path) ?? []).some(
    // a delay counts from entry to its state, once: a state that is not left with the leaf does not count it again
    (one) => isCertain(one) && leaves(one, leaf, context) && leaves(one, path, context),
  )
}

/** One that keeps its time may come due while the journey is held, and is then proposed to somebody, once. */
const isCertain = ({ kind, index, definition }: PlacedTransition): boolean =>
  (kind === 'after' || kind === 'always') &&
  index === 0 &&
  definition.automatic === true &&
  definition.whenSuspended !== 'keep' &&
  !definition.criteria?.length

/** Whether nothing that may be active with a leaf promises anything, opens anything, or goes on by itself. */
function isEmpty(leaf: string, context: VerifyContext): boolean {
  return possiblyActive(leaf, context).every((path) => {
    const { followUps, tasks, modules, after, always } = context.states.get(path)?.definition ?? {}
    const isDone = own(context.states.get(path)?.definition, 'onDone') !== undefined && context.graph.canBeDone(path)
    return !isDone && [followUps, tasks, modules, after, always].every((held) => held === undefined || isVoid(held))
  })
}

const isVoid = (held: object | string): boolean => typeof held === 'object' && Object.keys(held).length === 0

/** What may be active while a leaf is: its ancestors, and all that is in the regions beside them. */
function possiblyActive(leaf: string, { states, graph }: VerifyContext): string[] {
  const around = [leaf, ...ancestorsOf(leaf, states)]
  const parallel = around.filter((path) => states.get(path)?.type === 'parallel')
  return [...graph.reachable].filter((path) => around.includes(path) || parallel.some((one) => isWithin(path, one)))
}

/** What is active whenever a leaf is: its ancestors, and the regions beside them as far as they do not vary. */
function certainlyActive(leaf: string, { states }: VerifyContext): Set<string> {
  const active = new Set([leaf, ...ancestorsOf(leaf, states)])
  const addRegions = (path: string): void => {
    const state = states.get(path)
    if (state?.type !== 'parallel') return
    for (const region of regionsOf(state, states)) {
      active.add(region)
      if (!isWithin(leaf, region)) addRegions(region)
    }
  }
  for (const path of [...active]) addRegions(path)
  return active
}
