import { dateHoldsUntil, dueAfter } from '../pathway/calendar/index.ts'
import { own } from '../pathway/own.ts'
import type { Circumstances } from './decide.ts'

/**
 * Until when what can be done next stays as it is, if nothing happens to the journey and nothing is recorded of its client:
 * until a timer is due, a value outlives its shelf life, or the local date changes, by which days are counted. Epoch
 * milliseconds, exclusive; `now` where it may change at any moment.
 */
export function steadyUntil({ pathway, state, facts, now }: Circumstances): number {
  for (const { expression } of pathway.criteria.values()) if (expression.usesClock) return now
  let until = dateHoldsUntil(now, pathway.calendar.zone)
  for (const { dueAt } of state.timers) until = Math.min(until, Math.max(now, dueAt))
  for (const [name, { holdsFrom }] of facts) {
    const shelfLife = own(pathway.document.facts, name)?.shelfLife
    if (!shelfLife) continue
    const { at } = dueAfter({ at: holdsFrom }, pathway.duration(shelfLife), { calendar: pathway.calendar })
    if (at > now) until = Math.min(until, at)
  }
  return until
}
