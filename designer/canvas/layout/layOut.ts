import type { Size } from '../drawing/Drawing.ts'
import { wholePathway } from '../drawing/Drawing.ts'
import { type Container, type Nested, nest } from './containers.ts'
import { grown, moved, overlaps, type Point, type Rect } from './geometry.ts'
import type { Inside, LaidOut, Route, ToLayOut } from './LaidOut.ts'
import { elkGraph, placeByElk, type RunElk } from './placeByElk.ts'
import { placeColumns } from './placeColumns.ts'
import { isClear } from './routeAround.ts'
import { routeCrossings } from './routeCrossings.ts'
import { gap } from './spacing.ts'
import { withPositions } from './withPositions.ts'

/** What was laid out before, by what it depends on: only the sheets that have changed are laid out anew. */
export type Memory = Map<string, Promise<Inside>>

/**
 * Lays a drawing out, sheet by sheet from the innermost: each by ELK on its own, so that its inside stays as it is while
 * something else is edited. Lines that cross the borders of sheets are joined at these afterwards.
 * @param isWanted asked between sheets; the answer is undefined when it is not wanted any more
 */
export async function layOut(
  drawing: ToLayOut,
  runElk: RunElk,
  memory: Memory = new Map(),
  isWanted: () => boolean = () => true,
): Promise<LaidOut | undefined> {
  const nested = nest(drawing)
  const insides = new Map<string, Inside>()

  const place = async (container: Container): Promise<Size> => {
    const inner = await Promise.all(
      container.children.map(async (child) => {
        const open = nested.containers.get(child)
        const size = open ? await place(open) : (nested.heads.get(child) ?? { width: 0, height: 0 })
        return [child, size] as const
      }),
    )
    if (!isWanted()) return { width: 0, height: 0 }
    const sizes = new Map(inner)
    const placed = await placeInside(container, sizes, nested, runElk, memory)
    const inside = withPositions(container, placed, sizes, drawing.positions)
    insides.set(container.id, inside)
    return inside
  }
  const root = nested.containers.get('')
  if (!root) return { sheets: {}, routes: {}, rules: {} }
  await place(root)
  if (!isWanted()) return undefined
  return routeCrossings(nested, assemble(nested, insides))
}

/** Whether a sheet of what holds everywhere stands by itself: above the drawing, beside no other. */
const isLegend = (container: Container, child: string): boolean =>
  child === wholePathway && !container.joins.some(({ from, to }) => from === child || to === child)

async function placeInside(
  container: Container,
  sizes: ReadonlyMap<string, Size>,
  nested: Nested,
  runElk: RunElk,
  memory: Memory,
): Promise<Inside> {
  if (container.isParallel) return placeColumns(container, sizes, (child) => nested.kinds.get(child) !== 'history')
  const legend = container.children.find((child) => isLegend(container, child))
  if (legend !== undefined) {
    const rest = { ...container, children: container.children.filter((child) => child !== legend) }
    const inside = await placeInside(rest, sizes, nested, runElk, memory)
    return withLegend(inside, legend, sizes)
  }
  const direction = nested.directionOf(container.id)
  const key = JSON.stringify([elkGraph(container, sizes, direction), container.head, container.leavings.length])
  const known = memory.get(key)
  if (known) return known
  const placing = placeByElk(container, sizes, direction, runElk)
  memory.set(key, placing)
  placing.catch(() => memory.delete(key))
  return placing
}

/** Puts what holds everywhere into the corner, where there is room, or above all the rest. */
function withLegend(inside: Inside, legend: string, sizes: ReadonlyMap<string, Size>): Inside {
  const { width, height } = sizes.get(legend) ?? { width: 0, height: 0 }
  const room = grown({ x: 0, y: 0, width, height }, gap)
  const isFree =
    Object.entries(inside.at).every(([id, at]) => {
      const size = sizes.get(id)
      return !size || !overlaps(room, { ...at, ...size })
    }) &&
    Object.values(inside.routes).every(
      ({ points, label }) => isClear(points, [room]) && (!label || !overlaps(room, label)),
    )
  return { ...inside, at: { ...inside.at, [legend]: { x: 0, y: isFree ? 0 : -height - gap } } }
}

/** Everything in pixels from the corner of the drawing. */
function assemble(nested: Nested, insides: ReadonlyMap<string, Inside>): LaidOut {
  const sheets: Record<string, Rect> = {}
  const routes: Record<string, Route> = {}
  const rules: Record<string, number[]> = {}
  const visit = (container: string, corner: Point): void => {
    const inside = insides.get(container)
    if (!inside) return
    for (const [child, at] of Object.entries(inside.at)) {
      const size = insides.get(child) ?? nested.heads.get(child)
      if (!size) continue
      const point = moved(at, corner)
      sheets[child] = { x: point.x, y: point.y, width: size.width, height: inside.heights[child] ?? size.height }
      visit(child, point)
    }
    for (const [line, { points, label }] of Object.entries(inside.routes)) {
      routes[line] = { points: points.map((point) => moved(point, corner)), label: label && moved(label, corner) }
    }
    if (inside.rules.length > 0) rules[container] = inside.rules.map((x) => x + corner.x)
  }
  visit('', { x: 0, y: 0 })
  return { sheets, routes, rules }
}
