import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { Change } from '../../engine/journey/changes.ts'
import type { JourneyState, Timer, Visit } from '../../engine/journey/state.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import { HELSINKI, referenceDate, referenceLocalDate, referenceStartOfDay } from '../engine/calendar/reference.ts'
import { type DateFacts, dueOf, referenceDue, warningOf, windowEndOf } from './dueDates.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** Every timer that is armed or stands still. */
export const waiting = ({ timers, stopped }: JourneyState): Timer[] => [...timers, ...stopped]

/** Promises 4 and 8: what the open states promise in time is armed, occurrence by occurrence, until it has been done. */
export function promisesAreArmed(pathway: CompiledPathway, state: JourneyState, dates: DateFacts): void {
  for (const visit of state.visits) {
    for (const [name, followUp] of Object.entries(pathway.states.get(visit.state)?.definition.followUps ?? {})) {
      const armed = waiting(state).filter(
        (one) => one.kind === 'followUp' && one.visit === visit.id && one.name === name,
      )
      const next = (visit.acted[name] ?? 0) + 1
      const due = dueOf(pathway, visit, name, next, dates)
      const end = windowEndOf(pathway, visit, name, dates)
      const isOver = followUp.every ? end !== undefined && due !== undefined && due.at > end.at : next > 1
      const expected = isOver || due === undefined ? [] : [next]
      expect(
        armed.map(({ occurrence }) => occurrence),
        `occurrences of "${name}" of "${visit.state}"`,
      ).toEqual(expected)
    }
  }
}

/** Promise 8: every open task with a date is watched until it is late; every suspension until its review. */
export function openWorkIsWatched(_pathway: CompiledPathway, state: JourneyState): void {
  for (const task of state.tasks) {
    if (task.dueDate === null || task.overdue) continue
    const timers = waiting(state).filter((one) => one.kind === 'taskDue' && one.task === task.id)
    expect(
      timers.map((one) => one.dueAt),
      `task ${task.id} due ${task.dueDate}`,
    ).toEqual([startOf(dayAfter(task.dueDate))])
  }
  for (const { id, reviewDate, ofParent } of state.suspensions) {
    const reviews = state.timers.filter((one) => one.kind === 'suspensionReview' && one.name === String(id))
    const isDue = startOf(reviewDate) <= state.at
    const expected = ofParent !== undefined ? [] : [startOf(reviewDate)]
    if (!isDue || reviews.length > 0)
      expect(
        reviews.map((one) => one.dueAt),
        `suspension ${id}`,
      ).toEqual(expected)
  }
}

/** The promise of a document, made by a step: entering a state opens its tasks, arms its delays, counts from that time. */
export function entryIsKept({ world: { document } }: Watch, step: WatchedStep): void {
  const { placed, after, pathway } = step
  const at = stepTime(step)
  for (const change of placed.entry.changes) {
    if (change.change === 'visitOpened') {
      const { visit } = change
      expect(visit.enteredAt, `"${visit.state}" was entered`).toBe(at)
      for (const name of pathway.states.get(visit.state)?.definition.tasks ?? []) taskIsOpened(step, visit, name)
    }
    if (change.change === 'taskOpened') expect(change.task.openedAt, `task ${change.task.name} was opened`).toBe(at)
    if (change.change === 'started') expect(change.at, `${document.id} began`).toBe(at)
    const id = change.change === 'visitOpened' ? change.visit.id : change.change === 'visitContinued' ? change.visit : 0
    const visit = after.visits.find((one) => one.id === id)
    if (visit) delaysAreArmed(step, visit)
  }
}

function taskIsOpened({ placed, pathway }: WatchedStep, { id, state }: Visit, name: string): void {
  const opened = changesOf(placed.entry.changes, 'taskOpened').find(
    ({ task }) => task.visit === id && task.name === name,
  )
  expect(opened, `"${state}" was entered without its task "${name}"`).toBeDefined()
  const due = pathway.document.taskDefinitions?.[name]?.due
  if (opened === undefined) return
  const today = referenceLocalDate(opened.task.openedAt, HELSINKI)
  expect(opened.task.dueDate, name).toBe(due ? referenceDate(today, pathway.duration(due), 1, 'none') : null)
}

