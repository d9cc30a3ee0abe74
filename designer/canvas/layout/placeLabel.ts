import { crosses, grown, overlaps, type Point, type Rect, stretches } from './geometry.ts'

/**
 * A place on a route for what stands on it: on its longest stretch where it covers neither a sheet nor another label, nor
 * another route if it can be helped.
 */
export function placeLabel(
  points: readonly Point[],
  { width, height }: { width: number; height: number },
  obstacles: readonly Rect[],
  routes: readonly (readonly Point[])[],
): Rect {
  const centred = ({ x, y }: Point): Rect => ({ x: x - width / 2, y: y - height / 2, width, height })
  const others = routes.filter((route) => route !== points).flatMap(stretches)
  let best: { rect: Rect; cost: number } | undefined
  for (const [from, to] of stretches(points)) {
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    for (const part of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      const on = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      // on the line, or close beside it
      for (const beside of [0, -1, 1]) {
        const isFlat = from.y === to.y
        const off = isFlat ? { x: 0, y: beside * (height / 2 + 2) } : { x: beside * (width / 2 + 4), y: 0 }
        const rect = centred({ x: on.x + off.x, y: on.y + off.y })
        const room = grown(rect, 2)
        const covered = obstacles.filter((one) => overlaps(one, room)).length
        const met = others.filter(([a, b]) => crosses(a, b, rect)).length
        const cost =
          covered * 10_000 + met * 400 + Math.abs(part - 0.5) * 100 + Math.abs(beside) * 120 - Math.min(length, 400)
        if (!best || cost < best.cost) best = { rect, cost }
      }
    }
  }
  return best?.rect ?? centred(points[0] ?? { x: 0, y: 0 })
}
