import { dueAfter, getCalendar } from '../../pathway/calendar/index.ts'
import { PolkuProblem } from '../problem.ts'
import { iso } from '../view.ts'
import type { WalkScene } from './walkScene.ts'

/** How far time may pass in one step. */
const farthest = 'P5Y'
/** How many timers may act on a walk (ours): a daily follow-up does in five years. */
const mostTimers = 2_000
/** How often it is looked what else is due at one instant. */
const mostRounds = 100
const calendar = getCalendar('fi')

/**
 * Lets time pass, stopping at each due instant so that nothing acts late.
 * @throws PolkuProblem `too-early`, `nothing-due`, `walk-too-long`, `endless-loop`: of the last two time may stand halfway,
 *   for whoever plays the walk to undo
 */
export async function passTime(scene: WalkScene, until: string): Promise<void> {
  const { scratch } = scene
  const from = scratch.now()
  const to = until === 'nextDue' ? await nextDue(scene) : Date.parse(until)
  if (to < from) throw new PolkuProblem('too-early', `It is ${iso(from)} already, and time only goes on.`)
  if (to > dueAfter({ at: from }, farthest, { calendar }).at) {
    throw new PolkuProblem('walk-too-long', `Five years at a time at most, from ${iso(from)}.`)
  }
  for (let next = await nextWork(scene); next !== undefined && next <= to; next = await nextWork(scene)) {
    scene.signal?.throwIfAborted()
    if (scene.acted >= mostTimers) throw tooManyTimers()
    scratch.setClock(Math.max(next, scratch.now()))
    await doWhatIsDue(scene)
  }
  scratch.setClock(to)
}

/** Lets everything that is due now act, and what comes of it. @throws PolkuProblem `endless-loop` when it cannot */
export async function doWhatIsDue(scene: WalkScene): Promise<void> {
  const { scratch } = scene
  for (let round = 0; round < mostRounds; round += 1) {
    scene.acted += await scratch.runDue()
    const next = await nextWork(scene)
    if (next === undefined || next > scratch.now()) break
  }
  const [failure] = scratch.takeFailures()
  if (failure === undefined) return
  const why = failure instanceof Error ? failure.message : String(failure)
  throw new PolkuProblem('endless-loop', `What comes due cannot act: ${why}`)
}

/** When the next timer is due. @throws PolkuProblem `nothing-due` */
async function nextDue({ scratch: { context } }: WalkScene): Promise<number> {
  const next = await context.store.read((tx) => tx.nextTimerAt())
  if (next !== undefined) return next
  throw new PolkuProblem('nothing-due', 'No timer is armed: time alone brings nothing any more.')
}

/** When there is something to do next, for timers or between journeys. */
async function nextWork({ scratch: { context } }: WalkScene): Promise<number | undefined> {
  return context.store.read(async (tx) => {
    const soonest = [await tx.nextTimerAt(), await tx.nextDeliveryAt()].flatMap((at) => at ?? [])
    return soonest.length === 0 ? undefined : Math.min(...soonest)
  })
}

const tooManyTimers = () =>
  new PolkuProblem('walk-too-long', `${mostTimers} timers have acted on this walk: time goes no further.`)
