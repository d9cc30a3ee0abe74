import { Suspense, useEffect, useRef } from 'react'
import { useModel } from '../editor/DraftContext.tsx'
import { Loading } from '../parts/Loading.tsx'
import { lazyPart } from '../parts/lazyPart.tsx'
import { EmptyCanvas } from './EmptyCanvas.tsx'
import { startLayouts } from './layoutWorkers.ts'

// the rest of the editor is there at once; the drawing follows
const CanvasView = lazyPart(() => import('./CanvasView.tsx'))

/** Fetches what draws and what lays out, for a drawing that will soon be wanted. */
export async function prepareDrawing(): Promise<void> {
  startLayouts()
  await CanvasView.prepare()
}

/** The pathway as a drawing. @param onOpen goes to what is chosen, in the inspector */
export function Canvas({ onOpen }: { onOpen?: () => void }) {
  const isEmpty = useModel().states.size <= 1
  const wasEmpty = useRef(isEmpty)
  useEffect(() => {
    wasEmpty.current ||= isEmpty
  }, [isEmpty])
  if (isEmpty) return <EmptyCanvas />
  return (
    <Suspense fallback={<Loading />}>
      <CanvasView onOpen={onOpen ?? openInspector} isBegun={wasEmpty.current} />
    </Suspense>
  )
}

/** Where the inspector stands beside the drawing, it gets the focus. */
function openInspector(): void {
  document.getElementById('inspector')?.focus()
}
