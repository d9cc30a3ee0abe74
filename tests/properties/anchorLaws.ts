import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { JourneyState, Visit } from '../../engine/journey/state.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import type { FollowUpDefinition } from '../../engine/pathway/states.ts'
import { HELSINKI, referenceLocalDate } from '../engine/calendar/reference.ts'
import type { Anchor } from './dueDates.ts'
import { stepTime } from './promiseLaws.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** What the follow-ups of a journey count from where that is no longer entry, and since when it stands still. */
export interface Counting {
  /** by visit and follow-up */
  anchors: ReadonlyMap<string, Anchor>
  since: number | undefined
}

/** How long a journey has stood still. */
export interface Standstill {
  ms: number
  /** local calendar days */
  days: number
}

/**
 * Promise 4, told again from the journal alone: a follow-up counts from entry to its state; one that restarts, from the
 * last return by history; and while a journey stands still, what the document does not keep stands still with it.
 */
export function anchorsAreRight(watched: Watch, step: WatchedStep): void {
  const { placed, after, pathway } = step
  const past = watched.counting.get(placed.journey) ?? []
  watched.counting.set(placed.journey, past)
  const now = countingAfter(step, past)
  past.push(now)
  for (const visit of [...after.visits, ...after.left]) {
    for (const [name, followUp] of followUpsOf(pathway, visit)) {
      if (isDated(followUp)) continue
      const entered: Anchor = { at: visit.enteredAt }
      expect(visit.anchors?.[name] ?? entered, `"${name}" of "${visit.state}" counts from`).toEqual(
        now.anchors.get(keyOf(visit.id, name)) ?? entered,
      )
    }
  }
}

/** How long a journey has stood still that runs on with this step; undefined where it does not. */
export function standstillBefore({ counting }: Watch, step: WatchedStep): Standstill | undefined {
  const { since } = counting.get(step.placed.journey)?.[step.placed.seq - 2] ?? {}
  if (since === undefined || !isRunOn(step)) return undefined
  const [from, to] = [since, stepTime(step)].map((at) => Temporal.PlainDate.from(referenceLocalDate(at, HELSINKI)))
  return from && to && { ms: stepTime(step) - since, days: from.until(to, { largestUnit: 'days' }).days }
}

/** Whether a follow-up counts from a date that is known of the client: nothing moves that but the date. */
export const isDated = ({ anchor }: FollowUpDefinition): boolean => typeof anchor === 'object'

/** The last suspension ends. */
const isRunOn = ({ placed, before }: WatchedStep) => placed.type === 'resume' && before.suspensions.length === 1

function countingAfter(step: WatchedStep, past: readonly Counting[]): Counting {
  const { placed, before, after, pathway } = step
  const { type, entry, seq } = placed
  const at = stepTime(step)
  // what is taken back has not been: everything counts as it did before
  const known = type === 'reverse' ? past[(entry.reverses ?? 0) - 2] : past[seq - 2]
  const anchors = new Map(known?.anchors)
  if (isRunOn(step)) {
    const stood = { since: known?.since ?? at, until: at }
    for (const visit of before.visits) move(anchors, pathway, visit, stood)
  }
  for (const change of entry.changes) {
    // what goes on in another visit counts from where it did
    for (const one of change.change === 'migrated' ? change.absorbed : []) {
      for (const [name, anchor] of Object.entries(one.anchors)) {
        const key = keyOf(one.into, name)
        if (!anchors.has(key)) anchors.set(key, anchor)
      }
    }
    if (change.change !== 'visitContinued') continue
    const visit = [...after.visits, ...after.left].find(({ id }) => id === change.visit)
    if (!visit) continue
    for (const [name, followUp] of followUpsOf(pathway, visit)) {
      if (followUp.restart && !isDated(followUp)) anchors.set(keyOf(visit.id, name), { at })
    }
  }
  return { anchors, since: standingSince(known?.since, type, at, after) }
}

function standingSince(
  known: number | undefined,
  type: WatchedStep['placed']['type'],
  at: number,
  { suspensions }: JourneyState,
): number | undefined {
  if (suspensions.length === 0) return undefined
  return type === 'suspend' ? Math.min(known ?? at, at) : known
}

/** What counts on the clock moves by the time that the journey has stood, what counts in days by the local days. */
function move(
  anchors: Map<string, Anchor>,
  pathway: CompiledPathway,
  visit: Visit,
  { since, until }: { since: number; until: number },
): void {
  for (const [name, followUp] of followUpsOf(pathway, visit)) {
    if (followUp.whenSuspended === 'keep' || isDated(followUp)) continue
    const key = keyOf(visit.id, name)
    const old = anchors.get(key) ?? { at: visit.enteredAt }
    const period = pathway.duration(followUp.every ?? followUp.after ?? 'P0D')
    if ('at' in old && typeof period === 'string' && period.startsWith('PT')) {
      anchors.set(key, { at: old.at + until - since })
      continue
    }
    const day = (at: number) => Temporal.PlainDate.from(referenceLocalDate(at, HELSINKI))
    const from = 'at' in old ? day(old.at) : Temporal.PlainDate.from(old.date)
    anchors.set(key, { date: from.add(day(since).until(day(until), { largestUnit: 'days' })).toString() })
  }
}

function followUpsOf(pathway: CompiledPathway, { state }: Visit): [string, FollowUpDefinition][] {
  return Object.entries(pathway.states.get(state)?.definition.followUps ?? {})
}

const keyOf = (visit: number, followUp: string) => `${visit} ${followUp}`
