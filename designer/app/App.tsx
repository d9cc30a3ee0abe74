import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { theme } from '../look/theme.ts'
import { Pages } from './Pages.tsx'

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })

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
