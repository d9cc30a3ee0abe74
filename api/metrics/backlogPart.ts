import type { Polku } from '../../engine/index.ts'
import type { Part } from './figure.ts'

/** What waits for workers. */
export const backlogPart =
  (polku: Polku): Part =>
  (make) => {
    const due = make('polku_timers_due', 'Timers whose turn has come and that have not acted yet.')
    const late = make('polku_timers_late', 'Live timers that have been due for more than a minute.')
    const oldestDue = make(
      'polku_oldest_due_timer_seconds',
      'For how long the timer that waits longest could have been taken; 0 when none is due.',
    )
    const waiting = make('polku_messages_waiting', 'Messages of the outbox that are neither delivered nor dead.')
    const oldestWaiting = make(
      'polku_oldest_waiting_message_seconds',
      'How long ago the oldest of them was written; 0 when there is none.',
    )
    const retrying = make('polku_retrying', 'Timers and messages that were tried and wait for another attempt.', [
      'work',
    ])
    const dead = make('polku_dead_letters', 'Timers and messages that failed so often that a person must look.', [
      'work',
    ])
    return async () => {
      const { now, ...backlog } = await polku.backlog()
      const secondsSince = (at: number | null) => (at === null ? 0 : Math.max(0, now - at) / 1000)
      return () => {
        due.set(backlog.dueTimers)
        late.set(backlog.lateTimers)
        oldestDue.set(secondsSince(backlog.oldestDueAt))
        waiting.set(backlog.waitingMessages)
        oldestWaiting.set(secondsSince(backlog.oldestWaitingAt))
        retrying.set(backlog.retryingTimers, { work: 'timer' })
        retrying.set(backlog.retryingMessages, { work: 'message' })
        dead.set(backlog.deadTimers, { work: 'timer' })
        dead.set(backlog.deadMessages, { work: 'message' })
      }
    }
  }
