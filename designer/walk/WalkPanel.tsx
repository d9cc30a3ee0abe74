import { Suspense } from 'react'
import type { CanvasMarks } from '../canvas/CanvasMarks.tsx'
import { useDraft, useEdits } from '../editor/DraftContext.tsx'
import { Loading } from '../parts/Loading.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'

// fetched when somebody first tries the pathway
const Walk = lazyPart(() => import('./Walk.tsx'))

/** The open draft, tried on an example client. */
export function WalkPanel({
  onClose,
  onMarks,
  onFindings,
}: {
  onClose: () => void
  onMarks: (marks: CanvasMarks) => void
  onFindings: () => void
}) {
  const draft = useDraft(({ id }) => id)
  const document = useDraft(({ now }) => now.document)
  const { select } = useEdits()
  return (
    <Suspense fallback={<Loading />}>
      <Walk
        key={draft}
        document={document}
        keptAs={draft}
        onChoose={select}
        onClose={onClose}
        onFindings={onFindings}
        onMarks={onMarks}
      />
    </Suspense>
  )
}
