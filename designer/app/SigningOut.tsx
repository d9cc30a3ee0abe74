import { Button } from '@mantine/core'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../parts/Banner.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { api, done, Refused } from './api.ts'
import { doBeforeSignOut } from './beforeSignOut.ts'
import { failureInWords } from './failureInWords.ts'

const SignOutContext = createContext<(() => void) | undefined>(undefined)

/** Ends the session of whoever is signed in here. */
export function useSignOut(): () => void {
  const signOut = useContext(SignOutContext)
  if (!signOut) throw new Error('nobody is signed in here')
  return signOut
}

/** Lets its pages end the session, and says across the page when that could not be done: others may use the machine. */
export function SigningOut({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<unknown>()
  const { isBusy, begin } = useOneAtATime()
  const signOut = async (): Promise<void> => {
    await doBeforeSignOut()
    try {
      await done(api().DELETE('/api/v1/session'))
      location.assign('/sign-in')
    } catch (thrown) {
      // whoever is not signed in any more need not be signed out
      if (thrown instanceof Refused && thrown.problem.status === 401) return location.assign('/sign-in')
      setFailure(thrown)
    }
  }
  return (
    <SignOutContext value={() => begin(signOut)}>
      {failure !== undefined && (
        <Banner role="alert" isWrong onClose={() => setFailure(undefined)}>
          <span>{t('notSignedOut', { why: failureInWords(failure, t) })}</span>
          <Button size="compact-md" loading={isBusy} onClick={() => begin(signOut)}>
            {t('again')}
          </Button>
        </Banner>
      )}
      {children}
    </SignOutContext>
  )
}
