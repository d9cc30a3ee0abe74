import { canonicalJson } from '../journey/canonicalJson.ts'
import { blankState } from '../journey/changes.ts'
import { explainCriterion } from '../journey/explain.ts'
import { isRefusal, type Refusal } from '../journey/refusal.ts'
import type { PlacedEntry } from '../journey/replay.ts'
import { fold, type JournalEntry } from '../journey/replay.ts'
import type { Timer } from '../journey/state.ts'
import type { Step, StepInput } from '../journey/step.ts'
import { dueAfter, localDate } from '../pathway/calendar/index.ts'
import type { AnswerRow, ReadTx, WriteTx } from '../store/store.ts'
import { type Context, clientKeyOf, pathwayOf } from './context.ts'
import { dueTimers, type FailedTimer } from './dueTimers.ts'
import { afterStep, entryOf, type Journalled, type Loaded, loadJourney, stepInput } from './loaded.ts'
import { type Authorship, persist } from './persist.ts'
import { PolkuProblem, type ProblemDetails, problemOf } from './problem.ts'
import type { Actor } from './schemas.ts'
import { read, write } from './transact.ts'
import { answerOf, type JourneyAnswer } from './view.ts'

/** Back-dating reaches this far (ours; a document may set `backDating`). */
const defaultBackDating = 'P90D'

/** What every command on a journey brings along. */
export interface Asked {
  by: Actor
  key?: string
  revision?: number
  occurredAt?: string
  reason?: string
  dryRun?: boolean
}

/** A command on one journey. */
export interface JourneyCommand {
  type: JournalEntry['type']
  asked: Asked
  /** of a journey that was under way elsewhere: dated back as far as that began */
  isImport?: boolean
  /** the pure step; called once due timers have acted */
  act(
    input: StepInput & { by: Actor; reason?: string },
    loaded: Loaded,
    tx: ReadTx,
  ): Promise<Step | Refusal> | Step | Refusal
  /** what the entry says beside the step */
  entry?: Partial<JournalEntry>
  /** written with the journal, sealed under the client's key */
  words?: Record<string, unknown>
  /** what a task that this step opens or closes holds, sealed */
  taskContent?: (step: Step) => { task: number; content: Record<string, unknown> } | undefined
}

/** The worker, in journals. */
export const rule = { user: 'polku', roles: [] } as const

/** Runs a command on a loaded journey; what a refusal comes back as. */
type Run = (loaded: Loaded, command: JourneyCommand) => Promise<JourneyAnswer | PolkuProblem>
/** Work of the same transaction around a command: what it throws undoes everything. */
export type Around = (tx: WriteTx, loaded: Loaded, run: Run) => Promise<JourneyAnswer | PolkuProblem>

/**
 * Runs one command of a journey: repeated answer, due timers, checks, step, commit, in this order and in one
 * transaction. A refusal undoes nothing: timers that were due have acted.
 * @throws PolkuProblem
 */
export async function runCommand(
  context: Context,
  journey: string,
  command: JourneyCommand,
  around: Around = (_tx, loaded, run) => run(loaded, command),
): Promise<JourneyAnswer> {
  if (command.asked.dryRun) return read(context, (tx) => dryRun(context, tx, journey, command))
  const result = await write(context, async (tx) => {
    const hash = hashOf(context, command, journey)
    const repeated = await repeatedAnswer(context, tx, command.asked, hash)
    if (repeated) return repeated
    const due = await runDueTimers(context, tx, await loadJourney(context, tx, journey))
    return around(tx, due.loaded, (loaded, made) => runOn(context, tx, loaded, made, hash))
  })
  if (result instanceof PolkuProblem) throw result
  return result
}

/**
 * Runs a command as part of a transaction that does more. A problem is returned; whoever goes on must throw it, unless
 * what stands beside it is worth keeping.
 */
export async function runWithin(
  context: Context,
  tx: WriteTx,
  journey: string,
  command: JourneyCommand,
): Promise<JourneyAnswer | PolkuProblem> {
  const due = await runDueTimers(context, tx, await loadJourney(context, tx, journey))
  return runOn(context, tx, due.loaded, command, '')
}

/** Lets every due timer of a journey act, in order; those that cannot are named, and left as they are. */
export async function runDueTimers(
  context: Context,
  tx: WriteTx,
  loaded: Loaded,
): Promise<{ loaded: Loaded; acted: Timer[]; failed: FailedTimer[] }> {
  const { steps, failed } = dueTimers(loaded)
  let current = loaded
  for (const made of steps) {
    current = await persist(context, tx, current, made, {
      by: rule.user,
      byRule: true,
      occurredAt: current.now,
      sealed: null,
    })
  }
  return { loaded: current, acted: steps.map(({ timer }) => timer), failed }
}

