import { useQuery } from '@tanstack/react-query'
import type { components } from '../../api/client/schema.d.ts'
import { answered, api } from '../app/api.ts'

export type VersionSummary = components['schemas']['PathwayVersionSummary']
export type VersionDetails = components['schemas']['PathwayVersion']

/** All versions of a pathway, newest first; none of one that has not been published. Undefined until they are known. */
export function useVersions(pathway: string): {
  versions: VersionSummary[] | undefined
  error: Error | null
  refetch: () => void
} {
  const published = useQuery({ queryKey: ['pathways'], queryFn: () => answered(api().GET('/api/v1/pathways')) })
  const isPublished = published.data?.items.some((one) => one.pathway === pathway)
  const { data, error, refetch } = useQuery({
    queryKey: ['versions', pathway],
    queryFn: () => answered(api().GET('/api/v1/pathways/{pathway}/versions', { params: { path: { pathway } } })),
    enabled: isPublished === true,
  })
  const versions = isPublished === false ? [] : data && [...data.items].reverse()
  return {
    versions,
    error: published.error ?? error,
    refetch: () => void (published.error ? published.refetch() : refetch()),
  }
}

/** A version with its document, which never changes. Undefined until it is known, or while none is asked for. */
export function useVersion(
  pathway: string,
  version: number | undefined,
): { details: VersionDetails | undefined; error: Error | null; refetch: () => void } {
  const path = { pathway, version: version ?? 0 }
  const { data, error, refetch } = useQuery({
    queryKey: ['version', path],
    queryFn: () => answered(api().GET('/api/v1/pathways/{pathway}/versions/{version}', { params: { path } })),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version !== undefined,
  })
  return { details: data, error, refetch: () => void refetch() }
}
