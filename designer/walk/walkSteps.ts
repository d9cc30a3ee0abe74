import type { DraftDocument } from '../model/document.ts'
import { morningOf } from './walkDates.ts'
import type { Scenario, Step } from './walkTypes.ts'

/** Who is walked through the pathway, and where they begin. Invented, like everything about them. */
export interface WalkStart {
  name: string
  /** an instant */
  startsAt: string
  /** the state in which somebody begins who is already under way; null begins where the pathway does */
  at: string | null
}

/** A step of a walk. Some are taken to show that the pathway refuses them. */
export interface WalkStep {
  step: Step
  isToBeRefused?: true
}

/** A walk as a person has made it. What it leads to is asked anew whenever the document changes. */
export interface Walk {
  start: WalkStart
  steps: readonly WalkStep[]
  /** the last step has only been tried: when it is refused, the next one comes in its place */
  isTrying: boolean
  /** the scenario that was opened or saved last */
  scenario: { id: string; name: string; revision: number } | null
  /** the walk in whose place this one came all at once: it can be put back */
  replaced?: Omit<Walk, 'replaced'>
}

/** A walk of nobody yet: it begins on this local date. */
export function newWalk(name: string, date: string): Walk {
  return { start: { name, startsAt: morningOf(date), at: null }, steps: [], isTrying: false, scenario: null }
}

/** Takes a step after the others; in place of the last when that was only tried, and refused. */
export function takeStep(walk: Walk, step: Step, isLastRefused: boolean): Walk {
  const kept = walk.isTrying && isLastRefused ? walk.steps.slice(0, -1) : walk.steps
  return { ...walk, steps: [...kept, { step }], isTrying: true }
}

/** Keeps the last step, which was refused: the walk shows that it must be. */
export function keepRefused(walk: Walk): Walk {
  const last = walk.steps.at(-1)
  if (!last) return walk
  return { ...walk, steps: [...walk.steps.slice(0, -1), { ...last, isToBeRefused: true }], isTrying: false }
}

/** The last step has succeeded: it stays, also where an edit makes it impossible later. */
export const settle = (walk: Walk): Walk => (walk.isTrying ? { ...walk, isTrying: false } : walk)

/** Keeps the first steps only. */
export function keepSteps(walk: Walk, count: number): Walk {
  return { ...walk, steps: walk.steps.slice(0, count), isTrying: false }
}

/** Removes the last step. */
export const stepBack = (walk: Walk): Walk => keepSteps(walk, Math.max(0, walk.steps.length - 1))

/** Begins again with the same client. */
export const startOver = (walk: Walk): Walk => replaceWalk(walk, { ...keepSteps(walk, 0), scenario: null })

/** Puts another walk in place of one, which is kept when somebody has taken steps in it. */
export function replaceWalk(walk: Walk, { replaced: _, ...other }: Walk): Walk {
  const { replaced, ...before } = walk
  const kept = before.steps.length > 0 ? before : replaced
  return kept ? { ...other, replaced: kept } : other
}

/** Puts back the walk that was replaced; this one is kept in its place. */
export const putBack = (walk: Walk): Walk =>
  walk.replaced ? replaceWalk({ ...walk, replaced: undefined }, walk.replaced) : walk

/** Begins on another day, elsewhere, or with another client; the steps stay. */
export const changeStart = (walk: Walk, start: Partial<WalkStart>): Walk => ({
  ...walk,
  start: { ...walk.start, ...start },
})

/** A scenario's steps as a walk. */
export function openScenario({ scenario, name, client, startsAt, at, steps, expected, revision }: Scenario): Walk {
  return {
    start: { name: client?.name ?? '', startsAt, at },
    steps: steps.map((step, index) => (expected.refused.includes(index) ? { step, isToBeRefused: true } : { step })),
    isTrying: false,
    scenario: { id: scenario, name, revision },
  }
}

/** What the API is asked for a walk through a document. */
export function askOf(document: DraftDocument, { start, steps }: Walk) {
  return {
    document: { ...document },
    client: { ...(start.name !== '' && { name: start.name }) },
    startsAt: start.startsAt,
    ...(start.at !== null && { at: start.at }),
    steps: steps.map(({ step }) => step),
  }
}