/** Runs a command on a loaded journey whose due timers have acted. A problem is returned: it must not undo them. */
async function runOn(
  context: Context,
  tx: WriteTx,
  loaded: Loaded,
  command: JourneyCommand,
  hash: string,
): Promise<JourneyAnswer | PolkuProblem> {
  const made = await makeStep(tx, loaded, command)
  if (made instanceof PolkuProblem) return made
  const author = await authorship(context, tx, loaded, command, made)
  const after = await persist(context, tx, loaded, made, author)
  const { by, key } = command.asked
  if (key !== undefined) {
    const answer = JSON.stringify({ journey: after.row.id, entry: after.row.revision })
    await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer, createdAt: loaded.now })
  }
  return answerOf(after, { seq: after.row.revision, recordedAt: loaded.now, entry: made.entry })
}

/** A step that a person has asked for. */
export interface Made extends Journalled {
  /** when what was asked was true in the world; what follows from it by itself may come later */
  occurredAt: number
}

type ActedTimers = NonNullable<JournalEntry['actedSince']>

/**
 * Checks and makes the step; nothing is written.
 * @param simulated for a dry run: timers that would act before it
 */
export async function makeStep(
  tx: ReadTx,
  loaded: Loaded,
  command: JourneyCommand,
  simulated: ActedTimers = [],
): Promise<Made | PolkuProblem> {
  const { asked } = command
  const stale = refuseStale(loaded, asked)
  if (stale) return stale
  const occurredAt = occurredAtOf(loaded, command)
  if (occurredAt instanceof PolkuProblem) return occurredAt
  const { now } = loaded
  const input = { ...stepInput(loaded, occurredAt), by: asked.by, reason: asked.reason }
  const step = await command.act(input, loaded, tx)
  if (isRefusal(step)) return explainRefusal(loaded, step)
  const acted = occurredAt < now ? [...(await actedSince(tx, loaded.row.id, occurredAt)), ...simulated] : []
  const entry = entryOf(command.type, step, command.entry)
  if (acted.length > 0) entry.actedSince = acted
  return { step, entry, occurredAt }
}

/** The refusal with each criterion in words and values. */
function explainRefusal(loaded: Loaded, refusal: Refusal): PolkuProblem {
  const { pathway, state, facts, now } = loaded
  const criteria =
    'criteria' in refusal
      ? refusal.criteria.flatMap((record) => explainCriterion({ pathway, state, facts, now }, record))
      : undefined
  return problemOf(refusal, loaded.row.id, criteria)
}

function refuseStale({ row }: Loaded, { revision }: Asked): PolkuProblem | undefined {
  if (revision === undefined || revision === row.revision) return undefined
  return new PolkuProblem(
    'stale-revision',
    `The journey is at revision ${row.revision}, not ${revision}: something has happened meanwhile. Look again and decide anew.`,
    { journey: row.id, revision: row.revision },
  )
}

/** When a command was true in the world: not later than now, not too far back, and before today only with a reason. */
function occurredAtOf({ pathway, now, row }: Loaded, { asked, isImport }: JourneyCommand): number | PolkuProblem {
  if (asked.occurredAt === undefined) return now
  const at = Date.parse(asked.occurredAt)
  const details: ProblemDetails = { journey: row.id }
  if (at > now)
    return new PolkuProblem(
      'in-the-future',
      `${asked.occurredAt} has not come yet; a command may not be dated ahead.`,
      details,
    )
  const { calendar, document } = pathway
  const limit = pathway.duration(document.backDating ?? defaultBackDating)
  const isBefore = localDate(at, calendar.zone) < localDate(now, calendar.zone)
  if (!isImport && dueAfter({ at }, limit, { calendar }).at < now && isBefore) {
    return new PolkuProblem(
      'too-early',
      `${asked.occurredAt} lies further back than the pathway allows (${JSON.stringify(limit)}).`,
      details,
    )
  }
  if (isBefore && !asked.reason) {
    return new PolkuProblem('reason-required', 'What happened before today is recorded with a reason.', details)
  }
  return at
}

