import { actTimer } from '../journey/actTimer.ts'
import { EndlessLoop, mostRounds } from '../journey/settle.ts'
import type { Timer } from '../journey/state.ts'
import { afterStep, entryOf, type Journalled, type Loaded, stepInput } from './loaded.ts'

/** A due timer whose step cannot be made: the pathway does not come to rest, or we have made a mistake. */
export interface FailedTimer {
  timer: Timer
  error: unknown
}

/** The step of a due timer. */
export interface TimerStep extends Journalled {
  timer: Timer
}

/** What is due on a journey. */
export interface DueTimers {
  /** the steps of those that act, one on top of the other */
  steps: TimerStep[]
  /** the journey after them */
  loaded: Loaded
  /** Those that cannot act are left for the worker to try again and for a person to look at: they hold up nobody. */
  failed: FailedTimer[]
}

/**
 * Lets every due timer act: by due time, then arming, then id, also those that the steps themselves arm. Nothing is written.
 *
 * A timer may lead to states whose own timers are due as they are entered, and these to others. Where that does not come
 * to rest, the timer that began it has failed, and none of what it led to has happened.
 */
export function dueTimers(loaded: Loaded): DueTimers {
  const endless: FailedTimer[] = []
  for (;;) {
    const made = actAll(loaded, endless)
    if ('steps' in made) return made
    endless.push(made)
  }
}

/** What began the stay in a state that was entered on the way: which timer, and how many stays before this one. */
interface Chain {
  began: Timer
  length: number
}

/** @returns the timer that does not come to rest, when there is one */
function actAll(before: Loaded, endless: readonly FailedTimer[]): DueTimers | FailedTimer {
  const failed = [...endless]
  const steps: TimerStep[] = []
  const chains = new Map<number, Chain>()
  let loaded = before
  for (let next = nextTimerStep(loaded, failed); next; next = nextTimerStep(loaded, failed)) {
    const { timer, step } = next
    const chain = (timer.visit === null ? undefined : chains.get(timer.visit)) ?? { began: timer, length: 0 }
    if (chain.length === mostRounds) return { timer: chain.began, error: endlessLoop(steps) }
    for (const change of step.changes) {
      const entered =
        change.change === 'visitOpened'
          ? change.visit.id
          : change.change === 'visitContinued'
            ? change.visit
            : undefined
      if (entered !== undefined) chains.set(entered, { began: chain.began, length: chain.length + 1 })
    }
    steps.push(next)
    loaded = afterStep(loaded, next)
  }
  return { steps, loaded, failed }
}

function endlessLoop(steps: readonly TimerStep[]): EndlessLoop {
  const last = steps.slice(-4).map(({ timer }) => timer.name)
  return new EndlessLoop(`more than ${mostRounds} timers, each due as its state is entered: ${last.join(', ')}`)
}

/** The step of the timer that must act next; undefined when none is due. One that cannot act is added to the failed ones. */
function nextTimerStep(loaded: Loaded, failed: FailedTimer[]): TimerStep | undefined {
  for (let timer = nextDue(loaded, failed); timer; timer = nextDue(loaded, failed)) {
    try {
      const { step, record } = actTimer(stepInput(loaded), timer)
      return { step, entry: { ...entryOf('timer', step), timer: record }, timer }
    } catch (error) {
      failed.push({ timer, error })
    }
  }
  return undefined
}

function nextDue({ state, now }: Loaded, without: readonly FailedTimer[]): Timer | undefined {
  let next: Timer | undefined
  for (const timer of state.timers) {
    if (timer.dueAt > now || without.some((one) => one.timer.id === timer.id)) continue
    if (!next || compareTimers(timer, next) < 0) next = timer
  }
  return next
}

function compareTimers(a: Timer, b: Timer): number {
  return a.dueAt - b.dueAt || a.arming - b.arming || a.id - b.id
}
