import { dueAfter, getCalendar, startOfDay } from '../pathway/calendar/index.ts'
import type { Text } from '../pathway/values.ts'
import type { WorklistEntry } from '../store/workRows.ts'
import type { WholeText } from './notificationTexts.ts'
import { workZone } from './today.ts'
import { iso } from './view.ts'
import type { Ahead, LineTask, WorklistLine } from './worklistLine.ts'
import { isWorklistReason, type WorklistReason, worklistReasons } from './worklistReasons.ts'

/** A line of a worklist: whose journey, which work, why it stands here and since when, what comes next and what hinders. */
export interface WorklistRow extends Ahead {
  client: { id: string; name: string | null }
  journey: string
  revision: number
  pathway: { id: string; version: number; title: Text }
  /** active phases, outermost first */
  phases: { state: string; label: Text }[]
  task: (Omit<LineTask, 'id'> & { id: string }) | null
  why: { code: WorklistReason; text: WholeText }
  since: string
  dueDate: string | null
  lateness: 'overdue' | 'dueToday' | null
  /** who has the task, else who answers for the journey */
  owner: string
  responsible: { user: string; team: string | null }
  /** who stands in for the owner today */
  substitutes: string[]
}

/**
 * An entry with all that a person wants to see of it; undefined when the work is done meanwhile.
 * @param substitutes who stands in for whom today
 */
export function worklistRow(
  { journey, task, why, since, dueDate, lateness }: WorklistEntry,
  line: WorklistLine,
  substitutes: ReadonlyMap<string, string[]>,
): WorklistRow | undefined {
  const open = task === 0 ? undefined : line.tasks.find(({ id }) => id === task)
  if (!line.isActive || (task !== 0 && !open)) return undefined
  if (!isWorklistReason(why)) throw new Error(`a worklist has no reason "${why}"`)
  const owner = open?.assignee ?? line.responsible.user
  const { client, revision, pathway, phases, next, blockedBy, responsible } = line
  return {
    client,
    journey,
    revision,
    pathway,
    phases,
    task: open ? { ...open, id: `${journey}.${open.id}` } : null,
    why: { code: why, text: worklistReasons[why] },
    since: iso(sinceOf({ why, since, dueDate })),
    dueDate,
    lateness,
    next,
    blockedBy,
    owner,
    responsible,
    substitutes: substitutes.get(owner) ?? [],
  }
}

/** What is late is so since the day after its due date began. */
function sinceOf({ why, since, dueDate }: Pick<WorklistEntry, 'why' | 'since' | 'dueDate'>): number {
  if (why !== 'overdue' || dueDate === null) return since
  return startOfDay(dueAfter({ date: dueDate }, 'P1D', { calendar: getCalendar('fi') }).date, workZone)
}
