import { expect } from 'vitest'
import type { Actor } from '../../engine/commands/schemas.ts'
import type { OpenTask } from '../../engine/journey/state.ts'
import type { Transition } from '../../engine/pathway/compilePathway.ts'
import { HELSINKI, referenceDate, referenceLocalDate, referenceStartOfDay } from '../engine/calendar/reference.ts'
import { storedJournal } from '../support/journal.ts'
import { type Outcome, outcomeOf } from '../support/outcomeOf.ts'
import type { Call } from '../support/resolveCommand.ts'
import { changesOf } from './promiseLaws.ts'
import { referenceChoice } from './referenceChoice.ts'
import type { Watch, WatchedStep } from './watch.ts'

/** A command that was answered, and which entry it is. */
export interface Given {
  call: Call
  journey: string
  entry: number
}

/** How far back commands reach, unless the document says. */
const BACK_DATING = 'P90D'

/** What a command asks of whoever gives it. */
interface Owed {
  /** lists of case roles: of each, one is to be theirs */
  roles: readonly (readonly string[] | undefined)[]
  isReasoned: boolean
}

/** Whether somebody's case roles are those that are asked for; without a list anybody's are. */
export const hasRole = ({ roles }: Actor, allowed: readonly string[] | undefined): boolean =>
  allowed === undefined || roles.some((role) => allowed.includes(role))

/** Promise 9: what was done is theirs to do who did it, they have said why where that is asked, and it lies in time. */
export function peopleMayDoIt({ given }: Watch, step: WatchedStep): void {
  const { placed } = step
  if (placed.journey !== given?.journey || placed.seq !== given.entry) return
  const { by, reason, occurredAt } = given.call
  const { roles, isReasoned } = owedFor(step, by)
  for (const allowed of roles) {
    const what = `${by.user} (${by.roles.join()}) has done what only ${allowed?.join()} may`
    expect(hasRole(by, allowed), what).toBe(true)
  }
  if (isReasoned) expect(reason, `${placed.type} without a reason`).toBeTruthy()
  if (occurredAt !== undefined) liesInTime(step, Date.parse(occurredAt), reason)
}

/** A command may be dated back, with a reason when that is before today, and no further than the document lets it. */
function liesInTime({ placed: { type, recordedAt }, pathway }: WatchedStep, at: number, reason?: string): void {
  const [then, today] = [at, recordedAt].map((one) => referenceLocalDate(one, HELSINKI)) as [string, string]
  expect(at, `${type} is dated ahead`).toBeLessThanOrEqual(recordedAt)
  if (then >= today) return
  expect(reason, `${type} is dated back without a reason`).toBeTruthy()
  const limit = pathway.duration(pathway.document.backDating ?? BACK_DATING)
  const last = referenceStartOfDay(referenceDate(then, limit, 1, 'none'), HELSINKI)
  expect(last, `${type} is dated back to ${then}, further than ${JSON.stringify(limit)}`).toBeGreaterThanOrEqual(
    recordedAt,
  )
}

function owedFor(step: WatchedStep, by: Actor): Owed {
  const { placed, before, pathway, facts } = step
  const { type, entry, recordedAt } = placed
  const { document } = pathway
  switch (type) {
    case 'send': {
      const asked = { pathway, state: before, facts, now: recordedAt }
      const { chosen } = referenceChoice(asked, 'on', entry.event ?? '', entry.override)
      const overridable = document.criteria?.[entry.override?.criterion ?? '']?.overridable
      const against = typeof overridable === 'object' ? overridable.by : undefined
      return {
        roles: [against, ...chosen.map(({ definition }) => definition.by)],
        isReasoned: entry.override !== undefined || isReasonAsked(chosen),
      }
    }
    case 'answerProposal': {
      const task = before.tasks.find(({ id }) => id === entry.task)
      const asked = [pathway.transitions.get(task?.name ?? '')].flatMap((one) => one ?? [])
      const isReasoned = !entry.accept || isReasonAsked(asked)
      return { roles: asked.map(({ definition }) => definition.by), isReasoned }
    }
    case 'exit': {
      const exit = document.exits?.[entry.event ?? '']
      return { roles: [exit?.by], isReasoned: exit?.reasonRequired !== false }
    }
    case 'jump':
    case 'start': {
      const enterable = pathway.states.get(entry.event ?? '')?.definition.enterable
      const isEntered = entry.event !== undefined
      return { roles: isEntered && typeof enterable === 'object' ? [enterable.by] : [], isReasoned: isEntered }
    }
    case 'suspend': {
      const [suspended] = changesOf(entry.changes, 'suspended')
      return { roles: [document.suspensions?.[suspended?.suspension.code ?? '']?.by], isReasoned: true }
    }
    case 'claimTask':
    case 'tickTask':
    case 'completeTask':
      return { roles: rolesOf(step, by, entry.task), isReasoned: false }
    default:
      return { roles: [], isReasoned: type === 'cancelTask' || type === 'reverse' }
  }
}

const isReasonAsked = (transitions: readonly Transition[]): boolean =>
  transitions.some(({ definition }) => definition.reasonRequired)

/** A task waits for its case role; once it is late also for the one that it goes on to; or for whom it was given to. */
function rolesOf({ before, pathway }: WatchedStep, by: Actor, id: number | undefined): Owed['roles'] {
  const task = before.tasks.find((one) => one.id === id)
  if (!task || task.role === null || task.assignee === by.user) return []
  return [[task.role, ...(task.overdue ? escalation(pathway, task) : [])]]
}

function escalation({ document }: WatchedStep['pathway'], { kind, name }: OpenTask): string[] {
  const escalateTo = kind === 'pathway' ? document.taskDefinitions?.[name]?.escalateTo : undefined
  return escalateTo === undefined ? [] : [escalateTo]
}

/** Promise 4: a command that is dated back tells which timers have acted since then. */
export function whatActedIsSaid({ reader }: Watch, { placed }: WatchedStep): void {
  const { journey, seq, type, byRule, occurredAt, recordedAt, entry } = placed
  const isAsked = !byRule && type !== 'facts' && occurredAt < recordedAt
  const since = isAsked ? storedJournal(reader, journey).filter((one) => one.recordedAt > occurredAt) : []
  const acted = since.flatMap((one) => {
    const { timer } = one.entry
    return timer && one.seq < seq ? [{ timer: timer.id, name: timer.name, at: one.recordedAt }] : []
  })
  expect(entry.actedSince ?? [], `what has acted since ${type}`).toEqual(acted)
}

/** Promise 7: nothing is taken against a criterion without a reason. */
export async function overrideIsReasoned({ override, give }: Call): Promise<void> {
  if (override === undefined) return
  const outcome = await outcomeOf(give({ dryRun: true, reason: undefined }))
  expect('refused' in outcome, 'an override without a reason').toBe(true)
}

/** Promise 5: whoever has decided on another revision is refused; on the present one, nobody is for that. */
export function revisionIsHeard({ kind, revision, isStale }: Call, outcome: Outcome): void {
  if (revision === undefined) return
  const code = 'refused' in outcome ? outcome.refused.code : 'done'
  const what = `${kind}, decided on revision ${revision}`
  if (!isStale) expect(code, what).not.toBe('stale-revision')
  // what does not fit the task at all is told before
  else expect(['stale-revision', 'invalid-fact', 'not-found'], what).toContain(code)
}
