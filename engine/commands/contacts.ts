import type { ReadTx, WriteTx } from '../store/store.ts'
import type { ContactRow } from '../store/workRows.ts'
import { type Context, clientKeyOf } from './context.ts'
import { openTaskCommand } from './openTask.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { requestHash, runWithin, storedAnswer } from './runCommand.ts'
import { write } from './transact.ts'
import { undone } from './undone.ts'
import { iso } from './view.ts'
import {
  type ContactChannel,
  type ContactInErrorInput,
  type ContactKind,
  type ContactOutcome,
  type CorrectContactInput,
  contactInErrorSchema,
  correctContactSchema,
  type RecordContactInput,
  recordContactSchema,
} from './workSchemas.ts'

/** A talk, meeting, visit, attempt or note about a client. */
export interface ContactView extends ContactWords {
  id: string
  client: string
  journey: string | null
  /** the organisation of its writer */
  organisation: string
  kind: ContactKind
  channel: ContactChannel | null
  outcome: ContactOutcome | null
  minutes: number | null
  class: 'ordinary' | 'confidential'
  occurredAt: string
  recordedAt: string
  recordedBy: string
  /** the task that what was agreed next has become */
  task: string | null
  /** the contact that this one corrects, and the one that corrects it */
  replaces: string | null
  replacedBy: string | null
  enteredInError: { at: string; by: string; reason: string | null } | null
}

/** What people have said and written in it: sealed. */
interface ContactWords {
  place: string | null
  present: { role?: string; name?: string }[]
  text: string | null
}

export interface ContactQuery {
  /** whose contacts may be seen: confidential ones of other organisations are left out */
  organisation: string
  /** also those that were entered in error */
  withErrors?: boolean
  limit?: number
  /** contacts after this one, newest first; `occurredAt` in epoch milliseconds */
  after?: { occurredAt: number; id: string }
}

export interface ContactAnswer {
  contact: ContactView
  /** the revision of the journey, where what was agreed next has opened a task on it */
  revision: number | null
}

/** Contacts: what people have done with and about a client. The pathway stays as it is. */
export interface Contacts {
  /**
   * Records a contact; what was agreed next becomes a task of the journey in the same transaction.
   * @param organisation of who records it
   * @throws PolkuProblem `not-found`, `invalid-request`, `in-the-future`, `ended` (a task on an ended journey)
   */
  record(client: string, input: RecordContactInput, organisation: string): Promise<ContactAnswer>
  /**
   * Marks a contact as entered in error and puts another in its place; both stay to be read.
   * @throws PolkuProblem `not-found`, `wrong-kind` when it has been marked already
   */
  correct(id: string, input: CorrectContactInput, organisation: string): Promise<ContactAnswer>
  /** Marks a contact as entered in error; it stays to be read. @throws PolkuProblem `not-found`, `wrong-kind` */
  enteredInError(id: string, input: ContactInErrorInput, organisation: string): Promise<ContactAnswer>
  /** @throws PolkuProblem `not-found`, also for another organisation's confidential one */
  get(id: string, organisation: string): Promise<ContactView>
  /** A client's, newest first. */
  ofClient(client: string, query: ContactQuery): Promise<ContactView[]>
  /** A journey's, newest first. */
  ofJourney(journey: string, query: ContactQuery): Promise<ContactView[]>
}

const defaultLimit = 50

