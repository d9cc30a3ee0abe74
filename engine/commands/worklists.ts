import { setImmediate as nextTurn } from 'node:timers/promises'
import type { StateValue } from '../pathway/compileMachine.ts'
import type { ReadTx } from '../store/store.ts'
import type { JourneyPlace, WorklistEntry, WorklistPlace, WorklistScope } from '../store/workRows.ts'
import { wholeName } from './clientRecord.ts'
import type { Person } from './clientSchemas.ts'
import { type Context, clientWithKey, pathwayOf } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import type { Actor } from './schemas.ts'
import { todayOf } from './today.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'
import { linesOf } from './worklistLine.ts'
import { type WorklistRow, worklistRow } from './worklistRow.ts'
import {
  type LookInput,
  lookSchema,
  type Worklist,
  type WorklistFilterInput,
  type WorklistSort,
  worklistSchema,
} from './workSchemas.ts'

/** Whose work is looked at, and by whom. The caller is trusted: who may see what is not decided here. */
export interface WorklistViewer {
  /** who asks; with `roles`, tasks for other case roles are waited for, not one's own */
  by: Pick<Actor, 'user'> & { roles?: string[] }
  /** journeys that these people answer for, and tasks that they have; the asking person's without it */
  users?: readonly string[]
  /** and journeys of these teams */
  teams?: readonly string[]
  /** everybody's, instead */
  everyone?: boolean
  /** whose confidential contacts count as changes */
  organisation: string
}

/** Where a page of a worklist goes on; to be handed back, not read. It holds no name. */
export type WorklistCursor = WorklistPlace & { client?: string }

export interface WorklistQuery extends WorklistViewer, WorklistFilterInput {
  list: Worklist
  /** default `lateness`: what is overdue, then what is due today, then the rest, each by due date and then by waiting */
  sort?: WorklistSort
  limit?: number
  after?: WorklistCursor
}

export interface WorklistPage {
  rows: WorklistRow[]
  /** null on the last page */
  after: WorklistCursor | null
}

export interface LookView {
  journey: string
  client: string
  /** the last journal entry seen */
  revision: number
  lookedAt: string
}

/** The day's work: what waits for whom, why, and since when. */
export interface Worklists {
  /**
   * A page of a list.
   * @throws PolkuProblem `invalid-request` when a list is too long to be sorted by name
   */
  page(query: WorklistQuery): Promise<WorklistPage>
  /** How many lines each list has. */
  counts(viewer: WorklistViewer & WorklistFilterInput): Promise<Record<Worklist, number>>
  /** Marks a journey, or all of a client's, as looked at by the acting person. @throws PolkuProblem `not-found` */
  look(input: LookInput): Promise<LookView[]>
}

const defaultLimit = 50
/** Names are sealed, so a list is opened whole to be sorted by them (ours). */
const mostByName = 5_000
/** How many names are opened before others get their turn. */
const chunk = 100

export function worklistCommands(context: Context): Worklists {
  return {
    page: (query) => page(context, query),

    async counts(viewer) {
      const counts: Partial<Record<Worklist, number>> = {}
      for (const list of worklistSchema.options) {
        const scope = await scopeOf(context, { ...viewer, list })
        counts[list] = scope ? await context.store.worklistCount(scope) : 0
      }
      return counts as Record<Worklist, number>
    },

    async look(input) {
      const { by, journey, client } = parse(lookSchema, input)
      const at = context.clock.now().getTime()
      return write(context, async (tx) => {
        const seen = await seenBy(tx, journey, client)
        const looks: LookView[] = []
        for (const { id, client: of, revision } of seen) {
          await tx.markLooked({ user: by.user, journey: id, client: of, revision, at })
          looks.push({ journey: id, client: of, revision, lookedAt: iso(at) })
        }
        return looks
      })
    },
  }
}

async function seenBy(tx: ReadTx, journey: string | undefined, client: string | undefined) {
  if (journey !== undefined) {
    const row = await tx.journey(journey)
    if (!row) throw new PolkuProblem('not-found', `There is no journey "${journey}".`)
    return [row]
  }
  if (client === undefined || !(await tx.client(client))) {
    throw new PolkuProblem('not-found', `There is no client "${client}".`)
  }
  return (await tx.journeysOf(client)).map((row) => ({ ...row, client }))
}

/** Which entries the store is to look for; undefined when nobody's work is asked for. */
async function scopeOf(
  context: Context,
  { list, by, users = [by.user], teams = [], everyone = false, organisation, ...filter }: WorklistQuery,
): Promise<WorklistScope | undefined> {
  const { pathway, responsible, role, phase } = filter
  const common = { me: by.user, roles: by.roles ?? null, organisation, today: todayOf(context) }
  const narrow = { pathway, responsible, role }
  if (list !== 'substituted') {
    return inPhase(context, { list, users: everyone ? null : users, teams, ...common, ...narrow }, phase)
  }
  const today = await read(context, (tx) => tx.substitutes({ substitute: by.user, on: common.today }))
  const absent = [...new Set(today.map(({ user }) => user))]
  if (absent.length === 0) return undefined
  return inPhase(context, { list: 'mine', users: absent, teams: [], ...common, ...narrow }, phase)
}

