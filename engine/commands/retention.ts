import { DAY_MS } from '../pathway/calendar/civilDay.ts'
import { dueAfter, getCalendar, localDate } from '../pathway/calendar/index.ts'
import { defaultRegister, type Register, recordClasses, registers } from '../pathway/recordClasses.ts'
import type { CustomershipRow } from '../store/erasureRows.ts'
import type { ReadTx } from '../store/store.ts'
import { type DueFilter, dueFilterSchema, type EraseDueInput, eraseDueSchema } from './clientSchemas.ts'
import { type Context, documentOf } from './context.ts'
import { eraseClient, eraseRecords } from './eraseClient.ts'
import { standingHold } from './legalHolds.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { read } from './transact.ts'

/** Records of one register about one client whose time is over. */
export interface DueRecords {
  client: string
  recordClass: Register
  /** when the last journey of the register ended; without journeys, when the client was changed last. Local date */
  endedOn: string
  /** the last local date on which they are kept */
  keptUntil: string
  years: number
  source: string
  /** whether all there is of the client is erased with them, or only what the register has */
  erases: 'client' | 'records'
  /** a legal hold stands: they are not erased */
  isHeld: boolean
}

/** What became of one row that was to be erased. */
export interface ErasedRow {
  client: string
  recordClass: Register
  outcome: 'clientErased' | 'recordsErased' | 'refused'
  /** why it was refused */
  code?: PolkuProblem['code']
  detail?: string
}

/** Questions and commands about how long data is kept. Nothing is erased that nobody has asked for. */
export interface Retention {
  /** What is due for erasure, by client; `after` goes on, null at the end. Changes nothing. */
  due(filter?: DueFilter): Promise<{ items: DueRecords[]; after: string | null }>
  /** Erases what is due, row by row; each is looked at again and gets its own answer. */
  erase(input: EraseDueInput): Promise<ErasedRow[]>
}

const calendar = getCalendar('fi')
const leastYears = Math.min(...registers.map((register) => recordClasses[register].years))

/** How many clients are looked through at once, and for one answer. */
const CLIENTS_AT_ONCE = 1_000
const MOST_CLIENTS = 20_000

export function retentionCommands(context: Context): Retention {
  return {
    due: async (filter = {}) => {
      const { organisation, limit, after: from } = parse(dueFilterSchema, filter)
      const items: DueRecords[] = []
      let after = from
      for (let looked = 0; looked < MOST_CLIENTS; looked += CLIENTS_AT_ONCE) {
        const page = await dueOf(context, { organisation, after, limit: CLIENTS_AT_ONCE })
        for (const { client, due } of page.clients) {
          if (items.length >= limit) return { items, after: after ?? null }
          items.push(...due)
          after = client
        }
        if (page.clients.length < CLIENTS_AT_ONCE) return { items, after: null }
      }
      return { items, after: after ?? null }
    },

    erase: async (input) => {
      const { by, rows } = parse(eraseDueSchema, input)
      const answers: ErasedRow[] = []
      // one after another: each is a transaction of its own, and people come in between
      for (const row of rows) answers.push(await eraseRow(context, row, by))
      return answers
    },
  }
}

async function eraseRow(
  context: Context,
  { client, recordClass }: { client: string; recordClass: Register },
  by: EraseDueInput['by'],
): Promise<ErasedRow> {
  try {
    const row = await context.store.read((tx) => tx.client(client))
    if (!row?.wrappedKey) throw new PolkuProblem('not-found', `There is no client "${client}".`)
    const page = await dueOf(context, { organisation: row.organisation, limit: 1, client })
    const due = page.clients[0]?.due.find((one) => one.recordClass === recordClass)
    if (!due) {
      const detail = `The records of ${recordClass} about client ${client} are not due for erasure.`
      throw new PolkuProblem('not-erasable', detail)
    }
    const { source: basis } = recordClasses[recordClass]
    if (due.erases === 'client') {
      await eraseClient(context, client, { by, reason: 'retentionOver', basis })
      return { client, recordClass, outcome: 'clientErased' }
    }
    const journeys = page.journeysOf(recordClass)
    await eraseRecords(context, client, journeys, { by, reason: 'retentionOver', basis, recordClass })
    return { client, recordClass, outcome: 'recordsErased' }
  } catch (error) {
    if (!(error instanceof PolkuProblem)) throw error
    return { client, recordClass, outcome: 'refused', code: error.code, detail: error.message }
  }
}

