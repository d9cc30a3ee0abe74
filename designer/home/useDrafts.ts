import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { components } from '../../api/client/schema.d.ts'
import { answered, api } from '../app/api.ts'

export type DraftSummary = components['schemas']['DraftSummary']

/** The drafts of a pathway, or all there are: the one saved last is first. */
export function useDrafts(pathway?: string): UseQueryResult<DraftSummary[]> {
  return useQuery({
    queryKey: pathway === undefined ? ['drafts'] : ['drafts', pathway],
    queryFn: () => answered(api().GET('/api/v1/drafts', { params: { query: { pathway } } })),
    select: ({ items }) => items.toSorted((one, other) => other.savedAt.localeCompare(one.savedAt)),
  })
}