function delaysAreArmed(step: WatchedStep, visit: Visit): void {
  const { after, pathway } = step
  for (const [key, duration] of pathway.promises.get(visit.state)?.delays ?? []) {
    const armed = waiting(after).find((one) => one.kind === 'after' && one.visit === visit.id && one.name === key)
    const due = referenceDue(pathway, { after: duration }, { at: stepTime(step) }, 1)
    expect(armed && { date: armed.dueDate, at: armed.dueAt }, `"${key}" of "${visit.state}"`).toEqual(due)
  }
}

/** Promise 4: a follow-up that has come due opens its task, tells its actions, and was warned of. */
export function followUpsAreKept(_watched: Watch, step: WatchedStep): void {
  const { placed, before, pathway } = step
  const { changes, messages, timer } = placed.entry
  const acted = before.timers.find((one) => one.id === timer?.id)
  const visit = before.visits.find((one) => one.id === acted?.visit)
  if (timer?.kind === 'followUp' && visit) {
    const followUp = pathway.states.get(visit.state)?.definition.followUps?.[timer.name]
    const opened = changesOf(changes, 'taskOpened').map(({ task }) => task.name)
    if (followUp?.task) expect(opened, `"${timer.name}" came due`).toContain(followUp.task)
    const told = messages.filter(({ topic }) => topic === 'action').map(({ payload }) => payload.type)
    if (followUp?.actions) expect(told, `"${timer.name}" came due`).toContain(followUp.actions)
  }
  for (const { timer: armed } of changesOf(changes, 'timerArmed')) {
    const state = [...step.after.visits, ...before.visits].find((one) => one.id === armed.visit)?.state ?? ''
    const followUp = pathway.states.get(state)?.definition.followUps?.[armed.name]
    if (armed.kind !== 'followUp' || !followUp?.warnBefore) continue
    const warning = warningOf(pathway, followUp, { date: armed.dueDate, at: armed.dueAt })
    const warnings = changesOf(changes, 'timerArmed').filter(
      (one) => one.timer.kind === 'warning' && one.timer.visit === armed.visit && one.timer.name === armed.name,
    )
    const expected = warning.at > stepTime(step) ? [warning.at] : []
    expect(warnings.map((one) => one.timer.dueAt).slice(-1), `the warning of "${armed.name}"`).toEqual(expected)
  }
}

/** What is told outside is what has happened: tasks opened, journeys begun and ended. */
export function whatHappenedIsTold(_watched: Watch, { placed, before, after }: WatchedStep): void {
  const told = (topic: string) => placed.entry.messages.filter((one) => one.topic === topic)
  const opened = changesOf(placed.entry.changes, 'taskOpened').map(({ task }) => task.id)
  expect(
    told('task.opened').map(({ payload }) => payload.task),
    'opened tasks that are told of',
  ).toEqual(opened)
  const count = (isSo: boolean) => (isSo ? 1 : 0)
  expect(told('journey.started').length, 'told that it was started').toBe(count(placed.type === 'start'))
  expect(told('journey.ended').length, 'told that it was ended').toBe(count(hasEnded({ placed, before, after })))
  expect(told('journey.suspended').length, 'told that it was suspended').toBe(count(placed.type === 'suspend'))
  expect(told('journey.resumed').length, 'told that it was resumed').toBe(count(placed.type === 'resume'))
  expect(told('journey.handedOver').length, 'told that it was handedOver').toBe(count(placed.type === 'handOver'))
  expect(told('journey.reversed').length, 'told that it was reversed').toBe(count(placed.type === 'reverse'))
}

/** Whether a journey has come to its end by a step; one whose end is taken back may come to another at once. */
export function hasEnded({ placed, before, after }: Pick<WatchedStep, 'placed' | 'before' | 'after'>): boolean {
  return after.status === 'ended' && (before.status === 'active' || placed.type === 'reverse')
}

/** When a step was true in the world. Facts count from when they hold; what they lead to happens when they are recorded. */
export function stepTime({ placed }: WatchedStep): number {
  return placed.type === 'facts' ? placed.recordedAt : placed.occurredAt
}

export function changesOf<Name extends Change['change']>(
  changes: readonly Change[],
  name: Name,
): Extract<Change, { change: Name }>[] {
  return changes.filter((one): one is Extract<Change, { change: Name }> => one.change === name)
}

const startOf = (date: string): number => referenceStartOfDay(date, HELSINKI)
const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
