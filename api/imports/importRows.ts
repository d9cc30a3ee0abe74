import { type Polku, PolkuProblem, type ProblemCode, type schemas } from '../../engine/index.ts'
import { problemTable } from '../problems/problemTable.ts'

/** How many rows one request may bring. */
export const mostRows = 5_000
/** How many are on their way at once: they share commits, and leave room between these for what people ask. */
const together = 25

type Path = (string | number)[]

/** A row as it came, before anything was held against it. */
export interface GivenRow {
  /** the line of a CSV file; undefined for JSON */
  line?: number
  row: Record<string, unknown>
}

/** What became of one row. */
export interface RowAnswer {
  row: number
  line?: number
  key: string | null
  outcome: 'created' | 'repeated' | 'refused'
  client?: string
  journey?: string
  problem?: {
    code: ProblemCode
    title: string
    detail: string
    errors: { path: Path; message: string }[]
    accepted?: string[]
  }
}

export interface ImportOrder {
  by: schemas.Actor
  organisation: string
  key: string
  dryRun: boolean
}

/** Brings rows in one by one, each for itself: one that is refused stops no other. Answers in the order of the rows. */
export async function importRows(
  { imports }: Pick<Polku, 'imports'>,
  rows: readonly GivenRow[],
  order: ImportOrder,
): Promise<RowAnswer[]> {
  const answers: RowAnswer[] = []
  const repeatedKeys = keysGivenTwice(rows)
  for (let from = 0; from < rows.length; from += together) {
    const some = rows.slice(from, from + together)
    const done = some.map(async ({ line, row }, index): Promise<RowAnswer> => {
      const place = { row: from + index + 1, ...(line !== undefined && { line }) }
      const key = typeof row.key === 'string' ? row.key : null
      if (key !== null && repeatedKeys.has(key)) {
        const errors = [{ path: ['key'], message: 'stands in more than one row' }]
        return refused(
          place,
          key,
          new PolkuProblem('invalid-request', '"key" stands in more than one row.', { errors }),
        )
      }
      try {
        const { isRepeated, client, journey } = await imported(imports, row, order)
        const outcome = isRepeated ? 'repeated' : 'created'
        return { ...place, key, outcome, ...((isRepeated || !order.dryRun) && { client, journey }) }
      } catch (error) {
        if (!(error instanceof PolkuProblem)) throw error
        return refused(place, key, error)
      }
    })
    answers.push(...(await Promise.all(done)))
  }
  return answers
}

/** The row is held against its schema by the engine. */
async function imported({ importJourney }: Polku['imports'], row: Record<string, unknown>, order: ImportOrder) {
  const input = { ...order, row } as unknown as schemas.ImportInput
  try {
    return await importJourney(input)
  } catch (error) {
    // two rows have brought the same new client at once: the second finds them
    if (error instanceof PolkuProblem && error.code === 'identity-taken') return importJourney(input)
    throw error
  }
}

function refused(place: Pick<RowAnswer, 'row' | 'line'>, key: string | null, problem: PolkuProblem): RowAnswer {
  const { code, message, details } = problem
  const field = fieldOf[code]
  const errors = details.errors ?? (field === undefined ? [] : [{ path: [field], message }])
  const { accepted } = details
  return {
    ...place,
    key,
    outcome: 'refused',
    problem: { code, title: problemTable[code].title, detail: message, errors, ...(accepted && { accepted }) },
  }
}

/** The field that a refusal is about, where it does not say so itself. */
const fieldOf: Partial<Record<ProblemCode, string>> = {
  'not-found': 'pathway',
  'not-enterable': 'at',
  'not-allowed': 'at',
  'reason-required': 'reason',
  'in-the-future': 'occurredAt',
}

function keysGivenTwice(rows: readonly GivenRow[]): ReadonlySet<unknown> {
  const seen = new Set<unknown>()
  const twice = new Set<unknown>()
  for (const { row } of rows) (seen.has(row.key) ? twice : seen).add(row.key)
  return twice
}
