import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { JourneyState, Visit } from '../../engine/journey/state.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import type { FollowUpDefinition } from '../../engine/pathway/states.ts'
import {
  HELSINKI,
  referenceDate,
  referenceDateBefore,
  referenceLocalDate,
  referenceStartOfDay,
} from '../engine/calendar/reference.ts'
import { currentFacts, type KnownFact, type Watch, type WatchedStep } from './watch.ts'

/** Values of the facts that are dates, by name. */
export type DateFacts = ReadonlyMap<string, string>

interface Due {
  date: string
  at: number
}

/**
 * Promise 4, computed again by other means: occurrence n is due at the anchor plus n periods, moved to a working day; a
 * warning so long before it.
 */
export function duesAreRight(pathway: CompiledPathway, state: JourneyState, dates: DateFacts): void {
  for (const timer of state.timers) {
    if (timer.kind !== 'followUp' && timer.kind !== 'warning') continue
    const visit = state.visits.find((one) => one.id === timer.visit)
    const followUp = followUpOf(pathway, visit, timer.name)
    if (!visit || !followUp) throw new Error(`timer ${timer.id} belongs to nothing`)
    const due = dueOf(pathway, visit, timer.name, timer.occurrence, dates)
    if (!due) continue
    const expected = timer.kind === 'followUp' ? due : warningOf(pathway, followUp, due)
    expect({ date: timer.dueDate, at: timer.dueAt }, `"${timer.name}" ${timer.occurrence} is due`).toEqual(expected)
  }
}

/** When an occurrence of a follow-up is due; undefined while its anchor is unknown. */
export function dueOf(
  pathway: CompiledPathway,
  visit: Visit,
  name: string,
  occurrence: number,
  dates: DateFacts,
): Due | undefined {
  const followUp = followUpOf(pathway, visit, name)
  const anchor = followUp && anchorOf(visit, name, followUp, dates)
  return anchor && referenceDue(pathway, followUp, anchor, occurrence)
}

/** The end of a follow-up's window, where it has one. */
export function windowEndOf(pathway: CompiledPathway, visit: Visit, name: string, dates: DateFacts): Due | undefined {
  const followUp = followUpOf(pathway, visit, name)
  const anchor = followUp && anchorOf(visit, name, followUp, dates)
  return anchor && followUp.until ? referenceDue(pathway, { after: followUp.until }, anchor, 1) : undefined
}

/** What was skipped is what else had come due by then, and nothing beyond the end; with `each`, nothing is. */
export function skippedIsRight(_watched: Watch, { placed, before, pathway, facts }: WatchedStep): void {
  const { timer } = placed.entry
  if (timer?.kind !== 'followUp') return
  const armed = before.timers.find((one) => one.id === timer.id)
  const visit = before.visits.find((one) => one.id === armed?.visit)
  const followUp = followUpOf(pathway, visit, timer.name)
  if (!visit || !followUp) throw new Error(`timer ${timer.id} belonged to nothing`)
  if (followUp.catchUp === 'each' || !followUp.every) {
    expect(timer.skipped, `"${timer.name}" skipped`).toBeUndefined()
    return
  }
  const anchor = anchorOf(visit, timer.name, followUp, dateFacts(facts))
  if (!anchor) return
  const end = windowEndOf(pathway, visit, timer.name, dateFacts(facts))?.at ?? Number.POSITIVE_INFINITY
  let last = timer.occurrence
  for (;;) {
    const next = referenceDue(pathway, followUp, anchor, last + 1).at
    if (next > placed.recordedAt || next > end) break
    last += 1
  }
  expect(timer.skipped, `"${timer.name}" skipped`).toEqual(
    last > timer.occurrence ? [timer.occurrence + 1, last] : undefined,
  )
}

/** The dates among the facts that hold. */
export function dateFacts(facts: readonly KnownFact[]): DateFacts {
  const dates = [...currentFacts(facts).values()].filter(({ value }) => typeof value === 'string')
  return new Map(dates.map(({ name, value }) => [name, String(value)]))
}

function followUpOf(pathway: CompiledPathway, visit: Visit | undefined, name: string): FollowUpDefinition | undefined {
  return pathway.states.get(visit?.state ?? '')?.definition.followUps?.[name]
}

export type Anchor = { at: number } | { date: string }

function anchorOf(visit: Visit, name: string, { anchor }: FollowUpDefinition, dates: DateFacts): Anchor | undefined {
  // that what was restarted or moved by a suspension counts from there, `anchorsAreRight` sees to
  if (typeof anchor !== 'object') return visit.anchors?.[name] ?? { at: visit.enteredAt }
  const date = dates.get(anchor.fact)
  return date === undefined ? undefined : { date }
}

export function referenceDue(
  pathway: CompiledPathway,
  followUp: FollowUpDefinition,
  anchor: Anchor,
  occurrence: number,
): Due {
  const period = pathway.duration(followUp.every ?? followUp.after ?? 'P0D')
  const times = followUp.every ? occurrence : 1
  if (typeof period === 'string' && period.startsWith('PT')) {
    const from = 'at' in anchor ? anchor.at : referenceStartOfDay(anchor.date, HELSINKI)
    const at = from + times * Temporal.Duration.from(period).total('milliseconds')
    return { date: referenceLocalDate(at, HELSINKI), at }
  }
  const from = 'at' in anchor ? referenceLocalDate(anchor.at, HELSINKI) : anchor.date
  return startOf(referenceDate(from, period, times, followUp.shift ?? 'none'))
}

/** When a due date is warned of. */
export function warningOf(pathway: CompiledPathway, { warnBefore }: FollowUpDefinition, due: Due): Due {
  return startOf(referenceDateBefore(due.date, pathway.duration(warnBefore ?? 'P0D')))
}

const startOf = (date: string): Due => ({ date, at: referenceStartOfDay(date, HELSINKI) })