export function contactCommands(context: Context): Contacts {
  const { store } = context
  const list = (filter: { client?: string; journey?: string }, { withErrors = false, limit, ...query }: ContactQuery) =>
    store.read(async (tx) => {
      if (filter.client !== undefined) await clientKeyOf(context, tx, filter.client)
      if (filter.journey !== undefined && !(await tx.journey(filter.journey))) throw noJourney(filter.journey)
      const rows = await tx.contacts({ ...filter, ...query, withErrors, limit: limit ?? defaultLimit })
      const found: ContactView[] = []
      for (const row of rows) found.push(await view(context, tx, row))
      return found
    })
  return {
    async record(client, input, organisation) {
      const { by, key, dryRun, ...given } = parse(recordContactSchema, input)
      const hash = requestHash(context, ['recordContact', client, given])
      return once(context, { by, key, dryRun }, hash, async (tx) => {
        const id = context.newId()
        const row = await contactRow(context, tx, { client, organisation, by: by.user, id, ...given })
        const { journey, agreedNext } = given
        if (journey !== undefined) await journeyOf(tx, client, journey)
        let revision: number | null = null
        if (journey !== undefined && agreedNext !== undefined) {
          const { assignee = agreedNext.role === undefined ? by.user : undefined, ...next } = agreedNext
          const { command, opened } = openTaskCommand({ ...next, assignee, journey, by }, ['agreedNext', 'role'])
          const answer = await runWithin(context, tx, journey, command)
          if (answer instanceof PolkuProblem) throw answer
          row.task = opened() ?? null
          revision = answer.journey.revision
        }
        await tx.insertContact(row)
        return { id, revision }
      })
    },

    async correct(id, input, organisation) {
      const { by, key, dryRun, reason, ...given } = parse(correctContactSchema, input)
      const hash = requestHash(context, ['correctContact', id, given, reason])
      return once(context, { by, key, dryRun }, hash, async (tx) => {
        const old = await standing(tx, id, organisation)
        const { client, journey, task } = old
        const content = { ...given, occurredAt: given.occurredAt ?? iso(old.occurredAt) }
        const next = { client, organisation, by: by.user, id: context.newId(), ...content }
        const row = { ...(await contactRow(context, tx, next)), journey, task, replaces: id }
        await markInError(context, tx, old, by.user, reason)
        await tx.insertContact(row)
        return { id: row.id, revision: null }
      })
    },

    async enteredInError(id, input, organisation) {
      const { by, key, reason } = parse(contactInErrorSchema, input)
      const hash = requestHash(context, ['contactInError', id, reason])
      return once(context, { by, key }, hash, async (tx) => {
        await markInError(context, tx, await standing(tx, id, organisation), by.user, reason)
        return { id, revision: null }
      })
    },

    get: (id, organisation) => store.read(async (tx) => view(context, tx, await visible(tx, id, organisation))),
    ofClient: (client, query) => list({ client }, query),
    ofJourney: (journey, query) => list({ journey }, query),
  }
}

interface Kept {
  id: string
  revision: number | null
}

/** Does it once by its key, or only tries it. What is kept of the answer is the id: words are read again. */
async function once(
  context: Context,
  { by, key, dryRun }: { by: { user: string; roles: string[] }; key?: string; dryRun?: boolean },
  hash: string,
  work: (tx: WriteTx) => Promise<Kept>,
): Promise<ContactAnswer> {
  const run = async (tx: WriteTx): Promise<ContactAnswer> => {
    const stored = (await storedAnswer(tx, { by, key }, hash)) as Kept | undefined
    const { id, revision } = stored ?? (await work(tx))
    if (!stored && key !== undefined && !dryRun) {
      const answer = JSON.stringify({ id, revision })
      await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer, createdAt: context.clock.now().getTime() })
    }
    const row = await tx.contact(id)
    if (!row) throw new Error(`the contact ${id} has been written and is not there`)
    return { contact: await view(context, tx, row), revision }
  }
  if (!dryRun) return write(context, run)
  return undone<ContactAnswer>((undo) => write(context, async (tx) => undo(await run(tx))))
}

interface NewContact {
  id: string
  client: string
  organisation: string
  by: string
  journey?: string
  kind?: string
  channel?: string
  outcome?: string
  minutes?: number
  place?: string
  present?: { role?: string; name?: string }[]
  text?: string
  class: 'ordinary' | 'confidential'
  occurredAt?: string
}