/** With a phase, only the places that are in it; undefined when there is none. */
async function inPhase(
  context: Context,
  scope: WorklistScope,
  phase: string | undefined,
): Promise<WorklistScope | undefined> {
  if (phase === undefined) return scope
  const standing = await context.store.worklistPlaces(scope)
  const places = await read(context, async (tx) => {
    const found: JourneyPlace[] = []
    for (const place of standing) {
      const { machine, states } = await pathwayOf(context, tx, place.pathway, place.version)
      const active = machine.active({ value: JSON.parse(place.value) as StateValue, history: {} })
      if (active.includes(phase) && states.get(phase)?.definition.phase) found.push(place)
    }
    return found
  })
  return places.length === 0 ? undefined : { ...scope, places }
}

async function page(context: Context, query: WorklistQuery): Promise<WorklistPage> {
  const { by, sort = 'lateness', limit = defaultLimit, after } = query
  const scope = await scopeOf(context, query)
  if (!scope) return { rows: [], after: null }
  const substitutes = await substitutesOf(context, scope.today)
  const wanted = limit + 1
  const found =
    sort === 'name'
      ? await byName(context, { scope, after, limit: wanted })
      : await context.store.worklist({ ...scope, sort, after, limit: wanted })
  const entries = found.slice(0, limit)
  const lines = await linesOf(context, entries, { user: by.user, roles: by.roles ?? [] })
  const rows = entries.flatMap((entry): WorklistRow[] => {
    const line = lines.get(entry.journey)
    const row = line && worklistRow(entry, line, substitutes)
    return row ? [row] : []
  })
  const last = entries.at(-1)
  return { rows, after: found.length > limit && last ? placeOf(last, sort) : null }
}

const placeOf = ({ key, journey, task, why, client }: WorklistEntry, sort: WorklistSort): WorklistCursor => ({
  key,
  journey,
  task,
  why,
  ...(sort === 'name' ? { client } : {}),
})

async function substitutesOf(context: Context, today: string): Promise<Map<string, string[]>> {
  const rows = await read(context, (tx) => tx.substitutes({ on: today }))
  const found = new Map<string, string[]>()
  for (const { user, substitute } of rows) found.set(user, [...(found.get(user) ?? []), substitute])
  return found
}

interface ByName {
  scope: WorklistScope
  after: WorklistCursor | undefined
  limit: number
}

/** Sorted by the names of clients, which only the vault can read; a client without a name comes last. */
async function byName(context: Context, { scope, after, limit }: ByName): Promise<WorklistEntry[]> {
  const all = await context.store.worklist({ ...scope, sort: 'due', limit: mostByName + 1 })
  if (all.length > mostByName) {
    const message = `a list of more than ${mostByName} lines is not sorted by name; narrow it by pathway, phase or person`
    throw new PolkuProblem('invalid-request', `"sort": ${message}.`, { errors: [{ path: ['sort'], message }] })
  }
  const clients = new Set([...all.map(({ client }) => client), ...(after?.client ? [after.client] : [])])
  const names = await namesOf(context, [...clients])
  const compare = (a: Sortable, b: Sortable) => compareByName(a, b, names)
  const sorted = all.sort(compare)
  if (!after?.client) return sorted.slice(0, limit)
  const last = { ...after, client: after.client }
  return sorted.filter((entry) => compare(entry, last) > 0).slice(0, limit)
}

async function namesOf(context: Context, clients: readonly string[]): Promise<Map<string, string | null>> {
  const names = new Map<string, string | null>()
  for (let from = 0; from < clients.length; from += chunk) {
    if (from > 0) await nextTurn()
    await read(context, async (tx) => {
      for (const client of clients.slice(from, from + chunk)) {
        const known = await clientWithKey(context, tx, client)
        const person = known && (context.vault.open(known.key, known.row.sealed, `client:${client}`) as Person)
        names.set(client, person ? wholeName(person) : null)
      }
    })
  }
  return names
}

type Sortable = WorklistPlace & { client: string }

const collator = new Intl.Collator('fi')

function compareByName(a: Sortable, b: Sortable, names: ReadonlyMap<string, string | null>): number {
  const [one, other] = [names.get(a.client) ?? null, names.get(b.client) ?? null]
  if (one === null || other === null) {
    if (one !== other) return one === null ? 1 : -1
  } else {
    const order = collator.compare(one, other)
    if (order !== 0) return order
  }
  return collator.compare(a.journey, b.journey) || a.task - b.task || collator.compare(a.why, b.why)
}
