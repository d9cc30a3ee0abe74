import type { BulkJobOptions } from 'bullmq'
import type { MessageTurn, TimerTurn } from '../../store/store.ts'

/** What a job carries: which work it is, never what the work is about. */
export type JobData = { timer: TimerTurn } | { message: MessageTurn } | { sweep: true }

/** A job as `addBulk` takes it. */
export interface BulkJob {
  name: string
  data: JobData
  opts: BulkJobOptions
}

/** The whole id of the repeating job that moves the horizon. */
export const sweepId = 'sweep'

/** A job leaves nothing behind: what was done stands in the database, and its id may be needed once more. */
export const leavesNothing = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const

/** What people wait for has none and goes first; among the others there is no order of rank. */
const background = 1

/**
 * The job of a timer's turn. Its id says which arming and which attempt: BullMQ ignores a second job of one id, and what
 * has been armed or tried anew is another.
 * @param now epoch milliseconds
 */
export function timerJob(turn: TimerTurn, now: number): BulkJob {
  const { journey, id, arming, attempts, at } = turn
  return {
    name: 'timer',
    data: { timer: turn },
    opts: {
      ...leavesNothing,
      jobId: `timer-${journey}-${id}-${arming}-${attempts}`,
      delay: Math.max(0, at - now),
      priority: background,
    },
  }
}

/** The job of a message's turn. @param isBackground no person's command has written it */
export function messageJob(turn: MessageTurn, now: number, isBackground: boolean): BulkJob {
  const { id, attempts, at } = turn
  return {
    name: 'message',
    data: { message: turn },
    opts: {
      ...leavesNothing,
      jobId: `message-${id}-${attempts}`,
      delay: Math.max(0, at - now),
      ...(isBackground ? { priority: background } : {}),
    },
  }
}
