import { doWhatIsDue } from './passTime.ts'
import { playStep } from './playStep.ts'
import type { Playable } from './prepareWalk.ts'
import { refusalOr, type WalkRefusal } from './refusalOr.ts'
import type { Did } from './tellEntry.ts'
import { viewPoint, type WalkStanding } from './viewPoint.ts'
import { openScene, type WalkScene } from './walkScene.ts'
import type { WalkPlan, WalkStep } from './walkSchemas.ts'

/** How an example client stands after a step of a walk, and what the step did. */
export interface WalkPoint extends WalkStanding {
  /** null: the beginning */
  step: WalkStep | null
  /** its place among the steps */
  index: number | null
  refused: WalkRefusal | null
  did: Did[]
}

export interface PlayedWalk {
  /** why the journey could not even begin */
  refused: WalkRefusal | null
  /** the beginning, and then one for each step */
  points: WalkPoint[]
}

/** How many steps of a walk may come half the way and be undone (ours): each costs as much as the walk so far. */
const mostUndone = 3

/**
 * Plays a plan on a prepared document. A step that is refused changes nothing: where it came half the way, the walk up to
 * it is played again.
 * @param signal that nobody wants it any more
 * @throws what the signal says
 */
export async function playWalk(prepared: Playable, plan: WalkPlan, signal?: AbortSignal): Promise<PlayedWalk> {
  signal?.throwIfAborted()
  const opened = await refusalOr(() => openScene(prepared, plan, signal))
  if ('refused' in opened) return { refused: opened.refused, points: [] }
  let scene = opened.done
  const undone = new Set<number>()
  try {
    const { refused, did } = await attempt(scene)
    const points: WalkPoint[] = [{ step: null, index: null, refused, did, ...(await viewPoint(scene)) }]
    for (const [index, step] of plan.steps.entries()) {
      signal?.throwIfAborted()
      const { refused, did, isHalfDone } = undone.size < mostUndone ? await attempt(scene, step) : tooManyUndone
      if (isHalfDone) {
        undone.add(index)
        const again = await playedUpTo(index, { prepared, plan, undone, signal })
        await scene.scratch.close()
        scene = again
      }
      points.push({ step, index, refused, did: isHalfDone ? [] : did, ...(await viewPoint(scene)) })
    }
    return { refused: null, points }
  } finally {
    await scene.scratch.close()
  }
}

interface Attempt {
  refused: WalkRefusal | null
  did: Did[]
  /** it is refused, and not all is as it was before */
  isHalfDone: boolean
}

/** Does a step, or nothing at the beginning, and lets what one journey tells another happen at once. */
async function attempt(scene: WalkScene, step?: WalkStep): Promise<Attempt> {
  const before = scene.scratch.now()
  const acted = await refusalOr(async () => step && playStep(scene, step))
  const did = await scene.readJournal()
  const followed = await refusalOr(() => doWhatIsDue(scene))
  did.push(...(await scene.readJournal()))
  const refused = 'refused' in acted ? acted.refused : 'refused' in followed ? followed.refused : null
  const hasChanged = 'done' in acted || did.length > 0 || scene.scratch.now() !== before
  return { refused, did, isHalfDone: refused !== null && hasChanged }
}

const tooManyUndone: Attempt = {
  refused: { code: 'walk-too-long', detail: `${mostUndone} steps could not be done to their end: no more are played.` },
  did: [],
  isHalfDone: false,
}

interface Walking {
  prepared: Playable
  plan: WalkPlan
  undone: ReadonlySet<number>
  signal: AbortSignal | undefined
}

/** The scene as it was before a step: everything is played again but what came half the way. */
async function playedUpTo(until: number, { prepared, plan, undone, signal }: Walking): Promise<WalkScene> {
  const scene = await openScene(prepared, plan, signal)
  try {
    await attempt(scene)
    for (const [index, step] of plan.steps.slice(0, until).entries()) {
      if (!undone.has(index)) await attempt(scene, step)
    }
    return scene
  } catch (error) {
    await scene.scratch.close()
    throw error
  }
}
