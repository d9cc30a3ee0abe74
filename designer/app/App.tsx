import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { theme } from '../look/theme.ts'
import { Refused, whenSignedOut } from './api.ts'
import { Pages } from './Pages.tsx'
import { sessionKey } from './SignedIn.tsx'

const queries = new QueryClient({
  defaultOptions: {
    // a browser that thinks it has no network may be wrong; whoever asked is told when nothing answers
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      // what has been refused is refused again
      retry: (count, failure) => !(failure instanceof Refused && failure.problem.status < 500) && count < 1,
      refetchOnWindowFocus: false,
    },
  },
})
// who is signed in is asked anew: what is on the screen stays, and signing in is offered
whenSignedOut(() => {
  if (queries.isFetching({ queryKey: sessionKey }) === 0) void queries.invalidateQueries({ queryKey: sessionKey })
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
