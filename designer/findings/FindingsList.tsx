import { Suspense } from 'react'
import { Loading } from '../parts/Loading.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'

// the words of the rules are read when somebody asks for them
const Findings = lazyPart(() => import('./Findings.tsx'))

/** What verification found, in words, with what can be done about it. */
export function FindingsList({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={<Loading />}>
      <Findings onClose={onClose} />
    </Suspense>
  )
}
