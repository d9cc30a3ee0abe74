import type { HistoryEntry } from '../../engine/index.ts'

type Change = HistoryEntry['entry']['changes'][number]
type Timer = Extract<Change, { change: 'timerArmed' }>['timer']

/** What stood before an entry: entries name it by number only. */
export interface Standing {
  /** the state of each visit */
  visits: Map<number, string>
  /** armed timers, with the dates they have been moved to; those that stand still too */
  timers: Map<number, Timer>
  /** suspensions by number, with their codes */
  suspensions: Map<number, string | null>
}

export const nothingStands = (): Standing => ({ visits: new Map(), timers: new Map(), suspensions: new Map() })

/** Moves on to what stands after an entry. */
export function moveOn({ visits, timers, suspensions }: Standing, { entry }: HistoryEntry): void {
  for (const one of entry.changes) {
    switch (one.change) {
      case 'visitOpened':
        visits.set(one.visit.id, one.visit.state)
        break
      case 'timerArmed':
        timers.set(one.timer.id, one.timer)
        break
      case 'timerMoved':
      case 'timerResumed': {
        const timer = timers.get(one.timer)
        if (timer) timers.set(one.timer, { ...timer, dueAt: one.dueAt, dueDate: one.dueDate })
        break
      }
      case 'timerActed':
      case 'timerCancelled':
        timers.delete(one.timer)
        break
      case 'suspended':
        suspensions.set(one.suspension.id, one.suspension.code)
        break
      case 'resumed':
        suspensions.delete(one.suspension)
        break
      default:
    }
  }
}
