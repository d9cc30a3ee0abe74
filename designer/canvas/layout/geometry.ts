/** Places of a drawing, in pixels; y grows downwards. */
export interface Point {
  x: number
  y: number
}

export interface Rect extends Point {
  width: number
  height: number
}

/** A side of a sheet. */
export type Side = 'left' | 'right' | 'top' | 'bottom'

/** Where a line meets a sheet, and on which side of it. */
export interface Meeting extends Point {
  side: Side
}

export const right = ({ x, width }: Rect): number => x + width
export const bottom = ({ y, height }: Rect): number => y + height

export const moved = <T extends Point>(one: T, by: Point): T => ({ ...one, x: one.x + by.x, y: one.y + by.y })

/** A rectangle with so much more on each side. */
export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** Whether two rectangles share more than a border. */
export const overlaps = (one: Rect, other: Rect): boolean =>
  one.x < right(other) && other.x < right(one) && one.y < bottom(other) && other.y < bottom(one)

/** Whether a straight horizontal or vertical stretch goes through the inside of a rectangle. */
export function crosses(from: Point, to: Point, rect: Rect): boolean {
  return (
    Math.min(from.x, to.x) < right(rect) &&
    Math.max(from.x, to.x) > rect.x &&
    Math.min(from.y, to.y) < bottom(rect) &&
    Math.max(from.y, to.y) > rect.y
  )
}

/** The smallest rectangle around some; undefined around none. */
export function around(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  const x = Math.min(...rects.map((one) => one.x))
  const y = Math.min(...rects.map((one) => one.y))
  return { x, y, width: Math.max(...rects.map(right)) - x, height: Math.max(...rects.map(bottom)) - y }
}

/** The stretches of a route from bend to bend. */
export function stretches(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((to, at) => [points[at] ?? to, to])
}

/** A route without points that lie on a straight stretch or upon each other. */
export function straightened(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (last && isNear(last.x, point.x) && isNear(last.y, point.y)) continue
    const isStraight =
      last &&
      before &&
      ((isNear(before.x, last.x) && isNear(last.x, point.x)) || (isNear(before.y, last.y) && isNear(last.y, point.y)))
    if (isStraight) kept.pop()
    kept.push(point)
  }
  return kept
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 0.01

/** One step out of a sheet. */
export function outwards(side: Side, by: number): Point {
  switch (side) {
    case 'left':
      return { x: -by, y: 0 }
    case 'right':
      return { x: by, y: 0 }
    case 'top':
      return { x: 0, y: -by }
    case 'bottom':
      return { x: 0, y: by }
  }
}
