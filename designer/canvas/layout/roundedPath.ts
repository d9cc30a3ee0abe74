import type { Point } from './geometry.ts'

const radius = 6

/** A route as the path of an SVG, its bends rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${say(first)}`
  for (const [at, point] of rest.entries()) {
    const before = points[at] ?? first
    const after = rest[at + 1]
    if (!after) return `${path} L${say(point)}`
    const by = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    path += ` L${say(towards(point, before, by))} Q${say(point)} ${say(towards(point, after, by))}`
  }
  return path
}

const distance = (one: Point, other: Point): number => Math.abs(one.x - other.x) + Math.abs(one.y - other.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}

const say = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
