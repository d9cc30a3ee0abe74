import { type Edge, type Node, Position } from '@xyflow/react'
import type { Drawing, Line, Sheet } from './drawing/Drawing.ts'
import type { Point } from './layout/geometry.ts'
import type { LaidOut, Route } from './layout/LaidOut.ts'

/** A sheet as React Flow takes it. */
export type SheetNode = Node<{ sheet: Sheet; rules: readonly number[] }, 'sheet'>

/** A line as React Flow takes it, and how far the sheets at its ends are from where they were laid out. */
export type LineEdge = Edge<{ line: Line; route: Route; moved?: { from: Point; to: Point } }, 'line'>

const none: readonly number[] = []

/**
 * Sheets that have a place, the outer before the inner. One that is as it was stays the same object, so that it is not
 * drawn anew.
 */
export function sheetNodes(drawing: Drawing, laidOut: LaidOut, before: readonly SheetNode[]): SheetNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  const depths = new Map<string, number>([['', -1]])
  return drawing.sheets.flatMap((sheet) => {
    const rect = laidOut.sheets[sheet.id]
    const outer = sheet.container === '' ? { x: 0, y: 0 } : laidOut.sheets[sheet.container]
    const depth = (depths.get(sheet.container) ?? 0) + 1
    depths.set(sheet.id, depth)
    if (!rect || !outer) return []
    const position = { x: rect.x - outer.x, y: rect.y - outer.y }
    const rules = laidOut.rules[sheet.id]?.map((x) => x - rect.x) ?? none
    const old = known.get(sheet.id)
    if (
      old &&
      old.data.sheet === sheet &&
      old.position.x === position.x &&
      old.position.y === position.y &&
      old.width === rect.width &&
      old.height === rect.height &&
      String(old.data.rules) === String(rules)
    )
      return [old]
    const { width, height } = rect
    return [
      {
        id: sheet.id,
        type: 'sheet' as const,
        position,
        data: { sheet, rules },
        width,
        height,
        measured: { width, height },
        handles: [
          { id: 'out', type: 'source' as const, position: Position.Right, x: width, y: 20, width: 1, height: 1 },
          { id: 'in', type: 'target' as const, position: Position.Left, x: 0, y: 20, width: 1, height: 1 },
        ],
        zIndex: depth,
        // columns keep their order: they are moved in the outline
        draggable: sheet.kind !== 'region',
        ...(sheet.container !== '' && { parentId: sheet.container }),
      },
    ]
  })
}

const overSheets = 1000

/** Lines that have a route. */
export function lineEdges(drawing: Drawing, laidOut: LaidOut, before: readonly LineEdge[]): LineEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  return drawing.lines.flatMap((line) => {
    const route = laidOut.routes[line.id]
    if (!route || !laidOut.sheets[line.source] || !laidOut.sheets[line.target]) return []
    const old = known.get(line.id)
    if (old?.data?.line === line && old.data.route === route) return [old]
    return [
      {
        id: line.id,
        type: 'line' as const,
        source: line.source,
        target: line.target,
        sourceHandle: 'out',
        targetHandle: 'in',
        data: { line, route },
        zIndex: overSheets,
      },
    ]
  })
}

/** How far sheets are from where they were laid out, while they are dragged: with all that lies in them. */
export function movedSheets(nodes: readonly SheetNode[], laidOut: LaidOut): ReadonlyMap<string, Point> {
  const moved = new Map<string, Point>()
  for (const { id, position, parentId } of nodes) {
    const rect = laidOut.sheets[id]
    const outer = parentId === undefined ? { x: 0, y: 0 } : laidOut.sheets[parentId]
    if (!rect || !outer) continue
    const around = (parentId !== undefined && moved.get(parentId)) || { x: 0, y: 0 }
    const by = { x: position.x - (rect.x - outer.x) + around.x, y: position.y - (rect.y - outer.y) + around.y }
    if (by.x !== 0 || by.y !== 0) moved.set(id, by)
  }
  return moved
}

const nowhere: Point = { x: 0, y: 0 }

/** Lines as they go while sheets are dragged; those that go from and to other sheets stay the same. */
export function movedEdges(edges: LineEdge[], moved: ReadonlyMap<string, Point>): LineEdge[] {
  if (moved.size === 0) return edges
  return edges.map((edge) => {
    const from = moved.get(edge.source)
    const to = moved.get(edge.target)
    if (!edge.data || (!from && !to)) return edge
    return { ...edge, data: { ...edge.data, moved: { from: from ?? nowhere, to: to ?? nowhere } } }
  })
}
