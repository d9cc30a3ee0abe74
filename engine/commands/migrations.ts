import type { Sight } from '../store/peopleRows.ts'
import type { JourneyRow, ReadTx } from '../store/store.ts'
import { type Context, pathwayOf, stateOf } from './context.ts'
import { eachRow, type PlannedRow, planRows, type RowAnswer } from './eachRow.ts'
import type { Journeys } from './journeys.ts'
import { parse } from './parse.ts'
import { type MigrateJourneysInput, migrateJourneysSchema, mostRows } from './workSchemas.ts'

export interface MigrationAnswer {
  rows: RowAnswer[]
  /** where the next call goes on (`after`); null when there are no more */
  next: string | null
}

/** Moving many running journeys to another version of their pathway. */
export interface Migrations {
  /**
   * Moves the live journeys on one version to another, in the order of their ids, 500 in one call. Each is a command of its
   * own, and answers for itself; modules are left to their parents.
   * @param sight whose journeys they are; without it, everybody's
   * @throws PolkuProblem `invalid-request`, `not-found`, `key-reused`
   */
  migrate(input: MigrateJourneysInput, sight?: Sight): Promise<MigrationAnswer>
}

const schema = migrateJourneysSchema.refine(({ from, to }) => from !== to, {
  path: ['to'],
  message: 'another version than `from`',
})

export function migrationCommands(context: Context, journeys: Pick<Journeys, 'migrate'>): Migrations {
  return {
    async migrate(input, sight) {
      const { by, key, dryRun, ...given } = parse(schema, input)
      const { pathway, from, to: version, states, reason } = given
      const rows = await planRows(context, { by, key, dryRun }, ['migrations', given], () =>
        context.store.read(async (tx) => {
          for (const one of [from, version]) await pathwayOf(context, tx, pathway, one)
          const found = await liveOn(context, tx, { pathway, version: from, after: given.after, sight }, mostRows)
          return found.map((journey): PlannedRow => ({ journey, task: null }))
        }),
      )
      const answers = await eachRow(context, rows, { key, dryRun }, async ({ journey }, rowKey) => {
        const { revision } = (
          await journeys.migrate(journey, { by, key: rowKey, dryRun, version, from, states, reason })
        ).journey
        return revision
      })
      const after = rows.at(-1)?.journey
      const more = await context.store.read((tx) => liveOn(context, tx, { pathway, version: from, after, sight }, 1))
      return { rows: answers, next: after !== undefined && more.length > 0 ? after : null }
    },
  }
}

interface OnVersion {
  pathway: string
  version: number
  after?: string | undefined
  sight?: Sight | undefined
}

/** Ids of the live journeys on a version that are nobody's modules, in order. */
async function liveOn(context: Context, tx: ReadTx, on: OnVersion, limit: number): Promise<string[]> {
  const found: string[] = []
  let { after } = on
  for (;;) {
    const rows: JourneyRow[] = await tx.journeys({ ...on, after, status: 'active', limit })
    for (const row of rows) if (stateOf(context, row).parent === null) found.push(row.id)
    after = rows.at(-1)?.id
    if (rows.length < limit || found.length >= limit) return found.slice(0, limit)
  }
}
