import type { ErasureRow } from '../store/erasureRows.ts'
import type { JourneyRow, ReadTx } from '../store/store.ts'
import { type EraseInput, eraseSchema } from './clientSchemas.ts'
import type { Context } from './context.ts'
import { refuseHeld } from './legalHolds.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'

/** That a client was erased. */
export interface Erasure {
  client: string
  /** the records that were erased; null for all there was of the client */
  recordClass: string | null
  erasedAt: string
  erasedBy: string
  reason: string
  basis: string
  /**
   * whether nothing is left in the database's log either; false when others have been reading for ten seconds: erase
   * again then, which only clears the log
   */
  isLogCleared: boolean
}

/**
 * Erases a client: the client's key, who it was, what is known and was said of them, what they are found by, who was
 * told. The id stays, and of the journeys what replay needs: ids, codes and times. There is no way back. Asked again, it
 * answers what was done.
 * @throws PolkuProblem `not-found`, `not-erasable`, `on-hold`
 */
export async function eraseClient(context: Context, client: string, input: EraseInput): Promise<Erasure> {
  const { by, reason, basis } = parse(eraseSchema, input)
  const { store, memory } = context
  const before = await store.read(async (tx) => {
    const erased = await erasureOf(tx, client)
    if (erased) return erased
    const journeys = await refuseUnfinished(context, tx, client)
    const facts = await tx.factHistory(client)
    const others = await tx.recordIdsOf(client)
    return { journeys: journeys.map(({ id }) => id), facts: facts.map(({ id }) => id), others }
  })
  if (!('facts' in before)) return { ...before, isLogCleared: await store.clearLog() }
  const { journeys, facts, others } = before
  const traces = await store.tracesOf({ ids: [client, ...journeys, ...facts, ...others], journeys })
  const erased = await write(context, async (tx) => {
    const already = await erasureOf(tx, client)
    if (already) return already
    const now = (await refuseUnfinished(context, tx, client)).map(({ id }) => id)
    if (now.length > journeys.length) throw begunMeanwhile()
    const facts = (await tx.factHistory(client)).map(({ id }) => id)
    const ids = [client, ...journeys, ...facts, ...(await tx.recordIdsOf(client))]
    await tx.eraseWords(journeys, { ...traces, ids })
    await tx.erasePerson(client)
    const erasedAt = context.clock.now().getTime()
    const row: ErasureRow = { client, recordClass: null, erasedAt, erasedBy: by.user, reason, basis }
    await tx.insertErasure(row)
    return viewErasure(row)
  })
  memory.clientKeys.delete(client)
  for (const fact of facts) memory.values.delete(fact)
  for (const journey of journeys) memory.lines.delete(journey)
  return { ...erased, isLogCleared: await store.clearLog() }
}

/** Which records of a client are erased, and why. */
interface RecordsToErase extends EraseInput {
  recordClass: string
}

/**
 * Erases what the journeys of one register hold of a client: what people have said in them, and who was told. The client
 * stays, with what other registers need: who it is, and facts.
 * @throws PolkuProblem `not-erasable`, `on-hold`
 */
export async function eraseRecords(
  context: Context,
  client: string,
  versions: readonly { pathway: string; version: number }[],
  { recordClass, ...input }: RecordsToErase,
): Promise<void> {
  const { by, reason, basis } = parse(eraseSchema, input)
  const { store } = context
  const journeysIn = async (tx: ReadTx) => {
    await refuseHeld(context, tx, client)
    await refuseDelivering(tx, client)
    const found = (await tx.journeys({ client })).filter((one) =>
      versions.some(({ pathway, version }) => pathway === one.pathway && version === one.version),
    )
    const live = found.filter(({ status }) => status === 'active')
    if (live.length > 0) throw liveJourneys(live.map(({ id }) => id))
    return found.map(({ id }) => id)
  }
  const journeys = await read(context, journeysIn)
  const traces = await store.tracesOf({ ids: journeys, journeys })
  await write(context, async (tx) => {
    if ((await journeysIn(tx)).length > journeys.length) throw begunMeanwhile()
    await tx.eraseWords(journeys, traces)
    const erasedAt = context.clock.now().getTime()
    await tx.insertErasure({ client, recordClass, erasedAt, erasedBy: by.user, reason, basis })
  })
  await store.clearLog()
}

/** What was erased of a client, newest first; also of one of whom nothing is left. @throws PolkuProblem `not-found` */
export function listErasures(context: Context, client: string): Promise<Omit<Erasure, 'isLogCleared'>[]> {
  return read(context, async (tx) => {
    if (!(await tx.client(client))) throw new PolkuProblem('not-found', `There is no client "${client}".`)
    return (await tx.erasures(client)).map(viewErasure)
  })
}

async function erasureOf(tx: ReadTx, client: string): Promise<Omit<Erasure, 'isLogCleared'> | undefined> {
  const row = await tx.client(client)
  if (!row) throw new PolkuProblem('not-found', `There is no client "${client}".`)
  if (row.wrappedKey) return undefined
  const whole = (await tx.erasures(client)).find(({ recordClass }) => recordClass === null)
  return whole && viewErasure(whole)
}

function viewErasure(row: ErasureRow): Omit<Erasure, 'isLogCleared'> {
  return { ...row, erasedAt: iso(row.erasedAt) }
}

/** @throws PolkuProblem `not-erasable`, `on-hold` */
async function refuseUnfinished(context: Context, tx: ReadTx, client: string): Promise<JourneyRow[]> {
  await refuseHeld(context, tx, client)
  const live = await tx.activeJourneyIds(client)
  if (live.length > 0) throw liveJourneys(live)
  await refuseDelivering(tx, client)
  return tx.journeys({ client })
}

async function refuseDelivering(tx: ReadTx, client: string): Promise<void> {
  if (!(await tx.isDelivering(client))) return
  const detail = 'Messages about the client’s journeys are still being delivered. Try again in a moment.'
  throw new PolkuProblem('not-erasable', detail)
}

function liveJourneys(live: readonly string[]): PolkuProblem {
  const detail = `The client has ${live.length} live journey${live.length === 1 ? '' : 's'}: ${live.join(', ')}. End them first.`
  return new PolkuProblem('not-erasable', detail, live[0] === undefined ? {} : { journey: live[0] })
}

const begunMeanwhile = () =>
  new PolkuProblem('not-erasable', 'A journey has begun and ended meanwhile. Look again and decide anew.')
