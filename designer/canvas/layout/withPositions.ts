import type { Size } from '../drawing/Drawing.ts'
import type { Container } from './containers.ts'
import { around, bottom, overlaps, type Point, type Rect } from './geometry.ts'
import type { Inside, ToLayOut } from './LaidOut.ts'
import { isClear } from './routeAround.ts'
import { gap, paddingOf } from './spacing.ts'

/**
 * Puts sheets where a person has put them. The others stay where they were laid out; one that a moved sheet would cover
 * gives way downwards. Lines that do not fit any more are left out, to be routed anew.
 */
export function withPositions(
  container: Container,
  inside: Inside,
  sizes: ReadonlyMap<string, Size>,
  positions: ToLayOut['positions'],
): Inside {
  const own = container.children.filter((child) => positions[child] !== undefined)
  if (own.length === 0) return inside
  const padding = paddingOf(container)
  const isRoot = container.id === ''
  const at: Record<string, Point> = { ...inside.at }
  for (const child of own) {
    const { x, y } = positions[child] ?? { x: 0, y: 0 }
    at[child] = isRoot ? { x, y } : { x: Math.max(padding.side, x), y: Math.max(padding.top, y) }
  }
  const rectOf = (child: string): Rect => {
    const { width, height } = sizes.get(child) ?? { width: 0, height: 0 }
    const { x, y } = at[child] ?? { x: 0, y: 0 }
    return { x, y, width, height }
  }
  const placed = own.map(rectOf)
  const others = container.children.filter((child) => !own.includes(child))
  // from the top, so that one that gives way does not end on one that has been looked at
  for (const child of others.sort((one, other) => rectOf(one).y - rectOf(other).y)) {
    for (let covering = covers(placed, rectOf(child)); covering; covering = covers(placed, rectOf(child))) {
      at[child] = { x: rectOf(child).x, y: bottom(covering) + gap }
    }
    placed.push(rectOf(child))
  }
  const hasMoved = (child: string): boolean =>
    at[child]?.x !== inside.at[child]?.x || at[child]?.y !== inside.at[child]?.y
  const movedRects = container.children.filter(hasMoved).map(rectOf)
  const routes = { ...inside.routes }
  for (const { line, from, to } of container.joins) {
    const route = routes[line]
    if (!route) continue
    const isCovered = movedRects.some(
      (rect) => !isClear(route.points, [rect]) || (route.label !== undefined && overlaps(route.label, rect)),
    )
    if (hasMoved(from) || hasMoved(to) || isCovered) delete routes[line]
  }
  for (const { line } of container.ownLines) delete routes[line]
  const all = around(container.children.map(rectOf)) ?? { x: 0, y: 0, width: 0, height: 0 }
  const labels = Object.values(routes).flatMap(({ label }) => (label ? [label] : []))
  const reach = around([...labels, all]) ?? all
  return {
    at,
    routes,
    heights: inside.heights,
    rules: own.length > 0 && container.isParallel ? [] : inside.rules,
    width: Math.max(container.head.width, reach.x + reach.width + padding.side),
    height: reach.y + reach.height + padding.bottom,
  }
}

const covers = (placed: readonly Rect[], rect: Rect): Rect | undefined => placed.find((one) => overlaps(one, rect))
