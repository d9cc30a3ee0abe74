import { actTimer } from '../journey/actTimer.ts'
import type { Change } from '../journey/changes.ts'
import { endByParent, exit, handOver, jump } from '../journey/leave.ts'
import { migrate } from '../journey/migrate.ts'
import { followHandOver, moduleEnded, startAdHoc } from '../journey/modules.ts'
import { isRefusal, type Refusal } from '../journey/refusal.ts'
import type { JournalEntry, PlacedEntry } from '../journey/replay.ts'
import { reverse } from '../journey/reverse.ts'
import { send } from '../journey/send.ts'
import { start } from '../journey/start.ts'
import type { StepInput } from '../journey/step.ts'
import { followResumption, followSuspension, resume, suspend } from '../journey/suspend.ts'
import {
  answerProposal,
  cancelTask,
  checklistOf,
  claimTask,
  completeTask,
  delegateTask,
  factsChanged,
  openAdHocTask,
  postponeTask,
  tickTask,
} from '../journey/work.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'

/** A journal entry with what stands beside it. */
export interface PastEntry extends PlacedEntry {
  by: string
  byRule: boolean
  /** epoch milliseconds */
  occurredAt: number
  /** why, where somebody wrote it */
  reason?: string
}

/** What a step decides, as far as an entry keeps it. */
export type Decided = Pick<JournalEntry, 'criteria' | 'taken' | 'changes' | 'messages' | 'timer'>

/** An entry that does not tell what its step was asked. */
export class NotJournalled extends Error {
  override readonly name = 'NotJournalled'
}

/**
 * Makes the step of an entry again. What was asked is read from the entry itself, or where it does not say so in words,
 * from the change that repeats it: to whom a journey was handed over, until when a task was postponed.
 *
 * Case roles are not journalled, so everybody is taken to have all of them.
 * @param past the journal up to this entry, and the versions that it has come to since it began
 * @returns nothing where the step would come to nothing today
 * @throws NotJournalled
 */
export function rerun(
  { entry, by: user, byRule, reason }: PastEntry,
  step: StepInput,
  past: { journal: readonly PastEntry[]; later?: ReadonlyMap<number, CompiledPathway> | undefined },
): Decided | Refusal | undefined {
  const by = { user, roles: everyRole(step) }
  const input = { ...step, by, reason }
  const task = entry.task ?? 0
  switch (entry.type) {
    case 'start': {
      const { version, responsible, parent, inputs } = changeOf(entry, 'started')
      return start({ ...input, version, responsible, parent, inputs, at: entry.event, imported: entry.imported })
    }
    case 'send':
      return send({ ...input, event: asked(entry), override: entry.override })
    case 'jump':
      return jump({ ...input, to: asked(entry) })
    case 'exit':
      return byRule ? endByParent(input) : exit({ ...input, code: asked(entry) })
    case 'handOver': {
      const to = changeOf(entry, 'responsible').responsible
      return byRule ? followHandOver({ ...input, from: step.state.responsible.user, to }) : handOver({ ...input, to })
    }
    case 'suspend': {
      const { code, reviewDate, ofParent } = changeOf(entry, 'suspended').suspension
      return ofParent === undefined
        ? suspend({ ...input, code, reviewDate })
        : followSuspension({ ...input, ofParent, reviewDate })
    }
    case 'resume': {
      const { suspension } = changeOf(entry, 'resumed')
      const ofParent = step.state.suspensions.find(({ id }) => id === suspension)?.ofParent
      return ofParent === undefined ? resume({ ...input, suspension }) : followResumption({ ...input, ofParent })
    }
    case 'startModule': {
      const { module, pathway, version, visit } = changeOf(entry, 'moduleStarted').child
      const made = startAdHoc({ ...input, ...(visit === null ? { pathwayVersion: { pathway, version } } : { module }) })
      return isRefusal(made) ? made : made.step
    }
    case 'moduleEnded': {
      const { journey: child, code } = changeOf(entry, 'moduleEnded')
      if (code === undefined) throw new NotJournalled('the entry does not tell how the module ended')
      return moduleEnded({ ...input, child, code })
    }
    case 'facts':
      // dated back, it is the facts that hold from then; the journeys are told now
      return factsChanged({ ...input, occurredAt: input.now })
    case 'timer': {
      const timer = step.state.timers.find(({ id }) => id === entry.timer?.id)
      if (!timer) throw new NotJournalled(`timer ${entry.timer?.id} was not armed before this entry`)
      const acted = actTimer(input, timer)
      return { ...acted.step, timer: acted.record }
    }
    case 'openTask': {
      const { name, role, assignee, dueDate } = changeOf(entry, 'taskOpened').task
      const made = openAdHocTask({ ...input, name, role, assignee, dueDate })
      return isRefusal(made) ? made : made.step
    }
    case 'claimTask':
      return claimTask({ ...input, task })
    case 'delegateTask':
      return delegateTask({ ...input, task, to: changeOf(entry, 'taskChanged').assignee ?? null })
    case 'postponeTask': {
      const { dueDate } = changeOf(entry, 'taskChanged')
      if (!dueDate) throw new NotJournalled('the entry does not tell the new due date')
      return postponeTask({ ...input, task, dueDate })
    }
    case 'tickTask': {
      const { ticked = [] } = changeOf(entry, 'taskChanged')
      const of = step.state.tasks.find(({ id }) => id === task)
      const ids = of ? checklistOf(step.pathway, of).map(({ id }) => id) : []
      // what was ticked then stays asked for, also where the checklist has it no more
      const items = Object.fromEntries([...ids, ...ticked].map((id) => [id, ticked.includes(id)]))
      return tickTask({ ...input, task, items })
    }
    case 'completeTask':
      return completeTask({ ...input, task })
    case 'cancelTask':
      return cancelTask({ ...input, task })
    case 'answerProposal': {
      if (entry.accept === undefined) throw new NotJournalled('the entry does not tell the answer')
      return answerProposal({ ...input, task, accept: entry.accept })
    }
    case 'migrate': {
      const { version, states } = entry.migration ?? { version: 0, states: {} }
      const to = past.later?.get(version)
      if (!to) throw new NotJournalled('the entry does not tell to which version')
      return migrate({ ...input, to, version, states })
    }
    case 'reverse':
      return reverse({ ...input, entry: entry.reverses ?? 0, revision: past.journal.length }, past.journal)
  }
}

/** Every case role there is: those of the pathway, and those that open tasks wait for. */
function everyRole({ pathway, state }: StepInput): string[] {
  return [...Object.keys(pathway.document.caseRoles ?? {}), ...state.tasks.flatMap(({ role }) => role ?? [])]
}

/** The event, state or exit that was asked for. */
function asked({ event, type }: JournalEntry): string {
  if (event === undefined) throw new NotJournalled(`the entry does not tell what its ${type} asked for`)
  return event
}

/** The first change of a kind: what the command itself did, before anything followed from it. */
function changeOf<Kind extends Change['change']>(
  { changes }: JournalEntry,
  kind: Kind,
): Extract<Change, { change: Kind }> {
  const found = changes.find((one): one is Extract<Change, { change: Kind }> => one.change === kind)
  if (!found) throw new NotJournalled(`the entry has no change "${kind}"`)
  return found
}
