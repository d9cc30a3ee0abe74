import { setImmediate as nextTurn } from 'node:timers/promises'
import { explainNext } from '../journey/explain.ts'
import { steadyUntil } from '../journey/steadyUntil.ts'
import type { Text } from '../pathway/values.ts'
import type { ReadTx } from '../store/store.ts'
import type { WorklistEntry } from '../store/workRows.ts'
import { wholeName } from './clientRecord.ts'
import type { Person } from './clientSchemas.ts'
import { type Context, clientWithKey, rememberLine } from './context.ts'
import { dueTimers } from './dueTimers.ts'
import { type Loaded, loadJourney } from './loaded.ts'
import type { Actor } from './schemas.ts'
import { read } from './transact.ts'
import { taskLabel } from './view.ts'

/** What worklists tell of a journey, whichever of its tasks a line is about. */
export interface WorklistLine extends Ahead {
  /** of the journey, and of what is known of its client */
  revision: number
  clientRevision: number
  /** the case roles for which it says what can be done next */
  roles: string
  /** epoch milliseconds: it holds from then on, and until then if nothing happens */
  from: number
  until: number
  client: { id: string; name: string | null }
  pathway: { id: string; version: number; title: Text }
  /** active phases, outermost first */
  phases: { state: string; label: Text }[]
  isActive: boolean
  /** the open ones */
  tasks: LineTask[]
  responsible: { user: string; team: string | null }
}

export interface LineTask {
  id: number
  kind: string
  name: string
  label: Text | undefined
  /** what a person has called an ad hoc task */
  title: string | null
  role: string | null
  assignee: string | null
}

/** What comes next, and what hinders. */
export interface Ahead {
  /** the first event that the person who asks could send now, else the first that is possible */
  next: { event: string; label: Text | undefined } | null
  /** why nothing is possible, or an event is not: in words */
  blockedBy: Hindrance[]
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
/** How many journeys are opened before others get their turn: a few milliseconds' work. */
const atATime = 20

/**
 * What there is to tell of the journeys of some entries, by journey; of a client who has been erased there is nothing.
 *
 * A line is remembered for as long as it is certain to be the same. The entries say which revisions the journeys and the
 * clients have now, whoever has changed them: every fact that is recorded, every step and every change of a client makes
 * another one. What time alone changes is counted by `steadyUntil`.
 */
export async function linesOf(
  context: Context,
  entries: readonly WorklistEntry[],
  by: Actor,
): Promise<ReadonlyMap<string, WorklistLine>> {
  const lines = new Map<string, WorklistLine>()
  const unknown = new Map<string, string>()
  const roles = by.roles.join(' ')
  const now = context.clock.now().getTime()
  for (const { journey, client, revision, clientRevision } of entries) {
    if (clientRevision === null) continue
    const known = context.memory.lines.get(journey)
    const isSame = known?.revision === revision && known.clientRevision === clientRevision && known.roles === roles
    if (isSame && known.from <= now && now < known.until) lines.set(journey, known)
    else unknown.set(journey, client)
  }
  const journeys = [...unknown]
  for (let from = 0; from < journeys.length; from += atATime) {
    if (from > 0) await nextTurn()
    await read(context, async (tx) => {
      for (const [journey, client] of journeys.slice(from, from + atATime)) {
        const line = await readLine(context, tx, { journey, client }, by)
        if (line) lines.set(journey, line)
      }
    })
  }
  return lines
}

async function readLine(
  context: Context,
  tx: ReadTx,
  { journey, client }: { journey: string; client: string },
  by: Actor,
): Promise<WorklistLine | undefined> {
  // with the name comes the key, which the facts need
  const known = await clientWithKey(context, tx, client)
  if (!known) return undefined
  const person = context.vault.open(known.key, known.row.sealed, `client:${client}`) as Person
  const stored = await loadJourney(context, tx, journey)
  const { loaded, steps } = dueTimers(stored)
  const { row, state, pathway, now } = loaded
  const visited = new Set(state.visits.map((visit) => visit.state))
  const tasks: LineTask[] = []
  for (const { id, kind, name, role, assignee } of state.tasks) {
    const label = taskLabel(pathway, kind, name)
    const title = kind === 'adHoc' ? await titleOf(context, tx, known.key, row.id, id) : null
    tasks.push({ id, kind, name, label, title, role, assignee })
  }
  const line: WorklistLine = {
    revision: row.revision,
    clientRevision: known.row.revision,
    roles: by.roles.join(' '),
    from: now,
    until: steadyUntil(loaded),
    client: { id: row.client, name: wholeName(person) },
    pathway: { id: row.pathway, version: row.version, title: pathway.document.title },
    phases: pathway.machine.active(state).flatMap((path) => {
      const phase = pathway.states.get(path)?.definition.phase
      return phase && visited.has(path) ? [{ state: path, label: phase.label }] : []
    }),
    isActive: state.status === 'active',
    tasks,
    responsible: { user: state.responsible.user, team: state.responsible.team },
    ...lookAhead(loaded, by),
  }
  // what timers would have done is not journalled yet
  return steps.length === 0 ? rememberLine(context.memory, journey, line) : line
}

async function titleOf(
  { vault }: Context,
  tx: ReadTx,
  key: Uint8Array,
  journey: string,
  id: number,
): Promise<string | null> {
  const sealed = (await tx.task(journey, id))?.sealed
  if (!sealed) return null
  return (vault.open(key, sealed, `task:${journey}:${id}`) as { title?: string }).title ?? null
}

function lookAhead({ pathway, state, facts, now }: Loaded, by: Actor): Ahead {
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
