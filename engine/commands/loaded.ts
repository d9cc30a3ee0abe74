import { actTimer } from '../journey/actTimer.ts'
import type { Facts } from '../journey/facts.ts'
import { fold, type JournalEntry } from '../journey/replay.ts'
import type { JourneyState, Timer } from '../journey/state.ts'
import type { Step, StepInput } from '../journey/step.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { JourneyRow, ReadTx } from '../store/store.ts'
import { type Context, factsOf, pathwayOf, stateOf } from './context.ts'
import { PolkuProblem } from './problem.ts'

/** A journey as it stands in the present transaction, with all that its steps need to know. */
export interface Loaded {
  row: JourneyRow
  state: JourneyState
  pathway: CompiledPathway
  facts: Facts
  /** journey time: the later of the clock and the last journalled time */
  now: number
}

/** @throws PolkuProblem `not-found` */
export async function loadJourney(context: Context, tx: ReadTx, id: string): Promise<Loaded> {
  const row = await tx.journey(id)
  if (!row) throw new PolkuProblem('not-found', `There is no journey "${id}".`)
  const state = stateOf(context, row)
  const pathway = await pathwayOf(context, tx, row.pathway, row.version, state.inputs)
  const facts = pathway.document.facts ? await factsOf(context, tx, row.client) : new Map()
  return { row, state, pathway, facts, now: Math.max(context.clock.now().getTime(), state.at) }
}

/** What a step is told, for something that happens now or (back-dated) happened before. */
export function stepInput({ row, pathway, state, facts, now }: Loaded, occurredAt = now): StepInput {
  return { pathway, journey: row.id, state, facts, now, occurredAt }
}

/** A due timer whose step cannot be made: the pathway does not come to rest, or we have made a mistake. */
export interface FailedTimer {
  timer: Timer
  error: unknown
}

/**
 * The step of the timer that must act next: by due time, then arming, then id; undefined when none is due. One that
 * cannot act is left for the worker to try again and for a person to look at: it holds up neither the others nor people.
 * @param failed those that could not act so far; passed over, and added to
 */
export function nextTimerStep(loaded: Loaded, failed: FailedTimer[]): (Journalled & { timer: Timer }) | undefined {
  for (let timer = nextDue(loaded, failed); timer; timer = nextDue(loaded, failed)) {
    try {
      return { ...timerStep(loaded, timer), timer }
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

/** A step with what the journal says of it. */
export interface Journalled {
  step: Step
  entry: JournalEntry
}

/** Lets a due timer act: the step and its entry. */
function timerStep(loaded: Loaded, timer: Timer): Journalled {
  const { step, record } = actTimer(stepInput(loaded), timer)
  return { step, entry: { ...entryOf('timer', step), timer: record } }
}

/** What the journal keeps of a step. */
export function entryOf(type: JournalEntry['type'], step: Step, more?: Partial<JournalEntry>): JournalEntry {
  const { taken, criteria, changes, messages } = step
  return { v: 1, type, taken, criteria, changes, messages, ...more }
}

/** The journey as it would be if its due timers had acted, and which would have. Nothing is written. */
export function withDueTimers(loaded: Loaded): { loaded: Loaded; acted: Timer[] } {
  const failed: FailedTimer[] = []
  const acted: Timer[] = []
  let current = loaded
  for (let next = nextTimerStep(current, failed); next; next = nextTimerStep(current, failed)) {
    current = afterStep(current, next)
    acted.push(next.timer)
  }
  return { loaded: current, acted }
}

/** The journey after a step, without anything being written: the same fold that replay does. */
export function afterStep(loaded: Loaded, { entry }: Journalled): Loaded {
  const { row, state, now } = loaded
  const revision = row.revision + 1
  return { ...loaded, row: { ...row, revision }, state: fold(state, { seq: revision, recordedAt: now, entry }) }
}

/** The row of a journey that has not begun. */
export function blankRow(id: string, client: string, pathway: string, version: number): JourneyRow {
  return {
    id,
    client,
    pathway,
    version,
    status: 'active',
    revision: 0,
    state: '',
    responsibleUser: '',
    responsibleTeam: null,
    startedAt: 0,
    endedAt: null,
    changedAt: 0,
  }
}
