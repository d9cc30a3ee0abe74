import type { z } from 'zod'
import { blankState } from '../journey/changes.ts'
import type { JournalEntry } from '../journey/replay.ts'
import { start } from '../journey/start.ts'
import type { ImportedPast } from '../journey/takeOverPast.ts'
import type { VersionRow } from '../store/pathwayRows.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { type Context, clientKeyOf, factsOf, pathwayOf } from './context.ts'
import { afterStep, blankRow, type Loaded } from './loaded.ts'
import { parse } from './parse.ts'
import { persist } from './persist.ts'
import { PolkuProblem } from './problem.ts'
import { type JourneyCommand, type Made, makeStep, repeatedAnswer, requestHash } from './runCommand.ts'
import { type StartInput, startSchema } from './schemas.ts'
import { todayOf } from './today.ts'
import { read, write } from './transact.ts'
import { answerOf, type JourneyAnswer } from './view.ts'

/** What begins a journey. */
export interface Beginning extends Omit<z.output<typeof startSchema>, 'key' | 'dryRun'> {
  /** for a journey that was under way elsewhere */
  imported?: ImportedPast
}

/** A journey about to begin: nothing of it is written. */
export interface Begun {
  loaded: Loaded
  made: Made
}

/** Begins a client's journey. @throws PolkuProblem */
export async function startJourney(context: Context, input: StartInput): Promise<JourneyAnswer> {
  const asked = parse(startSchema, input)
  const { key: _key, by: _by, ...body } = asked
  const hash = asked.key === undefined ? '' : requestHash(context, ['start', body])
  const id = context.newId()
  if (asked.dryRun) {
    return read(context, async (tx) => {
      const { loaded, made } = await beginJourney(context, tx, id, asked)
      return answer(afterStep(loaded, made), made.entry)
    })
  }
  return write(context, async (tx) => {
    const repeated = await repeatedAnswer(context, tx, asked, hash)
    if (repeated) return repeated
    const begun = await beginJourney(context, tx, id, asked)
    const after = await writeStart(context, tx, begun, asked)
    if (asked.key !== undefined) {
      const kept = JSON.stringify({ journey: id, entry: 1 })
      const createdAt = begun.loaded.now
      await tx.saveAnswer({ caller: asked.by.user, key: asked.key, bodyHash: hash, answer: kept, createdAt })
    }
    return answer(after, begun.made.entry)
  })
}

/**
 * The version of a pathway that a journey which begins today is to run: the one in use, or the one named. For one that is
 * recorded afterwards that is no other: the versions of then may never have been here.
 * @throws PolkuProblem `not-found`
 */
export async function versionToRun(
  context: Context,
  tx: ReadTx,
  asked: Pick<Beginning, 'pathway' | 'version'>,
): Promise<VersionRow> {
  const { pathway, version } = asked
  const today = todayOf(context)
  const found = version === undefined ? await tx.versionOn(pathway, today) : await tx.version(pathway, version)
  if (found) return found
  const published = await tx.versionsFrom(today)
  const later = published.find((row) => version === undefined && row.pathway === pathway)
  const wanted = version === undefined ? '' : ` in version ${version}`
  const why = later
    ? `No journey begins on the pathway "${pathway}" before ${later.startsOn}.`
    : `There is no pathway "${pathway}"${wanted}.`
  const accepted = published.flatMap((row) => (row.startsOn <= today ? row.pathway : []))
  throw new PolkuProblem('not-found', why, { accepted })
}

/** Makes a journey's first step. @throws PolkuProblem */
export async function beginJourney(context: Context, tx: ReadTx, id: string, asked: Beginning): Promise<Begun> {
  const { client, responsible, at, imported } = asked
  const { version } = await versionToRun(context, tx, asked)
  if (!(await tx.client(client))?.wrappedKey) throw new PolkuProblem('not-found', `There is no client "${client}".`)
  const pathway = await pathwayOf(context, tx, asked.pathway, version)
  const now = context.clock.now().getTime()
  const row = { ...blankRow(id, client, asked.pathway, version), startedAt: now, changedAt: now }
  const loaded: Loaded = { row, state: blankState(), pathway, facts: await factsOf(context, tx, client), now }
  const command: JourneyCommand = {
    type: 'start',
    asked,
    isImport: imported !== undefined,
    act: ({ facts, occurredAt, by, reason }) =>
      start({ pathway, version, journey: id, facts, now, occurredAt, responsible, by, at, reason, imported }),
    entry: { ...(at !== undefined && { event: at }), ...(imported && { imported }) },
  }
  const made = await makeStep(tx, loaded, command)
  if (made instanceof PolkuProblem) throw made
  return { loaded, made }
}

/** Writes a journey's first step, with its reason sealed. */
export async function writeStart(
  context: Context,
  tx: WriteTx,
  { loaded, made }: Begun,
  { by, reason }: Pick<Beginning, 'by' | 'reason'>,
): Promise<Loaded> {
  const { id, client } = loaded.row
  const key = reason === undefined ? undefined : await clientKeyOf(context, tx, client)
  return persist(context, tx, loaded, made, {
    by: by.user,
    byRule: false,
    occurredAt: made.occurredAt,
    sealed: key ? context.vault.seal(key, { reason }, `journal:${id}:1`) : null,
  })
}

function answer(loaded: Loaded, entry: JournalEntry): JourneyAnswer {
  return answerOf(loaded, { seq: loaded.row.revision, recordedAt: loaded.now, entry })
}
