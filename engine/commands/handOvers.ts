import type { Context } from './context.ts'
import { eachRow, type PlannedRow, planRows, type RowAnswer } from './eachRow.ts'
import type { Journeys } from './journeys.ts'
import { parse } from './parse.ts'
import type { Tasks } from './tasks.ts'
import { type HandOverCaseloadInput, handOverCaseloadSchema } from './workSchemas.ts'

export interface HandOverAnswer {
  rows: RowAnswer[]
  /** the person answers for more live journeys than one call hands over: call again, under another key */
  hasMore: boolean
}

/** Handing over a caseload. */
export interface HandOvers {
  /**
   * Gives all live journeys of a person, or the listed ones, to another one; open tasks of theirs in these journeys go
   * along. Each journey is a command of its own, and answers for itself.
   * @throws PolkuProblem `invalid-request`, `key-reused`
   */
  handOver(input: HandOverCaseloadInput): Promise<HandOverAnswer>
}

/** Without a list, this many journeys go at a time (ours). */
const atMost = 500

export function handOverCommands(
  context: Context,
  commands: { journeys: Pick<Journeys, 'handOver'>; tasks: Pick<Tasks, 'delegate'> },
): HandOvers {
  return {
    async handOver(input) {
      const { by, key, dryRun, ...given } = parse(handOverCaseloadSchema, input)
      const { from, to, reason } = given
      const rows = await planRows(context, { by, key, dryRun }, ['handOvers', given], () =>
        given.journeys ? listed(context, from, given.journeys) : whole(context, from),
      )
      const answers = await eachRow(context, rows, { key, dryRun }, async ({ journey }, rowKey) => {
        const { journey: after } = await commands.journeys.handOver(journey, { by, key: rowKey, reason, to, dryRun })
        if (dryRun || to.user === from) return after.revision
        let { revision } = after
        for (const { id, assignee } of after.tasks) {
          if (assignee !== from) continue
          const taskKey = rowKey === undefined ? undefined : `${rowKey}:${id}`
          revision = (await commands.tasks.delegate(id, { by, key: taskKey, reason, to: to.user })).journey.revision
        }
        return revision
      })
      const left = given.journeys ? [] : await context.store.read((tx) => tx.caseload(from, atMost + 1))
      return { rows: answers, hasMore: dryRun ? left.length > atMost : to.user !== from && left.length > 0 }
    },
  }
}

async function whole(context: Context, user: string): Promise<PlannedRow[]> {
  const ids = await context.store.read((tx) => tx.caseload(user, atMost))
  return ids.map((journey) => ({ journey, task: null }))
}

/** Listed ones that somebody else answers for are refused, and so they stay for every repetition of the call. */
function listed(context: Context, user: string, ids: readonly string[]): Promise<PlannedRow[]> {
  return context.store.read(async (tx) => {
    const rows: PlannedRow[] = []
    for (const journey of new Set(ids)) {
      const row = await tx.journey(journey)
      const other = row && row.responsibleUser !== user ? row.responsibleUser : undefined
      const detail = `${other} answers for the journey, not ${user}.`
      const refused = other === undefined ? undefined : { code: 'wrong-kind' as const, detail }
      rows.push({ journey, task: null, refused })
    }
    return rows
  })
}
