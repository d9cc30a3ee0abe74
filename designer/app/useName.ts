import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { answered, api } from './api.ts'

/** Who publishes what comes with Polku: no person. */
const polku = 'polku'

/** The name of a person, by their id; the id until it is known. */
export function useName(user: string): string {
  const { data } = useQuery(personOf(user))
  return nameOf(user, data)
}

/** The names of several people, as `useName` gives one. */
export function useNames(users: readonly string[]): (user: string) => string {
  const different = [...new Set(users)]
  const people = useQueries({ queries: different.map(personOf) })
  return (user) => nameOf(user, people[different.indexOf(user)]?.data)
}

const personOf = (user: string) =>
  queryOptions({
    queryKey: ['user', user],
    queryFn: () => answered(api().GET('/api/v1/users/{user}', { params: { path: { user } } })),
    enabled: user !== polku && user !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })

const nameOf = (user: string, person: { name: string } | undefined): string =>
  user === polku ? 'Polku' : (person?.name ?? user)
