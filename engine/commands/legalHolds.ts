import { localDate } from '../pathway/calendar/index.ts'
import type { LegalHoldRow } from '../store/erasureRows.ts'
import type { ReadTx } from '../store/store.ts'
import { type EndHoldInput, endHoldSchema, type PlaceHoldInput, placeHoldSchema } from './clientSchemas.ts'
import { type Context, clientKeyOf } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'

/** Where the last day of a hold ends. */
const ZONE = 'Europe/Helsinki'

/** A decision that a client's data is kept for now. */
export interface LegalHoldView {
  id: string
  why: string
  placedBy: string
  placedAt: string
  until: string | null
  endedAt: string | null
  endedBy: string | null
  isStanding: boolean
}

/** Keeps a client's data from being erased. @throws PolkuProblem `not-found` */
export async function placeHold(context: Context, client: string, input: PlaceHoldInput): Promise<{ id: string }> {
  const { by, why, until } = parse(placeHoldSchema, input)
  const id = context.newId()
  return write(context, async (tx) => {
    const key = await clientKeyOf(context, tx, client)
    const sealed = context.vault.seal(key, { why }, `hold:${id}`)
    const placedAt = context.clock.now().getTime()
    await tx.insertLegalHold({
      id,
      client,
      sealed,
      placedBy: by.user,
      placedAt,
      until,
      endedAt: null,
      endedBy: null,
    })
    return { id }
  })
}

/** Ends a hold; one that has ended stays as it is. @throws PolkuProblem `not-found` */
export async function endHold(context: Context, client: string, hold: string, input: EndHoldInput): Promise<void> {
  const { by } = parse(endHoldSchema, input)
  await write(context, async (tx) => {
    const holds = await tx.legalHolds(client)
    if (!holds.some(({ id }) => id === hold))
      throw new PolkuProblem('not-found', `Client ${client} has no legal hold "${hold}".`)
    await tx.endLegalHold(hold, by.user, context.clock.now().getTime())
  })
}

/** All holds of a client, newest first. @throws PolkuProblem `not-found` */
export function listHolds(context: Context, client: string): Promise<LegalHoldView[]> {
  return read(context, async (tx) => {
    const key = await clientKeyOf(context, tx, client)
    return (await tx.legalHolds(client)).map((row) => {
      const { why } = context.vault.open(key, row.sealed, `hold:${row.id}`) as { why: string }
      const { id, placedBy, until, endedBy } = row
      const endedAt = row.endedAt === null ? null : iso(row.endedAt)
      return {
        id,
        why,
        placedBy,
        placedAt: iso(row.placedAt),
        until,
        endedAt,
        endedBy,
        isStanding: stands(context, row),
      }
    })
  })
}

/** @throws PolkuProblem `on-hold` while a hold stands */
export async function refuseHeld(context: Context, tx: ReadTx, client: string): Promise<void> {
  const standing = await standingHold(context, tx, client)
  if (!standing) return
  const { id, placedBy, until } = standing
  const end = until === null ? 'until it is ended' : `until ${until}`
  throw new PolkuProblem('on-hold', `Legal hold ${id}, placed by ${placedBy}, stands ${end}.`)
}

/** A hold that stands now, if there is one. */
export async function standingHold(context: Context, tx: ReadTx, client: string): Promise<LegalHoldRow | undefined> {
  return (await tx.legalHolds(client)).find((row) => stands(context, row))
}

function stands({ clock }: Context, { endedAt, until }: LegalHoldRow): boolean {
  return endedAt === null && (until === null || localDate(clock.now().getTime(), ZONE) <= until)
}
