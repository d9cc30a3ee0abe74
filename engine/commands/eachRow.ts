import type { Context } from './context.ts'
import { PolkuProblem, type ProblemCode } from './problem.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import type { Actor } from './schemas.ts'
import { write } from './transact.ts'

/** What became of one row of a call that does the same to many. */
export interface RowAnswer {
  journey: string
  task: string | null
  /** `possible`: it would be done (`dryRun`) */
  status: 'done' | 'possible' | 'refused'
  /** the journey's revision after it; null where it has none of its own */
  revision: number | null
  /** why it was refused */
  code: ProblemCode | null
  detail: string | null
}

/** What is to be done with a row, or why not; decided once for all repetitions of a call. */
export interface PlannedRow {
  journey: string
  task: string | null
  refused?: { code: ProblemCode; detail: string }
}

/** Rows that are under way at a time: enough to share commits, few enough that others get their turn. */
const atATime = 25

/**
 * Keeps what a call is to do with which rows, so that the same key does the same rows again, also where the first call
 * was cut off half-way.
 * @throws PolkuProblem `key-reused`
 */
export async function planRows(
  context: Context,
  { by, key, dryRun }: { by: Actor; key?: string; dryRun?: boolean },
  body: unknown,
  plan: () => Promise<PlannedRow[]>,
): Promise<PlannedRow[]> {
  const hash = requestHash(context, body)
  const known = await context.store.read((tx) => storedAnswer(tx, { by, key }, hash))
  if (known) return known as PlannedRow[]
  const rows = await plan()
  if (key === undefined || dryRun) return rows
  return write(context, async (tx) => {
    const stored = await storedAnswer(tx, { by, key }, hash)
    if (stored) return stored as PlannedRow[]
    const createdAt = context.clock.now().getTime()
    await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(rows), createdAt })
    return rows
  })
}

/**
 * Does something to each row, each a command of its own under a key of its own: one that is refused, or fails, holds up no
 * other. What has failed is thrown when all the others are done.
 * @param does gets the row's key; undefined where the call has none
 * @returns the rows in their order
 */
export async function eachRow(
  context: Context,
  rows: readonly PlannedRow[],
  { key, dryRun = false }: { key?: string; dryRun?: boolean },
  does: (row: PlannedRow, key: string | undefined) => Promise<number | null>,
): Promise<RowAnswer[]> {
  const answers: RowAnswer[] = []
  const failures: unknown[] = []
  for (let from = 0; from < rows.length; from += atATime) {
    const together = rows.slice(from, from + atATime)
    for (const done of await Promise.allSettled(together.map(one))) {
      if (done.status === 'fulfilled') answers.push(done.value)
      else failures.push(done.reason)
    }
  }
  if (failures.length > 0) throw failures[0]
  return answers

  async function one({ journey, task, refused }: PlannedRow): Promise<RowAnswer> {
    const nothing = { journey, task, revision: null, code: null, detail: null }
    if (refused) return { ...nothing, status: 'refused', ...refused }
    const ownKey = key === undefined ? undefined : `row:${requestHash(context, [key, journey, task])}`
    try {
      const revision = await does({ journey, task }, ownKey)
      return { ...nothing, status: dryRun ? 'possible' : 'done', revision }
    } catch (error) {
      if (!(error instanceof PolkuProblem)) throw error
      return { ...nothing, status: 'refused', code: error.code, detail: error.message }
    }
  }
}
