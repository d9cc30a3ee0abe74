import type { VersionCount, VersionPlace } from '../counted.ts'
import type { Query } from './openQueryThread.ts'

const BY_VERSION = `SELECT version, status, count(*) AS journeys FROM journeys WHERE pathway = @pathway
  GROUP BY version, status`

/** How many journeys are on each version of a pathway: of an index alone, a tenth of a second for a million. */
export function countByVersion(all: Query, pathway: string): Promise<VersionCount[]> {
  return all<VersionCount>(BY_VERSION, { pathway })
}

/** How many journeys a query reads: a long read would keep the log from being folded into the file. */
const PAGE = 2_000

const PLACES = `SELECT value, count(*) AS journeys, max(id) AS last
  FROM (SELECT id, state -> '$.value' AS value FROM journeys
    WHERE pathway = @pathway AND version = @version AND status = 'active' AND id > @after ORDER BY id LIMIT ${PAGE})
  GROUP BY value`

/** Where the live journeys on a version are, page by page: one that moves meanwhile counts in one place or the other. */
export async function countPlaces(
  all: Query,
  { pathway, version }: { pathway: string; version: number },
): Promise<VersionPlace[]> {
  const places = new Map<string, number>()
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: (VersionPlace & { last: string })[] = await all(PLACES, { pathway, version, after })
    for (const { value, journeys } of page) places.set(value, journeys + (places.get(value) ?? 0))
    const read = page.reduce((sum, { journeys }) => sum + journeys, 0)
    after = read < PAGE ? undefined : page.reduce((last, row) => (row.last > last ? row.last : last), '')
  }
  return [...places].map(([value, journeys]) => ({ value, journeys }))
}
