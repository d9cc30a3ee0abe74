import type { EdgeMouseHandler, NodeMouseHandler, OnConnectEnd, OnNodeDrag } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { useEdits } from '../editor/DraftContext.tsx'
import { stateOfSheet } from './drawing/Drawing.ts'
import type { LineEdge, SheetNode } from './flowElements.ts'
import type { Point } from './layout/geometry.ts'

interface Begins {
  rename(state: string): void
  /** a transition is being drawn with the pointer, or has been let go */
  setDrawing(isDrawing: boolean): void
  /** it was let go on a state */
  connect(source: string, target: string): void
  place(sheet: string, to: Point): void
}

/**
 * What the pointer does to sheets and lines. Always the same functions: with others, every sheet and line on the screen
 * would be drawn anew.
 * @param begins functions that stay the same
 */
export function useFlowHandlers({ rename, setDrawing, connect, place }: Begins) {
  const { endGroup, select } = useEdits()
  const onNodeClick = useCallback<NodeMouseHandler<SheetNode>>((_, { data }) => select(data.sheet.place), [select])
  const onNodeDoubleClick = useCallback<NodeMouseHandler<SheetNode>>(
    (_, { data }) => {
      if (data.sheet.kind !== 'pathway') rename(data.sheet.id)
    },
    [rename],
  )
  const onEdgeClick = useCallback<EdgeMouseHandler<LineEdge>>(
    (_, { data }) => {
      if (data) select(data.line.place)
    },
    [select],
  )
  const onNodeDragStop = useCallback<OnNodeDrag<SheetNode>>(
    (_, { id, position }) => {
      endGroup()
      place(id, position)
      endGroup()
    },
    [endGroup, place],
  )
  const onPaneClick = useCallback(() => select({ kind: 'pathway' }), [select])
  const onConnectStart = useCallback(() => setDrawing(true), [setDrawing])
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { fromNode }) => {
      setDrawing(false)
      const target = fromNode ? sheetUnder(event) : undefined
      if (fromNode && target !== undefined) connect(stateOfSheet(fromNode.id), target)
    },
    [setDrawing, connect],
  )
  return useMemo(
    () => ({ onNodeClick, onNodeDoubleClick, onEdgeClick, onNodeDragStop, onPaneClick, onConnectStart, onConnectEnd }),
    [onNodeClick, onNodeDoubleClick, onEdgeClick, onNodeDragStop, onPaneClick, onConnectStart, onConnectEnd],
  )
}

/** The innermost state on which something was let go. */
function sheetUnder(event: MouseEvent | TouchEvent): string | undefined {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event
  if (!at) return undefined
  const found = document.elementsFromPoint(at.clientX, at.clientY).flatMap((element) => {
    const id = element.closest<HTMLElement>('.react-flow__node')?.dataset.id
    return id === undefined ? [] : [id]
  })
  const [sheet] = found
  return sheet === undefined || stateOfSheet(sheet) === '' ? undefined : sheet
}
