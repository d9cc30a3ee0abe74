import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { answered, api } from '../app/api.ts'
import type { DraftDocument } from './document.ts'
import { versionAsRun } from './versionAsRun.ts'

/**
 * The published pathways that modules run, by their ids, as their new journeys would go; without those that are still being
 * fetched or are not there.
 * @param pathways their ids; the same may be there several times
 */
export function useChildDocuments(pathways: readonly (string | undefined)[]): ReadonlyMap<string, DraftDocument> {
  const asked = [...new Set(pathways)].flatMap((pathway) => pathway || [])
  return useQueries({
    queries: asked.map((pathway) => ({
      queryKey: ['published', pathway],
      queryFn: async () => {
        const path = { pathway }
        return versionAsRun(await answered(api().GET('/api/v1/pathways/{pathway}', { params: { path } })))
      },
      retry: false,
      staleTime: 60_000,
    })),
    combine: byId,
  })
}

const byId = (results: readonly UseQueryResult<DraftDocument>[]): ReadonlyMap<string, DraftDocument> =>
  new Map(results.flatMap(({ data }) => (data ? [[data.id, data]] : [])))
