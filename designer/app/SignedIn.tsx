import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { answered, api, Refused } from './api.ts'
import { Frame } from './Frame.tsx'
import { ViewerContext } from './viewer.ts'

/** Shows the pages to administrators who are signed in; sends whoever is not to sign in, and back here after it. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: () => answered(api().GET('/api/v1/session')),
    retry: (count, failure) => !(failure instanceof Refused) && count < 2,
  })
  const isStranger = error instanceof Refused && error.problem.status === 401
  useEffect(() => {
    if (isStranger) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
  }, [isStranger])
  if (error && !isStranger) {
    return (
      <Notice title={t('failed')} text={t('unreachable')} button={{ text: t('again'), press: () => void refetch() }} />
    )
  }
  if (!data) return <Loading />
  if (!data.systemRoles.includes('administrator')) {
    return (
      <ViewerContext.Provider value={data}>
        <Frame>
          <Notice title={t('notAdministrator')} text={t('notAdministratorWhy')} />
        </Frame>
      </ViewerContext.Provider>
    )
  }
  return <ViewerContext.Provider value={data}>{children}</ViewerContext.Provider>
}
