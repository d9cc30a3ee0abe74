import type { z } from 'zod'
import { overdueFrom } from '../journey/timers.ts'
import { localDate, startOfDay } from '../pathway/calendar/index.ts'
import type { WriteTx } from '../store/store.ts'
import { checkedPerson } from './clientRecord.ts'
import { type Context, clientKeyOf, pathwayOf } from './context.ts'
import { writeClient } from './newClient.ts'
import { parse } from './parse.ts'
import { PolkuProblem, wrongField } from './problem.ts'
import { loadLive, tellJourneys, writeFacts } from './recordFacts.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import { type Actor, type ImportInput, importRowSchema, importSchema } from './schemas.ts'
import { clientWithCode } from './searchClients.ts'
import { beginJourney, versionToRun, writeStart } from './startJourney.ts'
import { write } from './transact.ts'
import { undone } from './undone.ts'

/** What became of a row of an import. */
export interface Imported {
  /** whether it was brought in before, under the same keys */
  isRepeated: boolean
  client: string
  journey: string
}

/** Bringing in clients who are already under way elsewhere. */
export interface Imports {
  /**
   * Brings one client's journey in, all or nothing: the client (or the one with this identity code), what is known of
   * them, the journey in the state that it stands in, and what has been done on it. It gives way to what people ask for.
   * @throws PolkuProblem `invalid-request`, `not-found`, `not-enterable`, `unknown-fact`, `invalid-fact`, `key-reused`, …;
   * paths of its errors count from the row
   */
  importJourney(input: ImportInput): Promise<Imported>
}

export function importCommands(context: Context): Imports {
  return { importJourney: (input) => importJourney(context, input) }
}

type Row = z.output<typeof importRowSchema>

async function importJourney(context: Context, input: ImportInput): Promise<Imported> {
  const { row: given, ...order } = input
  const { by, key: importKey, organisation, dryRun } = parse(importSchema.omit({ row: true }), order)
  const row = parse(importRowSchema, given)
  const person = within('client', () => checkedPerson(context, row.client))
  const { identityCode } = person
  // a row's key may be anything that the other system knows a person by
  const key = `import:${requestHash(context, [importKey, row.key])}`
  const hash = requestHash(context, ['import', row])
  const run = async (tx: WriteTx): Promise<Imported> => {
    const stored = (await storedRow(tx, { by, key }, hash, row.key)) as Imported | undefined
    if (stored) return { ...stored, isRepeated: true }
    const known = identityCode && (await clientWithCode(context, tx, organisation, identityCode))
    const client = known ? known.id : context.newId()
    if (!known)
      await writeClient(context, tx, { id: client, organisation, team: null, customerships: [], person }, by.user)
    const imported = { isRepeated: false, client, journey: await bringIn(context, tx, client, row, by) }
    const createdAt = context.clock.now().getTime()
    await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(imported), createdAt })
    return imported
  }
  const background = { background: true }
  if (!dryRun) return write(context, run, background)
  return undone<Imported>((undo) => write(context, async (tx) => undo(await run(tx)), background))
}

/** The client's facts, and the journey that has begun before. */
async function bringIn(context: Context, tx: WriteTx, client: string, row: Row, by: Actor): Promise<string> {
  await clientKeyOf(context, tx, client)
  const { version } = await versionToRun(context, tx, row)
  const pathway = await pathwayOf(context, tx, row.pathway, version)
  const { zone } = pathway.calendar
  const now = context.clock.now().getTime()
  const instant = (when: string): number => (when.includes('T') ? Date.parse(when) : startOfDay(when, zone))
  const enteredAt = instant(row.occurredAt)
  const startedAt = row.startedAt === undefined ? enteredAt : instant(row.startedAt)
  if (startedAt > enteredAt) throw wrongField(['startedAt'], 'is later than occurredAt, when the state was entered')
  for (const [name, done] of Object.entries(row.doneFollowUps)) {
    if (typeof done === 'string' && overdueFrom(pathway, done).at > overdueFrom(pathway, localDate(now, zone)).at)
      throw wrongField(['doneFollowUps', name], 'has not come yet')
  }

  if (enteredAt > now) throw notYet(['occurredAt'])

  const live = await loadLive(context, tx, client)
  let recorded = {}
  for (const [name, { value, occurredAt, source = row.source }] of Object.entries(row.facts)) {
    const holdsFrom = occurredAt === undefined ? enteredAt : instant(occurredAt)
    if (holdsFrom > now) throw notYet(['facts', name, 'occurredAt'])
    const facts = { client, values: { [name]: value }, source, by: by.user, holdsFrom }
    recorded = { ...recorded, ...(await writeFacts(context, tx, facts, [...live, { pathway }])) }
  }
  if (Object.keys(recorded).length > 0) {
    await tellJourneys(context, tx, client, live, recorded, { by: by.user, occurredAt: now })
  }

  const id = context.newId()
  const asked = {
    ...row,
    by,
    client,
    occurredAt: new Date(enteredAt).toISOString(),
    imported: { startedAt, followUps: row.doneFollowUps, tasks: row.doneTasks },
  }
  await writeStart(context, tx, await beginJourney(context, tx, id, asked), asked)
  return id
}

/** Runs a check whose errors name fields of a part of the row. */
function within<T>(part: string, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof PolkuProblem)) throw error
    const errors = error.details.errors?.map(({ path, message }) => ({ path: [part, ...path], message }))
    throw new PolkuProblem(error.code, error.message, { ...error.details, ...(errors && { errors }) })
  }
}

function notYet(path: string[]): PolkuProblem {
  const message = 'has not come yet'
  return new PolkuProblem('in-the-future', `"${path.join('.')}" ${message}.`, { errors: [{ path, message }] })
}

/** @throws PolkuProblem `key-reused` */
async function storedRow(
  tx: WriteTx,
  asked: Parameters<typeof storedAnswer>[1],
  hash: string,
  rowKey: string,
): Promise<unknown> {
  try {
    return await storedAnswer(tx, asked, hash)
  } catch (error) {
    if (!(error instanceof PolkuProblem) || error.code !== 'key-reused') throw error
    const detail = `The row "${rowKey}" has been brought in already, with other content. What has changed since is recorded here.`
    throw new PolkuProblem('key-reused', detail, {
      errors: [{ path: ['key'], message: 'has been used with other content' }],
    })
  }
}
