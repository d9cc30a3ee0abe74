import { PolkuProblem } from './problem.ts'
import { iso } from './view.ts'

interface Saved {
  revision: number
  savedAt: number
  savedBy: string
}

/**
 * Lets nobody write over what somebody else has saved.
 * @param what such as `draft`
 * @param named the revision that was read; undefined for what is thought to be new
 * @throws PolkuProblem `stale-revision` with who has saved what stands there, and when
 */
export function requireRevision(what: string, { revision, savedAt, savedBy }: Saved, named: number | undefined): void {
  if (revision === named) return
  const wanted = named === undefined ? 'there is one already' : `not ${named}`
  throw new PolkuProblem('stale-revision', `The ${what} is at revision ${revision}, ${wanted}. Look again.`, {
    revision,
    savedAt: iso(savedAt),
    savedBy,
  })
}
