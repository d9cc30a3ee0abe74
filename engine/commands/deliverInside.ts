import { blankState } from '../journey/changes.ts'
import { endByParent } from '../journey/leave.ts'
import { followHandOver, moduleEnded } from '../journey/modules.ts'
import { isRefusal } from '../journey/refusal.ts'
import type { EntryType } from '../journey/replay.ts'
import { EndlessLoop, mostRounds } from '../journey/settle.ts'
import { start } from '../journey/start.ts'
import type { ModuleStart } from '../journey/startModule.ts'
import type { JourneyState } from '../journey/state.ts'
import type { Step, StepInput } from '../journey/step.ts'
import { followResumption, followSuspension } from '../journey/suspend.ts'
import { DAY_MS } from '../pathway/calendar/civilDay.ts'
import type { OutboxRow } from '../store/outboxRows.ts'
import type { WriteTx } from '../store/store.ts'
import { type Context, factsOf, pathwayOf } from './context.ts'
import { blankRow, entryOf, loadJourney, stepInput } from './loaded.ts'
import { persist } from './persist.ts'
import { rule, runDueTimers } from './runCommand.ts'

/** Whether a message is from one journey to another, and so is dealt with here rather than carried outside. */
export const isInside = (topic: string): boolean => topic.startsWith('module.')

/**
 * Deals with a message between a parent and its module: a step of the journey that it is for, under that one's own lock,
 * in the transaction that marks the message as delivered. So it happens once, however often it is tried.
 */
export async function deliverInside(context: Context, tx: WriteTx, message: OutboxRow): Promise<void> {
  const payload = JSON.parse(message.payload) as Record<string, unknown>
  const child = String(payload.child)
  switch (message.topic) {
    case 'module.start':
      return startChild(context, tx, message.journey, payload as unknown as ModuleStart)
    case 'module.end':
      return stepOf(context, tx, child, 'exit', (input) => endByParent(input))
    case 'module.suspend': {
      // a message that had to be tried again comes late: the parent may have been resumed, and have told so, before it
      const isHeld = (await parentState(context, tx, message)).suspensions.some(({ id }) => id === payload.suspension)
      if (!isHeld) return
      const told = { ofParent: Number(payload.suspension), reviewDate: String(payload.reviewDate) }
      return stepOf(context, tx, child, 'suspend', (input) => followSuspension({ ...input, ...told }))
    }
    case 'module.resume':
      return stepOf(context, tx, child, 'resume', (input) =>
        followResumption({ ...input, ofParent: Number(payload.suspension) }),
      )
    case 'module.handOver': {
      // likewise it may have been handed over again: who answers for it now is what counts
      const { responsible: to } = await parentState(context, tx, message)
      const told = { from: String(payload.from), to }
      return stepOf(context, tx, child, 'handOver', (input) => followHandOver({ ...input, ...told }))
    }
    case 'module.ended': {
      const told = { child: message.journey, code: String(payload.code) }
      await requireRest(tx, String(payload.parent), context.clock.now().getTime())
      return stepOf(context, tx, String(payload.parent), 'moduleEnded', (input) => moduleEnded({ ...input, ...told }))
    }
    default:
      throw new Error(`nobody knows what to do with "${message.topic}"`)
  }
}

async function startChild(context: Context, tx: WriteTx, parent: string, asked: ModuleStart): Promise<void> {
  const { child, module, version, inputs, responsible, occurredAt } = asked
  const of = await tx.journey(parent)
  if (!of) throw new Error(`the module ${child} has no parent ${parent}`)
  const pathway = await pathwayOf(context, tx, asked.pathway, version, inputs)
  const now = Math.max(context.clock.now().getTime(), of.changedAt)
  const facts = await factsOf(context, tx, of.client)
  const step = start({
    pathway,
    journey: child,
    version,
    facts,
    now,
    occurredAt,
    responsible,
    parent: { journey: parent, module },
    inputs,
    by: rule,
  })
  if (isRefusal(step)) throw new Error(`the module ${child} cannot start: ${step.refused}`)
  const row = { ...blankRow(child, of.client, asked.pathway, version), startedAt: occurredAt, changedAt: now }
  const loaded = { row, state: blankState(), pathway, facts, now }
  await persist(context, tx, loaded, { step, entry: entryOf('start', step) }, byRule(occurredAt))
}

/**
 * A module that ends as soon as it begins, and begins anew with what its end sends, would go round for as long as there is
 * room on the disk. No person and no pathway at rest ends a hundred modules of one journey in a day.
 * @throws EndlessLoop: the message waits for another attempt, and for a person when there have been enough
 */
async function requireRest(tx: WriteTx, parent: string, now: number): Promise<void> {
  const revision = (await tx.journey(parent))?.revision ?? 0
  if (revision < mostRounds) return
  const latest = await tx.journal(parent, { from: revision - entriesPerRound * mostRounds })
  const ended = latest.filter(({ type, recordedAt }) => type === 'moduleEnded' && recordedAt > now - DAY_MS)
  if (ended.length >= mostRounds) {
    throw new EndlessLoop(`more than ${mostRounds} modules of the journey ${parent} have ended within a day`)
  }
}

/** How many entries a journey may make each time that a module of its ends. */
const entriesPerRound = 5

/** How the journey stands that has sent a message. */
async function parentState(context: Context, tx: WriteTx, { journey }: OutboxRow): Promise<JourneyState> {
  return (await loadJourney(context, tx, journey)).state
}

/** A step that a message asks of a journey; nothing when it has come to nothing meanwhile. */
async function stepOf(
  context: Context,
  tx: WriteTx,
  journey: string,
  type: EntryType,
  make: (input: StepInput) => Step | undefined,
): Promise<void> {
  // its start waits for another attempt, and so does what was told to it since
  if (!(await tx.journey(journey))) throw new Error(`the module ${journey} has not begun yet`)
  const { loaded } = await runDueTimers(context, tx, await loadJourney(context, tx, journey))
  const step = make(stepInput(loaded))
  if (step) await persist(context, tx, loaded, { step, entry: entryOf(type, step) }, byRule(loaded.now))
}

const byRule = (occurredAt: number) => ({ by: rule.user, byRule: true, occurredAt, sealed: null })
