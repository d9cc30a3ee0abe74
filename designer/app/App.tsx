import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { theme } from '../look/theme.ts'
import { Refused } from './api.ts'
import { Pages } from './Pages.tsx'
import { sessionKey } from './SignedIn.tsx'

/** Whoever is told that nobody is signed in asks anew who is: what is on the screen stays, and signing in is offered. */
const askWhoIsSignedIn = (failure: Error): void => {
  if (failure instanceof Refused && failure.problem.status === 401)
    void queries.invalidateQueries({ queryKey: sessionKey })
}
const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (failure, { queryKey }) => {
      if (queryKey[0] !== sessionKey[0]) askWhoIsSignedIn(failure)
    },
  }),
  mutationCache: new MutationCache({ onError: askWhoIsSignedIn }),
  defaultOptions: {
    queries: {
      // what has been refused is refused again
      retry: (count, failure) => !(failure instanceof Refused && failure.problem.status < 500) && count < 1,
      refetchOnWindowFocus: false,
    },
  },
})

/** The nonce under which the pages' policy lets components add their styles. */
const styleNonce = (): string => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''

/** The designer. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <Pages />
      </QueryClientProvider>
    </MantineProvider>
  )
}
