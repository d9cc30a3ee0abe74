import type { Finding } from '../../pathway/finding.ts'
import type { Parameters } from '../../pathway/parameters.ts'
import type { Context } from '../context.ts'
import { parse } from '../parse.ts'
import { doWhatIsDue } from './passTime.ts'
import { playStep } from './playStep.ts'
import { type Playable, prepareWalk } from './prepareWalk.ts'
import { refusalOr, type WalkRefusal } from './refusalOr.ts'
import type { Did } from './tellEntry.ts'
import { viewPoint, type WalkStanding } from './viewPoint.ts'
import { openScene, type WalkScene } from './walkScene.ts'
import { type WalkInput, type WalkPlan, type WalkStep, walkSchema } from './walkSchemas.ts'

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

export interface Walk extends PlayedWalk {
  /** false when the document has errors: nobody can walk through it */
  isPlayable: boolean
  findings: Finding[]
}

/** Walks example clients through documents, each in a Polku of its own that is thrown away. */
export interface Walks {
  /** Walks an example client through a document, published or not. Nothing is kept. */
  walk(input: WalkInput): Promise<Walk>
}

/** Plays a plan on a prepared document; one plan at a time, the others wait. */
export type PlayWalk = (prepared: Playable, plan: WalkPlan) => Promise<PlayedWalk>

export function walkCommands(context: Context, play: PlayWalk): Walks {
  return {
    walk: async (input) => {
      const { document, parameters, ...plan } = parse(walkSchema, input)
      const { findings, playable } = await prepareWalk(context, document, { parameters: parameters as Parameters })
      if (!playable) return { isPlayable: false, findings, refused: null, points: [] }
      return { isPlayable: true, findings, ...(await play(playable, plan)) }
    },
  }
}

/** @returns what plays walks in turn, so that however many ask, people's work goes on beside one of them */
export function createWalkPlayer(): PlayWalk {
  let last: Promise<unknown> = Promise.resolve()
  return (prepared, plan) => {
    const mine = last.then(() => playWalk(prepared, plan))
    last = mine.catch(() => undefined)
    return mine
  }
}

async function playWalk(prepared: Playable, plan: WalkPlan): Promise<PlayedWalk> {
  const opened = await refusalOr(() => openScene(prepared, plan))
  if ('refused' in opened) return { refused: opened.refused, points: [] }
  const scene = opened.done
  try {
    const points = [await pointAfter(scene, null, null, async () => undefined)]
    for (const [index, step] of plan.steps.entries()) {
      points.push(await pointAfter(scene, step, index, () => playStep(scene, step)))
    }
    return { refused: null, points }
  } finally {
    await scene.scratch.close()
  }
}

/** Does something, and lets what one journey tells another happen at once. */
async function pointAfter(
  scene: WalkScene,
  step: WalkStep | null,
  index: number | null,
  act: () => Promise<void>,
): Promise<WalkPoint> {
  const acted = await refusalOr(act)
  const did = await scene.readJournal()
  const followed = await refusalOr(() => doWhatIsDue(scene))
  did.push(...(await scene.readJournal()))
  const refused = 'refused' in acted ? acted.refused : 'refused' in followed ? followed.refused : null
  return { step, index, refused, did, ...(await viewPoint(scene)) }
}
