import { useQuery } from '@tanstack/react-query'
import { answered, api } from './api.ts'

/** Who publishes what comes with Polku: no person. */
const polku = 'polku'

/** The name of a person, by their id; the id until it is known. */
export function useName(user: string): string {
  const { data } = useQuery({
    queryKey: ['user', user],
    queryFn: () => answered(api().GET('/api/v1/users/{user}', { params: { path: { user } } })),
    enabled: user !== polku && user !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return user === polku ? 'Polku' : (data?.name ?? user)
}
