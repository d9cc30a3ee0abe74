import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { components } from '../../api/client/schema.d.ts'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { answered, api, Refused } from './api.ts'
import { Frame } from './Frame.tsx'

export type Viewer = components['schemas']['Viewer']

const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('nobody is signed in here')
  return viewer
}

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
