import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { JourneyState, Visit } from '../../engine/journey/state.ts'
import type { FollowUpDefinition } from '../../engine/pathway/document.ts'
import {
  HELSINKI,
  referenceDate,
  referenceDateBefore,
  referenceLocalDate,
  referenceStartOfDay,
} from '../engine/calendar/reference.ts'
import type { Watch, WatchedStep } from './watch.ts'

interface Due {
  date: string
  at: number
}

/**
 * Promise 4, computed again by other means: occurrence n is due at the anchor plus n periods, moved to a working day; a
 * warning so long before it.
 */
export function duesAreRight(watched: Watch, state: JourneyState, dateFacts: ReadonlyMap<string, string>): void {
  for (const timer of state.timers) {
    if (timer.kind !== 'followUp' && timer.kind !== 'warning') continue
    const visit = state.visits.find((one) => one.id === timer.visit)
    const followUp = followUpOf(watched, visit, timer.name)
    if (!visit || !followUp) throw new Error(`timer ${timer.id} belongs to nothing`)
    const anchor = anchorOf(visit, timer.name, followUp, dateFacts)
    if (anchor === 'not computed here') continue
    const due = referenceDue(watched, followUp, anchor, timer.occurrence)
    const expected = timer.kind === 'followUp' ? due : referenceWarning(watched, followUp, due)
    expect({ date: timer.dueDate, at: timer.dueAt }, `${timer.name} ${timer.occurrence}`).toEqual(expected)
  }
}

/** What was skipped is what else had come due by then, and nothing beyond the end; with `each`, nothing is. */
export function skippedIsRight(watched: Watch, { placed, before }: WatchedStep): void {
  const { timer } = placed.entry
  if (timer?.kind !== 'followUp') return
  const armed = before.timers.find((one) => one.id === timer.id)
  const visit = before.visits.find((one) => one.id === armed?.visit)
  const followUp = followUpOf(watched, visit, timer.name)
  if (!visit || !followUp) throw new Error(`timer ${timer.id} belonged to nothing`)
  if (followUp.catchUp === 'each' || !followUp.every) {
    expect(timer.skipped).toBeUndefined()
    return
  }
  const anchor = anchorOf(visit, timer.name, followUp, new Map())
  if (anchor === 'not computed here') return
  const end = followUp.until ? referenceDue(watched, { after: followUp.until }, anchor, 1).at : Number.POSITIVE_INFINITY
  let last = timer.occurrence
  for (;;) {
    const next = referenceDue(watched, followUp, anchor, last + 1).at
    if (next > placed.recordedAt || next > end) break
    last += 1
  }
  expect(timer.skipped).toEqual(last > timer.occurrence ? [timer.occurrence + 1, last] : undefined)
}

function followUpOf({ pathway }: Watch, visit: Visit | undefined, name: string): FollowUpDefinition | undefined {
  return pathway.states.get(visit?.state ?? '')?.definition.followUps?.[name]
}

type Anchor = { at: number } | { date: string }

function anchorOf(
  visit: Visit,
  name: string,
  { anchor }: FollowUpDefinition,
  dateFacts: ReadonlyMap<string, string>,
): Anchor | 'not computed here' {
  // restarted, or moved by a suspension: told in examples
  if (visit.anchors?.[name]) return 'not computed here'
  if (typeof anchor !== 'object') return { at: visit.enteredAt }
  const date = dateFacts.get(anchor.fact)
  return date === undefined ? 'not computed here' : { date }
}

function referenceDue(watched: Watch, followUp: FollowUpDefinition, anchor: Anchor, occurrence: number): Due {
  const period = watched.pathway.duration(followUp.every ?? followUp.after ?? 'P0D')
  const times = followUp.every ? occurrence : 1
  if (typeof period === 'string' && period.startsWith('PT')) {
    const from = 'at' in anchor ? anchor.at : referenceStartOfDay(anchor.date, HELSINKI)
    const at = from + times * Temporal.Duration.from(period).total('milliseconds')
    return { date: referenceLocalDate(at, HELSINKI), at }
  }
  const from = 'at' in anchor ? referenceLocalDate(anchor.at, HELSINKI) : anchor.date
  return startOf(referenceDate(from, period, times, followUp.shift ?? 'none'))
}

function referenceWarning({ pathway }: Watch, { warnBefore }: FollowUpDefinition, due: Due): Due {
  return startOf(referenceDateBefore(due.date, pathway.duration(warnBefore ?? 'P0D')))
}

const startOf = (date: string): Due => ({ date, at: referenceStartOfDay(date, HELSINKI) })
