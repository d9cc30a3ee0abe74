import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../parts/FailureNotice.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { answered, api, Refused } from './api.ts'
import { Frame } from './Frame.tsx'
import { SignedOut } from './SignedOut.tsx'
import { SigningOut } from './SigningOut.tsx'
import { signInAddress } from './signInAddress.ts'
import { ViewerContext } from './viewer.ts'

/** Under which the session is remembered. */
export const sessionKey = ['session'] as const

/**
 * Shows the pages to administrators who are signed in; sends whoever is not to sign in, and back here after it. Whose
 * session ends later is told so, and what is on the screen stays.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: () => answered(api().GET('/api/v1/session')),
    retry: (count, failure) => !(failure instanceof Refused) && count < 2,
    staleTime: Number.POSITIVE_INFINITY,
    // they may have signed in again in another window
    refetchOnWindowFocus: ({ state }) => (state.error ? 'always' : false),
  })
  const isStranger = error instanceof Refused && error.problem.status === 401
  const isSentAway = isStranger && !data
  useEffect(() => {
    if (isSentAway) location.assign(signInAddress())
  }, [isSentAway])
  if (!data && error && !isStranger) return <FailureNotice failure={error} onAgain={() => void refetch()} />
  if (!data) return <Loading />
  if (!data.systemRoles.includes('administrator')) {
    return (
      <ViewerContext.Provider value={data}>
        <SigningOut>
          <Frame>
            <Notice title={t('notAdministrator')} text={t('notAdministratorWhy')} />
          </Frame>
        </SigningOut>
      </ViewerContext.Provider>
    )
  }
  return (
    <ViewerContext.Provider value={data}>
      {isStranger && <SignedOut />}
      <SigningOut>{children}</SigningOut>
    </ViewerContext.Provider>
  )
}