async function contactRow(context: Context, tx: ReadTx, given: NewContact): Promise<ContactRow> {
  const { id, client, organisation, by, journey = null, kind = 'other', channel = null, minutes = null } = given
  const { place = null, present = [], text = null } = given
  const key = await clientKeyOf(context, tx, client)
  const recordedAt = context.clock.now().getTime()
  const occurredAt = given.occurredAt === undefined ? recordedAt : Date.parse(given.occurredAt)
  if (occurredAt > recordedAt) {
    throw new PolkuProblem('in-the-future', `${given.occurredAt} has not come yet; a contact may not be dated ahead.`)
  }
  const words: ContactWords = { place, present, text }
  return {
    id,
    client,
    journey,
    organisation,
    kind,
    channel,
    outcome: kind === 'note' ? null : (given.outcome ?? 'realised'),
    minutes,
    class: given.class,
    occurredAt,
    recordedAt,
    recordedBy: by,
    sealed: context.vault.seal(key, words, placeOf(organisation, id)),
    task: null,
    replaces: null,
    errorAt: null,
    errorBy: null,
    errorSealed: null,
  }
}

/** Another organisation's row would not open even if its column were changed. */
const placeOf = (organisation: string, id: string): string => `contact:${organisation}:${id}`

async function markInError(
  context: Context,
  tx: WriteTx,
  { id, client, organisation }: ContactRow,
  by: string,
  reason: string | undefined,
): Promise<void> {
  const key = await clientKeyOf(context, tx, client)
  const sealed = reason === undefined ? null : context.vault.seal(key, reason, `${placeOf(organisation, id)}:error`)
  await tx.markContactInError(id, { at: context.clock.now().getTime(), by, sealed })
}

async function journeyOf(tx: ReadTx, client: string, journey: string): Promise<void> {
  const row = await tx.journey(journey)
  if (!row) throw noJourney(journey)
  if (row.client === client) return
  const message = 'is a journey of another client'
  throw new PolkuProblem('invalid-request', `"${journey}" ${message}.`, { errors: [{ path: ['journey'], message }] })
}

const noJourney = (journey: string): PolkuProblem => new PolkuProblem('not-found', `There is no journey "${journey}".`)

async function visible(tx: ReadTx, id: string, organisation: string): Promise<ContactRow> {
  const row = await tx.contact(id)
  if (row && (row.class === 'ordinary' || row.organisation === organisation)) return row
  throw new PolkuProblem('not-found', `There is no contact "${id}".`)
}

/** One that has not been marked as an error. */
async function standing(tx: ReadTx, id: string, organisation: string): Promise<ContactRow> {
  const row = await visible(tx, id, organisation)
  if (row.organisation !== organisation) {
    throw new PolkuProblem('wrong-kind', 'A contact is corrected by the organisation that recorded it.')
  }
  if (row.errorAt === null) return row
  const by = await tx.correctionOf(id)
  const next = by === undefined ? '' : ` The contact ${by} stands in its place.`
  throw new PolkuProblem('wrong-kind', `The contact has been marked as entered in error already.${next}`)
}

async function view(context: Context, tx: ReadTx, row: ContactRow): Promise<ContactView> {
  const { id, client, journey, organisation, kind, channel, outcome, minutes, recordedBy, task, replaces } = row
  const key = await clientKeyOf(context, tx, client)
  const reason =
    row.errorSealed && (context.vault.open(key, row.errorSealed, `${placeOf(organisation, id)}:error`) as string)
  return {
    id,
    client,
    journey,
    organisation,
    kind: kind as ContactKind,
    channel: channel as ContactChannel | null,
    outcome: outcome as ContactOutcome | null,
    minutes,
    class: row.class,
    occurredAt: iso(row.occurredAt),
    recordedAt: iso(row.recordedAt),
    recordedBy,
    ...(context.vault.open(key, row.sealed, placeOf(organisation, id)) as ContactWords),
    task: task === null || journey === null ? null : `${journey}.${task}`,
    replaces,
    replacedBy: row.errorAt === null ? null : ((await tx.correctionOf(id)) ?? null),
    enteredInError:
      row.errorAt === null ? null : { at: iso(row.errorAt), by: row.errorBy ?? '', reason: reason ?? null },
  }
}
