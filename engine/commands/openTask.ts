import { isRefusal } from '../journey/refusal.ts'
import type { JournalEntry } from '../journey/replay.ts'
import { openAdHocTask } from '../journey/work.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { Context } from './context.ts'
import { PolkuProblem } from './problem.ts'
import type { Asked, JourneyCommand } from './runCommand.ts'
import type { OpenTaskInput } from './schemas.ts'

/**
 * What opens a task that no pathway foresaw; its number is known once the step has been made.
 * @param rolePath where the request names the case role, for a refusal
 */
export function openTaskCommand(
  asked: Asked & Omit<OpenTaskInput, keyof Asked>,
  rolePath: string[] = ['role'],
): {
  command: JourneyCommand
  opened(): number | undefined
} {
  const { title, description, role = null, assignee = null, dueDate = null } = asked
  let opened: number | undefined
  const command: JourneyCommand = {
    type: 'openTask',
    asked,
    act: (step, { pathway }) => {
      if (role !== null && !own(pathway.document.caseRoles, role)) throw unknownRole(pathway, role, rolePath)
      const made = openAdHocTask({ ...step, name: 'adHoc', role, assignee, dueDate })
      if (isRefusal(made)) return made
      opened = made.task
      return made.step
    },
    taskContent: () => (opened === undefined ? undefined : { task: opened, content: { title, description } }),
  }
  return { command, opened: () => opened }
}

/** The ad hoc task that an entry opened, for an answer that is given again. */
export async function openedBefore(context: Context, journey: string, seq: number): Promise<number> {
  const [row] = await context.store.read((tx) => tx.journal(journey, { from: seq, limit: 1 }))
  const { changes } = JSON.parse(row?.entry ?? '{"changes":[]}') as Pick<JournalEntry, 'changes'>
  for (const one of changes) if (one.change === 'taskOpened' && one.task.kind === 'adHoc') return one.task.id
  throw new Error(`entry ${seq} of journey ${journey} opened no task`)
}

/** A task for a case role that the pathway does not have would wait for nobody. */
function unknownRole({ document }: CompiledPathway, role: string, path: string[]): PolkuProblem {
  const accepted = Object.keys(document.caseRoles ?? {})
  const message = 'is not a case role of this pathway'
  return new PolkuProblem('invalid-request', `"${role}" ${message}.`, {
    errors: [{ path, message }],
    accepted,
  })
}
