import type { BulkJobOptions } from 'bullmq'
import type { MessageTurn } from '../../store/outboxRows.ts'
import type { TimerTurn } from '../../store/store.ts'

/** What a job carries: which work it is, never what the work is about. */
export type JobData = { timers: readonly TimerTurn[] } | { messages: readonly MessageTurn[] } | { sweep: true }

/** A job as `addBulk` takes it. */
export interface BulkJob {
  name: string
  data: JobData
  opts: BulkJobOptions
}

/** How turns become jobs. */
export interface JobOptions {
  /** epoch milliseconds */
  now: number
  /** how many turns of one instant may share a job: each has its own fate, and a job costs as much as a step */
  mostTurns: number
  /** nobody's command has left them */
  isBackground: boolean
}

/** The whole id of the repeating job that moves the horizon. */
export const sweepId = 'sweep'

/** A job leaves nothing behind: what was done stands in the database, and its id may be needed once more. */
export const leavesNothing = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const

/** What people wait for has none and goes first; among the others there is no order of rank. */
const backgroundPriority = 1

/**
 * The jobs of timers' turns. A job's id says which arming and which attempt of its first turn, and how many there are:
 * BullMQ ignores a second job of one id, and what has been armed or tried anew is another. Turns that come twice, in
 * jobs of different sizes, are done once.
 */
export function timerJobs(turns: readonly TimerTurn[], options: JobOptions): BulkJob[] {
  return grouped(turns, options).map((timers) => ({
    name: 'timers',
    data: { timers },
    opts: optionsOf(timers, ({ journey, id, arming, attempts }) => `timer-${journey}-${id}-${arming}-${attempts}`, {
      ...options,
      isBackground: true,
    }),
  }))
}

/** The jobs of messages' turns, likewise. */
export function messageJobs(turns: readonly MessageTurn[], options: JobOptions): BulkJob[] {
  return grouped(turns, options).map((messages) => ({
    name: 'messages',
    data: { messages },
    opts: optionsOf(messages, ({ id, attempts }) => `message-${id}-${attempts}`, options),
  }))
}

function optionsOf<T extends { at: number }>(
  turns: readonly T[],
  nameOf: (turn: T) => string,
  { now, isBackground }: JobOptions,
): BulkJobOptions {
  const [first] = turns
  if (!first) throw new Error('a job has at least one turn')
  return {
    ...leavesNothing,
    jobId: `${nameOf(first)}-${turns.length}`,
    delay: Math.max(0, first.at - now),
    ...(isBackground ? { priority: backgroundPriority } : {}),
  }
}

/** Turns of one instant that stand together, so many at most; whatever has come already is of one instant: now. */
function grouped<T extends { at: number }>(turns: readonly T[], { now, mostTurns }: JobOptions): T[][] {
  const instantOf = ({ at }: { at: number }) => Math.max(at, now)
  const groups: T[][] = []
  for (const turn of turns) {
    const group = groups.at(-1)
    if (group?.[0] && group.length < mostTurns && instantOf(group[0]) === instantOf(turn)) group.push(turn)
    else groups.push([turn])
  }
  return groups
}
