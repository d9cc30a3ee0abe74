import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'

/** The pathways that are published, without their documents; undefined until they are known. */
export function usePublishedPathways() {
  const { data } = useQuery({
    queryKey: ['published-names'],
    queryFn: async () => (await answered(api().GET('/api/v1/pathways'))).items,
    staleTime: 60_000,
  })
  return data
}
