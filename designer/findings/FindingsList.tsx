import { lazy, Suspense } from 'react'
import { Loading } from '../parts/Loading.tsx'

// the words of the rules are read when somebody asks for them
const Findings = lazy(() => import('./Findings.tsx'))

/** What verification found, in words, with what can be done about it. */
export function FindingsList({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={<Loading />}>
      <Findings onClose={onClose} />
    </Suspense>
  )
}
