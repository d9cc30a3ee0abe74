import { PolkuProblem } from '../problem.ts'
import { type PlayedWalk, playWalk } from './playWalk.ts'
import type { Playable } from './prepareWalk.ts'
import type { WalkPlan } from './walkSchemas.ts'

/**
 * Plays a plan on a prepared document; one plan at a time, the others wait.
 * @param signal that nobody wants it any more: then it is played no further
 * @throws PolkuProblem `too-many-walks` when too many wait already; what the signal says
 */
export type PlayWalk = (prepared: Playable, plan: WalkPlan, signal?: AbortSignal) => Promise<PlayedWalk>

/** How many walks may wait for their turn (ours): each keeps its document, and whoever asks last waits for all. */
const mostWaiting = 20

/** @returns what plays walks in turn, so that however many ask, people's work goes on beside one of them */
export function createWalkPlayer(): PlayWalk {
  let last: Promise<unknown> = Promise.resolve()
  /** the one that is played, and those that wait */
  const wanted = new Set<symbol>()
  return async (prepared, plan, signal) => {
    signal?.throwIfAborted()
    if (wanted.size > mostWaiting) {
      throw new PolkuProblem('too-many-walks', `${mostWaiting} walks wait for their turn. Ask again in a moment.`)
    }
    const mine = Symbol('walk')
    const leave = (): void => {
      wanted.delete(mine)
    }
    wanted.add(mine)
    signal?.addEventListener('abort', leave, { once: true })
    const played = last.then(() => playWalk(prepared, plan, signal))
    last = played.catch(() => undefined)
    try {
      return await played
    } finally {
      leave()
      signal?.removeEventListener('abort', leave)
    }
  }
}
