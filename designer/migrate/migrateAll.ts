import type { components } from '../../api/client/schema.d.ts'
import { answered, api } from '../app/api.ts'

/** Which clients are moved where, and why. */
export type Migration = Pick<components['schemas']['MigrateJourneys'], 'pathway' | 'from' | 'to' | 'reason'> & {
  states: Record<string, string>
}

/** What became of those that have been gone through, or would become of them. */
export interface Outcome {
  moved: number
  /** how many were refused, by the code of why */
  refused: Readonly<Record<string, number>>
}

/** How far a run has come: a call does part of the clients. */
export interface Progress {
  calls: number
  /** behind which journey the next call goes on */
  after: string | undefined
  outcome: Outcome
}

export const atTheBeginning: Progress = { calls: 0, after: undefined, outcome: { moved: 0, refused: {} } }

/**
 * Moves all clients, or tells what would become of them, one call after the other.
 * @param key of the run; each call has its own by it, so that one that is repeated does nothing twice. Without it nothing is
 * moved
 * @param start how far the run had come when it was cut off
 * @throws as `answered`
 */
export async function migrateAll(
  migration: Migration,
  { key, start = atTheBeginning, onProgress }: { key?: string; start?: Progress; onProgress: (now: Progress) => void },
): Promise<Outcome> {
  let { calls, after, outcome } = start
  for (;;) {
    const answer = await answered(
      api().POST('/api/v1/migrations', {
        body: { ...migration, ...(after !== undefined && { after }), dryRun: key === undefined },
        ...(key !== undefined && { params: { header: { 'Idempotency-Key': `${key}-${calls}` } } }),
      }),
    )
    outcome = withRows(outcome, answer.rows)
    if (answer.next === null) return outcome
    calls += 1
    after = answer.next
    onProgress({ calls, after, outcome })
  }
}

/** How many have been gone through. */
export const countOf = ({ moved, refused }: Outcome): number =>
  Object.values(refused).reduce((sum, count) => sum + count, moved)

function withRows(outcome: Outcome, rows: readonly components['schemas']['RowAnswer'][]): Outcome {
  const refused = { ...outcome.refused }
  let { moved } = outcome
  for (const { status, code } of rows) {
    if (status === 'refused') refused[code ?? ''] = (refused[code ?? ''] ?? 0) + 1
    else moved += 1
  }
  return { moved, refused }
}