interface Page {
  clients: { client: string; due: DueRecords[] }[]
  /** the pathway versions whose journeys are in a register, of all clients of the page */
  journeysOf(register: Register): { pathway: string; version: number }[]
}

async function dueOf(
  context: Context,
  filter: { organisation: string; limit: number; after?: string; client?: string },
): Promise<Page> {
  const now = context.clock.now().getTime()
  const today = localDate(now, calendar.zone)
  // a year of 365 days is never longer than a year: whoever is left out has not been a client for so long
  const createdBefore = now - leastYears * 365 * DAY_MS
  const rows = await context.store.customershipsOf({ ...filter, createdBefore })
  const byClient = new Map<string, CustomershipRow[]>()
  for (const row of rows) byClient.set(row.client, [...(byClient.get(row.client) ?? []), row])
  return read(context, async (tx) => {
    const registerOf = await registersOf(tx, rows)
    const clients: Page['clients'] = []
    for (const [client, ofClient] of byClient) {
      clients.push({ client, due: await dueOfClient(context, tx, client, ofClient, registerOf, today) })
    }
    const versions = rows.flatMap(({ pathway, version }) =>
      pathway !== null && version !== null ? [{ pathway, version }] : [],
    )
    return {
      clients,
      journeysOf: (register) => versions.filter(({ pathway, version }) => registerOf(pathway, version) === register),
    }
  })
}

type RegisterOf = (pathway: string, version: number | null) => Register

/** In which register the journeys of each version are. */
async function registersOf(tx: ReadTx, rows: readonly CustomershipRow[]): Promise<RegisterOf> {
  const known = new Map<string, Register>()
  for (const { pathway, version } of rows) {
    const name = `${pathway}@${version}`
    if (pathway === null || version === null || known.has(name)) continue
    const row = await tx.version(pathway, version)
    known.set(name, (row && documentOf(row).recordClass) ?? defaultRegister)
  }
  return (pathway, version) => known.get(`${pathway}@${version}`) ?? defaultRegister
}

/**
 * The clocks of a client that have run out, one a register. A register's clock stands while one of its journeys is live.
 * A register that the client is said to be in, and has no journey of, counts from the last end of any.
 */
async function dueOfClient(
  context: Context,
  tx: ReadTx,
  client: string,
  rows: readonly CustomershipRow[],
  registerOf: RegisterOf,
  today: string,
): Promise<DueRecords[]> {
  const journeys = rows.flatMap((row) =>
    row.pathway === null ? [] : [{ ...row, register: registerOf(row.pathway, row.version) }],
  )
  const said = JSON.parse(rows[0]?.customerships ?? '[]') as Register[]
  const all = new Set([...said, ...journeys.map(({ register }) => register)])
  if (all.size === 0) all.add(defaultRegister)
  const erasures = await tx.erasures(client)
  const lastOf = (ofWhich: readonly CustomershipRow[]) => Math.max(...ofWhich.map(({ endedAt }) => endedAt ?? 0), 0)
  const changedAt = rows[0]?.changedAt ?? 0
  const clocks = [...all].map((register) => {
    const own = journeys.filter((one) => one.register === register)
    const counted = own.length > 0 ? own : journeys
    const isLive = counted.some(({ live }) => live > 0)
    const endedAt = counted.length > 0 ? lastOf(counted) : changedAt
    const { years, source } = recordClasses[register]
    const keptUntil = dueAfter({ at: endedAt }, `P${years}Y`, { calendar }).date
    const isErased = erasures.some(({ recordClass, erasedAt }) => recordClass === register && erasedAt >= endedAt)
    return { register, years, source, endedAt, keptUntil, isOver: !isLive && keptUntil < today, isErased }
  })
  const isAllOver = clocks.every(({ isOver }) => isOver)
  const hold = clocks.some(({ isOver }) => isOver) ? await standingHold(context, tx, client) : undefined
  return clocks
    .filter(({ isOver, isErased }) => isOver && (isAllOver || !isErased))
    .map(({ register, years, source, endedAt, keptUntil }) => ({
      client,
      recordClass: register,
      endedOn: localDate(endedAt, calendar.zone),
      keptUntil,
      years,
      source,
      erases: isAllOver ? 'client' : 'records',
      isHeld: hold !== undefined,
    }))
}
