import { explainNext } from '../journey/explain.ts'
import { dueAfter, getCalendar, startOfDay } from '../pathway/calendar/index.ts'
import type { Text } from '../pathway/document.ts'
import type { ReadTx } from '../store/store.ts'
import type { WorklistEntry } from '../store/workRows.ts'
import { wholeName } from './clientRecord.ts'
import type { Person } from './clientSchemas.ts'
import { type Context, clientKeyOf, clientWithKey } from './context.ts'
import { type Loaded, loadJourney, withDueTimers } from './loaded.ts'
import type { WholeText } from './notificationTexts.ts'
import type { Actor } from './schemas.ts'
import { workZone } from './today.ts'
import { iso, taskLabel } from './view.ts'
import { isWorklistReason, type WorklistReason, worklistReasons } from './worklistReasons.ts'

/** A line of a worklist: whose journey, which work, why it stands here and since when, what comes next and what hinders. */
export interface WorklistRow {
  client: { id: string; name: string | null }
  journey: string
  revision: number
  pathway: { id: string; version: number; title: Text }
  /** active phases, outermost first */
  phases: { state: string; label: Text }[]
  task: {
    id: string
    kind: string
    name: string
    label: Text | undefined
    /** what a person has called an ad hoc task */
    title: string | null
    role: string | null
    assignee: string | null
  } | null
  why: { code: WorklistReason; text: WholeText }
  since: string
  dueDate: string | null
  lateness: 'overdue' | 'dueToday' | null
  /** the first event that the person who asks could send now, else the first that is possible */
  next: { event: string; label: Text | undefined } | null
  /** why nothing is possible, or an event is not: in words */
  blockedBy: Hindrance[]
  /** who has the task, else who answers for the journey */
  owner: string
  responsible: { user: string; team: string | null }
  /** who stands in for the owner today */
  substitutes: string[]
}

export interface Hindrance {
  code: 'suspended' | 'criterion'
  /** the event that it hinders; null where it hinders all */
  event: string | null
  text: Text
  /** facts to record before it can be decided, in words */
  lacks: Text[]
}

/** What hinders is told so far: a line is no report. */
const mostHindrances = 5

/** The name of a client, opened once a call: null when none is known, undefined when the client has been erased. */
export async function clientName(
  context: Context,
  tx: ReadTx,
  client: string,
  known: Map<string, string | null | undefined>,
): Promise<string | null | undefined> {
  if (known.has(client)) return known.get(client)
  const open = await clientWithKey(context, tx, client)
  const name = open && wholeName(context.vault.open(open.key, open.row.sealed, `client:${client}`) as Person)
  known.set(client, name)
  return name
}

/** What one call has found out about journeys and people, so that a line need not find it out again. */
export interface RowsKnown {
  names: Map<string, string | null | undefined>
  ahead: Map<string, Pick<WorklistRow, 'next' | 'blockedBy'>>
  substitutes: ReadonlyMap<string, string[]>
}

/** An entry with all that a person wants to see of it; undefined when it, or the client, has gone meanwhile. */
export async function worklistRow(
  context: Context,
  tx: ReadTx,
  entry: WorklistEntry,
  by: Actor,
  known: RowsKnown,
): Promise<WorklistRow | undefined> {
  // with the name comes the key, which the facts need: the client is read once
  const name = await clientName(context, tx, entry.client, known.names)
  if (name === undefined) return undefined
  const { loaded } = withDueTimers(await loadJourney(context, tx, entry.journey))
  const { row, state, pathway } = loaded
  const open = entry.task === 0 ? undefined : state.tasks.find(({ id }) => id === entry.task)
  if (state.status !== 'active' || (entry.task !== 0 && !open)) return undefined
  if (!isWorklistReason(entry.why)) throw new Error(`a worklist has no reason "${entry.why}"`)
  const owner = open?.assignee ?? state.responsible.user
  const visited = new Set(state.visits.map((visit) => visit.state))
  return {
    client: { id: row.client, name },
    journey: row.id,
    revision: row.revision,
    pathway: { id: row.pathway, version: row.version, title: pathway.document.title },
    phases: pathway.machine.active(state).flatMap((path) => {
      const phase = pathway.states.get(path)?.definition.phase
      return phase && visited.has(path) ? [{ state: path, label: phase.label }] : []
    }),
    task: open
      ? {
          id: `${row.id}.${open.id}`,
          kind: open.kind,
          name: open.name,
          label: taskLabel(pathway, open.kind, open.name),
          title: open.kind === 'adHoc' ? await titleOf(context, tx, row.client, row.id, open.id) : null,
          role: open.role,
          assignee: open.assignee,
        }
      : null,
    why: { code: entry.why, text: worklistReasons[entry.why] },
    since: iso(sinceOf(entry)),
    dueDate: entry.dueDate,
    lateness: entry.lateness,
    ...aheadOf(loaded, by, known),
    owner,
    responsible: { user: state.responsible.user, team: state.responsible.team },
    substitutes: known.substitutes.get(owner) ?? [],
  }
}

/** What is late is so since the day after its due date began. */
function sinceOf({ why, since, dueDate }: WorklistEntry): number {
  if (why !== 'overdue' || dueDate === null) return since
  return startOfDay(dueAfter({ date: dueDate }, 'P1D', { calendar: getCalendar('fi') }).date, workZone)
}

async function titleOf(
  context: Context,
  tx: ReadTx,
  client: string,
  journey: string,
  id: number,
): Promise<string | null> {
  const sealed = (await tx.task(journey, id))?.sealed
  if (!sealed) return null
  const key = await clientKeyOf(context, tx, client)
  return (context.vault.open(key, sealed, `task:${journey}:${id}`) as { title?: string }).title ?? null
}

function aheadOf(loaded: Loaded, by: Actor, known: RowsKnown): Pick<WorklistRow, 'next' | 'blockedBy'> {
  const found = known.ahead.get(loaded.row.id) ?? lookAhead(loaded, by)
  known.ahead.set(loaded.row.id, found)
  return found
}

function lookAhead({ pathway, state, facts, now }: Loaded, by: Actor): Pick<WorklistRow, 'next' | 'blockedBy'> {
  const { events } = explainNext({ pathway, state, facts, now }, by)
  const possible = events.filter(({ status }) => status === 'possible')
  const next = possible.find(({ allowed }) => allowed) ?? possible[0]
  const criteria = new Map<string, Hindrance>()
  for (const { event, transitions, lacks } of events) {
    for (const { name, label, value, lacks: lacking } of transitions.flatMap((one) => one.criteria)) {
      if (value === true || criteria.has(name)) continue
      const words = lacking.map((fact) => lacks.find((one) => one.name === fact)?.label ?? { fi: fact })
      criteria.set(name, { code: 'criterion', event, text: label, lacks: words })
    }
  }
  const standstill = state.suspensions.map(({ reviewDate }): Hindrance => {
    const text = {
      fi: `Keskeytetty; tarkistetaan ${reviewDate}`,
      sv: `Avbruten; ses över ${reviewDate}`,
      en: `Suspended; looked at again on ${reviewDate}`,
    }
    return { code: 'suspended', event: null, text, lacks: [] }
  })
  return {
    next: next ? { event: next.event, label: next.transitions[0]?.label } : null,
    blockedBy: [...standstill, ...criteria.values()].slice(0, mostHindrances),
  }
}
