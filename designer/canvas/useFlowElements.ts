import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Drawing } from './drawing/Drawing.ts'
import { type LineEdge, lineEdges, movedEdges, movedSheets, type SheetNode, sheetNodes } from './flowElements.ts'
import type { LaidOut } from './layout/LaidOut.ts'

/** Sheets and lines as React Flow takes them. While a sheet is dragged it is where the pointer has it. */
export function useFlowElements(drawing: Drawing, laidOut: LaidOut | undefined) {
  const [nodes, setNodes] = useState<SheetNode[]>([])
  const edges = useRef<LineEdge[]>([])
  useEffect(() => {
    if (!laidOut) return
    setNodes((before) => {
      const now = sheetNodes(drawing, laidOut, before)
      // what changes no sheet has none of them drawn again
      return isSameList(now, before) ? before : now
    })
  }, [drawing, laidOut])
  const drawn = useMemo(() => {
    if (laidOut) edges.current = lineEdges(drawing, laidOut, edges.current)
    return edges.current
  }, [drawing, laidOut])
  const onNodesChange = useCallback((changes: NodeChange<SheetNode>[]) => {
    const moves = changes.filter(({ type }) => type === 'position')
    if (moves.length > 0) setNodes((before) => applyNodeChanges(moves, before))
  }, [])
  const shown = useRef<LineEdge[]>([])
  // a line waits for its sheets: these come one turn later
  const edgesShown = useMemo(() => {
    const known = new Set(nodes.map(({ id }) => id))
    const there = drawn.filter(({ source, target }) => known.has(source) && known.has(target))
    const now = laidOut ? movedEdges(there, movedSheets(nodes, laidOut)) : there
    // while a name is written, the lines are the same
    if (!isSameList(now, shown.current)) shown.current = now
    return shown.current
  }, [drawn, nodes, laidOut])
  return { nodes, edges: edgesShown, onNodesChange }
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
