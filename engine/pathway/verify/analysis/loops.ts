import { isZero } from '../../calendar/index.ts'
import { delayOf } from '../../parameters.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { entersAnew } from './domain.ts'
import { readDuration } from './durations.ts'
import { completingLeaves } from './ends.ts'
import { followUpsOf } from './followUps.ts'
import { ancestorsOf, targetStates } from './stateGraph.ts'

type Loop = PlacedTransition[]
type Next = ReadonlyMap<PlacedTransition, readonly PlacedTransition[]>

/** Bounds on looking at every way round: loops, transitions in one, and steps of the search. */
const mostLoops = 50
const longest = 40
const mostSteps = 20_000

/**
 * Loops of automatic transitions that wait for nothing. Those without any criteria are found however long they are; of
 * the others all the short ones, and where there are too many to look at, the shortest.
 */
export function loopsOf(context: VerifyContext): Loop[] {
  const automatic = [...context.graph.possible].filter((one) => goesByItself(one, context))
  const free = automatic.filter(({ definition }) => !definition.criteria?.length)
  const unconditional = shortestLoops(free, successors(free, context))
  const { loops, isComplete } = shortLoops(automatic, successors(automatic, context))
  const beyond = isComplete ? [] : shortestLoops(automatic, successors(automatic, context))
  return [
    ...unconditional,
    ...[...loops, ...beyond].filter((loop) => loop.some(({ definition }) => definition.criteria?.length)),
  ]
}

/** Whether a loop goes round for certain as soon as it is entered: none of its events waits for a date that a fact holds. */
export function isPrompt(loop: readonly PlacedTransition[], context: VerifyContext): boolean {
  return loop.every((one) => one.kind !== 'on' || promptSenders(one, context).some(({ isCertain }) => isCertain))
}

/** Taken by the engine as soon as it may be: no person, no time. */
function goesByItself(transition: PlacedTransition, context: VerifyContext): boolean {
  const { kind, event, definition } = transition
  const { parameters } = context
  if (!definition.automatic) return false
  if (kind === 'on') return promptSenders(transition, context).length > 0
  if (kind !== 'after') return true
  const delay = readDuration(delayOf(event), parameters)
  return delay !== undefined && isZero(delay)
}

/** For each transition, those that it may make go at once. */
function successors(all: readonly PlacedTransition[], context: VerifyContext): Next {
  const bySource = new Map<string, PlacedTransition[]>()
  for (const one of all) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one])
  return new Map(
    all.map((one) => {
      const active = targetStates(one).length === 0 ? [one.source] : [...context.graph.entered(one)]
      const near = active.flatMap((path) => bySource.get(path) ?? [])
      return [one, near.filter((other) => follows(one, other, context))]
    }),
  )
}

/** Whether a transition may make another go at once: it enters its source, completes it, or stays inside it. */
function follows(one: PlacedTransition, other: PlacedTransition, context: VerifyContext): boolean {
  const { graph, states } = context
  const targets = targetStates(one)
  if (targets.length === 0) return one === other && one.kind === 'always'
  if (other.kind === 'done') return completingLeaves(other.source, context).some((leaf) => graph.entered(one).has(leaf))
  if (other.kind === 'after') return entersAnew(one, other.source, context)
  if (other.kind === 'on') return promptSenders(other, context).some(({ state }) => entersAnew(one, state, context))
  const isInside = targets.some((target) => ancestorsOf(target, states).includes(other.source))
  return isInside || graph.entered(one).has(other.source)
}

/** A state that sends an event as it is entered. */
interface Sender {
  state: string
  event: string
  /** not only when a date that a fact holds has passed */
  isCertain: boolean
}

/** Who sends the event of a transition as they are entered. */
function promptSenders({ event }: PlacedTransition, context: VerifyContext): Sender[] {
  const all = senders.get(context) ?? sendersOf(context)
  senders.set(context, all)
  return event === '*' ? all : all.filter((one) => one.event === event)
}

const senders = new WeakMap<VerifyContext, Sender[]>()

/** Follow-ups that wait for nothing, and those that count from a fact: its date may lie in the past. */
function sendersOf(context: VerifyContext): Sender[] {
  const found: Sender[] = []
  for (const { state, definition } of followUpsOf(context)) {
    const { event, anchor, after } = definition
    const wait = readDuration(after, context.parameters)
    const isCertain = anchor === undefined || anchor === 'entry'
    if (event === undefined || (isCertain && !(wait && isZero(wait)))) continue
    found.push({ state: state.path, event, isCertain })
  }
  return found
}

/** One shortest loop for each group of transitions that lead to one another; mended, the rest shows again if it loops. */
function shortestLoops(all: readonly PlacedTransition[], next: Next): Loop[] {
  const told = new Set<PlacedTransition>()
  return all.flatMap((start) => {
    if (told.has(start)) return []
    const { loop, reached } = wayBack(start, next)
    if (!loop) return []
    for (const one of reached) told.add(one)
    return [loop]
  })
}

/** The shortest way from a transition back to itself, and all that it leads to. */
function wayBack(start: PlacedTransition, next: Next): { loop: Loop | undefined; reached: Set<PlacedTransition> } {
  const before = new Map<PlacedTransition, PlacedTransition>()
  const queue = [start]
  for (const at of queue) {
    for (const one of next.get(at) ?? []) {
      if (before.has(one)) continue
      before.set(one, at)
      queue.push(one)
    }
  }
  const reached = new Set(before.keys())
  if (!reached.has(start)) return { loop: undefined, reached }
  const loop = [start]
  for (let at = before.get(start); at !== undefined && at !== start; at = before.get(at)) loop.splice(1, 0, at)
  return { loop, reached }
}

/** Every loop, each from its first transition in the document's order, as far as the bounds allow. */
function shortLoops(all: readonly PlacedTransition[], next: Next): { loops: Loop[]; isComplete: boolean } {
  const order = new Map(all.map((one, index) => [one, index]))
  const loops: Loop[] = []
  let steps = 0
  let isComplete = true
  const walk = (way: Loop, start: number): void => {
    const last = way.at(-1)
    if (!last) return
    if (loops.length >= mostLoops || way.length > longest || ++steps > mostSteps) {
      isComplete = false
      return
    }
    for (const one of next.get(last) ?? []) {
      if (one === way[0]) loops.push([...way])
      else if ((order.get(one) ?? 0) > start && !way.includes(one)) walk([...way, one], start)
    }
  }
  for (const one of all) walk([one], order.get(one) ?? 0)
  return { loops, isComplete }
}