/** Timers that had acted between a back-dated command's time and now: reported, not undone. */
async function actedSince(tx: ReadTx, journey: string, occurredAt: number): Promise<ActedTimers> {
  const since = (await tx.journal(journey)).filter((one) => one.type === 'timer' && one.recordedAt > occurredAt)
  return since.flatMap(({ entry, recordedAt }) => {
    const { timer } = JSON.parse(entry) as JournalEntry
    return timer ? [{ timer: timer.id, name: timer.name, at: recordedAt }] : []
  })
}

async function authorship(
  context: Context,
  tx: ReadTx,
  loaded: Loaded,
  command: JourneyCommand,
  made: Made,
): Promise<Authorship> {
  const { by, reason } = command.asked
  const words = { ...command.words, ...(reason === undefined ? {} : { reason }) }
  const task = command.taskContent?.(made.step)
  const author: Authorship = { by: by.user, byRule: false, occurredAt: made.occurredAt, sealed: null }
  if (Object.keys(words).length === 0 && !task) return author
  const key = await clientKeyOf(context, tx, loaded.row.client)
  const { id, revision } = loaded.row
  return {
    ...author,
    sealed: Object.keys(words).length > 0 ? context.vault.seal(key, words, `journal:${id}:${revision + 1}`) : null,
    sealedTasks: task && new Map([[task.task, context.vault.seal(key, task.content, `task:${id}:${task.task}`)]]),
  }
}

/** What a command would answer, with nothing written. */
async function dryRun(context: Context, tx: ReadTx, journey: string, command: JourneyCommand): Promise<JourneyAnswer> {
  const { loaded, steps } = dueTimers(await loadJourney(context, tx, journey))
  const simulated = steps.map(({ timer: { id, name } }) => ({ timer: id, name, at: loaded.now }))
  const made = await makeStep(tx, loaded, command, simulated)
  if (made instanceof PolkuProblem) throw made
  const after = afterStep(loaded, made)
  return answerOf(after, { seq: after.row.revision, recordedAt: loaded.now, entry: made.entry })
}

/**
 * The answer that the same caller already got for the same key and body.
 * @throws PolkuProblem `key-reused` when the body is another
 */
export async function repeatedAnswer(
  context: Context,
  tx: ReadTx,
  { by, key }: Pick<Asked, 'by' | 'key'>,
  hash: string,
): Promise<JourneyAnswer | undefined> {
  const stored = await storedAnswer(tx, { by, key }, hash)
  if (stored === undefined) return undefined
  const { journey, entry } = stored as { journey: string; entry: number }
  const row = await tx.journey(journey)
  if (!row) throw new Error(`an answer names the journey "${journey}", which is not there`)
  let state = blankState()
  let last: PlacedEntry | undefined
  for (const one of await tx.journal(journey, { limit: entry })) {
    last = { seq: one.seq, recordedAt: one.recordedAt, entry: JSON.parse(one.entry) as JournalEntry }
    state = fold(state, last)
  }
  if (last?.seq !== entry) throw new Error(`the journal of "${journey}" ends before entry ${entry}`)
  const pathway = await pathwayOf(context, tx, state.pathway, state.version)
  return answerOf({ row: { ...row, revision: entry }, state, pathway }, last)
}

/** A stored answer as it was kept. @throws PolkuProblem `key-reused` */
export async function storedAnswer(tx: ReadTx, { by, key }: Pick<Asked, 'by' | 'key'>, hash: string): Promise<unknown> {
  if (key === undefined) return undefined
  const stored = await tx.answer(by.user, key)
  if (!stored) return undefined
  if (stored.bodyHash !== hash && !(await isForgotten(tx, stored))) {
    throw new PolkuProblem(
      'key-reused',
      `The key "${key}" was used for another request; a key stands for one request only.`,
    )
  }
  return JSON.parse(stored.answer)
}

/** Whether what was asked is no longer known: its hash was made under a master key that has been changed since. */
async function isForgotten(tx: ReadTx, { bodyHash, createdAt }: AnswerRow): Promise<boolean> {
  if (bodyHash === '') return true
  const keys = await tx.masterKeys()
  return keys?.previous != null && createdAt <= keys.changedAt
}

/**
 * What makes a request the same request: command, place and body, whoever's roles and whichever key.
 */
export function requestHash({ vault }: Context, parts: unknown): string {
  return vault.hashRequest(canonicalJson(parts))
}

function hashOf(context: Context, command: JourneyCommand, journey: string): string {
  if (command.asked.key === undefined) return ''
  const { key: _key, by: _by, ...body } = command.asked
  return requestHash(context, [command.type, journey, body])
}
