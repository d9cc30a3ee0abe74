import { expect } from 'vitest'
import type { Timer } from '../../engine/journey/state.ts'
import { HELSINKI, referenceDate, referenceLocalDate } from '../engine/calendar/reference.ts'
import { changesOf } from './promiseLaws.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** What somebody is asked for by a review or a proposal. */
const ANSWER_WITHIN = { workingDays: 10 }
/** When a journey that nothing else watches over is reviewed, unless its document says. */
const REVIEW_AFTER = 'P3M'

/** Promise 8: a journey that nothing else covers has one review ahead, in time; one that something covers has none. */
export function reviewIsInTime(_watched: Watch, { placed, after, pathway }: WatchedStep): void {
  if (after.status === 'active') {
    const covers = after.timers.filter(({ kind }) => kind !== 'review' && kind !== 'warning')
    const reviews = after.timers.filter(({ kind }) => kind === 'review')
    expect(reviews.length, `reviews beside ${covers.length} other timers`).toBe(covers.length === 0 ? 1 : 0)
  }
  for (const { timer } of changesOf(placed.entry.changes, 'timerArmed')) {
    if (timer.kind !== 'review') continue
    const within = pathway.duration(pathway.document.review ?? REVIEW_AFTER)
    expect(timer.dueDate, 'the date of a review').toBe(
      referenceDate(referenceLocalDate(placed.recordedAt, HELSINKI), within, 1, 'nextWorkingDay'),
    )
  }
}

/** Promises 8 and 9: who answers for a journey is asked, and has ten working days to answer. */
export function answersAreAwaited(_watched: Watch, { placed, after }: WatchedStep): void {
  for (const { task } of changesOf(placed.entry.changes, 'taskOpened')) {
    if (task.kind !== 'proposal' && task.kind !== 'review') continue
    const { dueDate, assignee } = task
    const today = referenceLocalDate(placed.recordedAt, HELSINKI)
    expect({ dueDate, assignee }, `${task.kind} "${task.name}" is asked of`).toEqual({
      dueDate: referenceDate(today, ANSWER_WITHIN, 1, 'none'),
      assignee: after.responsible.user,
    })
  }
}

/** Promise 8: who is to know is told of work that is late, once, and of a review that nobody has done. */
export function lateWorkIsTold(_watched: Watch, { placed, before, pathway }: WatchedStep): void {
  const { timer, changes, messages } = placed.entry
  const acted = before.timers.find(({ id }) => id === timer?.id)
  const late = lateWork(before, acted)
  const declared = late?.kind === 'pathway' ? pathway.document.taskDefinitions?.[late.name] : undefined
  const escalateTo = declared?.escalateTo ?? before.responsible.user
  expect(
    messages.filter(({ topic }) => topic === 'task.overdue').map(({ payload }) => payload),
    'late work that is told of',
  ).toEqual(late ? [{ task: late.id, name: late.name, escalateTo }] : [])
  if (acted?.kind === 'taskDue') {
    const marked = changesOf(changes, 'taskChanged').filter(({ overdue }) => overdue)
    expect(
      marked.map(({ task }) => task),
      'tasks that have become late',
    ).toEqual(late ? [late.id] : [])
  }
  if (isReview(acted) && !late) {
    const asked = changesOf(changes, 'taskOpened').filter(({ task }) => task.kind === 'review')
    expect(asked.length, 'a review has come due, and was asked for').toBe(1)
  }
}

function lateWork({ tasks }: WatchedStep['before'], acted: Timer | undefined) {
  if (acted?.kind === 'taskDue') return tasks.find(({ id }) => id === acted.task)
  return isReview(acted) ? tasks.find(({ kind }) => kind === 'review') : undefined
}

const isReview = (timer: Timer | undefined): boolean => timer?.kind === 'review' || timer?.kind === 'suspensionReview'
