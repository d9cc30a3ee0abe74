import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { JourneyState, Timer } from '../../engine/journey/state.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import { HELSINKI, referenceLocalDate, referenceStartOfDay } from '../engine/calendar/reference.ts'
import { isDated, type Standstill, standstillBefore } from './anchorLaws.ts'
import { waiting } from './promiseLaws.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** While a journey is held nothing is taken, and what stands still is neither lost nor let go. */
export function standstillIsKept(watched: Watch, step: WatchedStep): void {
  const { placed, before, after, pathway } = step
  const { type, entry } = placed
  const wasHeld = before.suspensions.length > 0
  if (type === 'reverse' || after.status === 'ended') return
  if (wasHeld && after.suspensions.length > 0) expect(entry.taken, `${type} of a journey that is held`).toEqual([])
  if (type === 'suspend') {
    const left = new Set(waiting(after).map((one) => one.id))
    const runsOn = new Set(after.timers.map((one) => one.id))
    for (const timer of before.timers) {
      const { id, kind, name } = timer
      if (kind === 'review') continue
      expect(left, `${kind} "${name}" when it was suspended`).toContain(id)
      if (wasHeld || isKept(pathway, before, timer))
        expect(runsOn, `${kind} "${name}" stands still though it is kept`).toContain(id)
      else expect(runsOn, `${kind} "${name}" runs on though it was suspended`).not.toContain(id)
    }
  }
  if (!wasHeld) return
  const held = new Set((after.suspensions.length > 0 ? after.stopped : after.timers).map((one) => one.id))
  for (const { id, kind, name, task } of before.stopped) {
    const isWorkedOn = task !== null && type !== 'resume'
    if (!isWorkedOn && entry.taken.length === 0) expect(held, `${kind} "${name}" after ${type}`).toContain(id)
  }
  const stood = standstillBefore(watched, step)
  if (stood) runsOnAsLongLater(step, stood)
}

/** What stood still is due later by as long as it stood; what was kept is due when it was. (Follow-ups: `duesAreRight`.) */
function runsOnAsLongLater({ before, after, pathway }: WatchedStep, stood: Standstill): void {
  for (const timer of before.timers) {
    const now = after.timers.find(({ id }) => id === timer.id)
    if (now) expect(now, `${timer.kind} "${timer.name}" was not stopped`).toEqual(timer)
  }
  for (const timer of before.stopped) {
    const { id, kind, name, dueAt, dueDate } = timer
    const now = after.timers.find((one) => one.id === id)
    if (!now || (kind !== 'after' && kind !== 'taskDue')) continue
    const what = `${kind} "${name}" after a standstill`
    const date = Temporal.PlainDate.from(dueDate).add({ days: stood.days }).toString()
    if (kind === 'taskDue') {
      expect(now.dueDate, what).toBe(date)
      expect(after.tasks.find((task) => task.id === timer.task)?.dueDate, what).toBe(date)
    } else if (isOnTheClock(pathway, before, timer)) {
      const at = dueAt + stood.ms
      expect({ at: now.dueAt, date: now.dueDate }, what).toEqual({ at, date: referenceLocalDate(at, HELSINKI) })
    } else {
      expect({ at: now.dueAt, date: now.dueDate }, what).toEqual({ at: referenceStartOfDay(date, HELSINKI), date })
    }
  }
}

/** Whether the document (or its kind) lets a timer run on while its journey is held. */
function isKept(pathway: CompiledPathway, state: JourneyState, timer: Timer): boolean {
  const { definition } = pathway.states.get(stateOf(state, timer)) ?? {}
  switch (timer.kind) {
    case 'followUp':
    case 'warning': {
      const followUp = definition?.followUps?.[timer.name]
      return followUp !== undefined && (isDated(followUp) || followUp.whenSuspended === 'keep')
    }
    case 'after': {
      const [first] = [definition?.after?.[timer.name] ?? []].flat()
      return typeof first === 'object' && first.whenSuspended === 'keep'
    }
    case 'taskDue': {
      const task = state.tasks.find(({ id }) => id === timer.task)
      const declared = pathway.document.taskDefinitions?.[timer.name]
      return task?.kind === 'pathway' && declared?.whenSuspended === 'keep'
    }
    case 'review':
    case 'suspensionReview':
      return true
  }
}

function isOnTheClock(pathway: CompiledPathway, state: JourneyState, timer: Timer): boolean {
  const delays = pathway.promises.get(stateOf(state, timer))?.delays ?? []
  const duration = delays.find(([key]) => key === timer.name)?.[1]
  return typeof duration === 'string' && duration.startsWith('PT')
}

const stateOf = ({ visits }: JourneyState, timer: Timer): string =>
  visits.find(({ id }) => id === timer.visit)?.state ?? ''
