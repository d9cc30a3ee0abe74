import {
  crosses,
  grown,
  type Meeting,
  moved,
  outwards,
  overlaps,
  type Point,
  type Rect,
  type Side,
  straightened,
  stretches,
} from './geometry.ts'
import { stepQueue } from './stepQueue.ts'

/** What a route keeps out of, and what it had rather not come near. */
export interface Surroundings {
  /** never crossed */
  sheets: readonly Rect[]
  /** what stands on other lines: crossed only where there is no other way */
  labels: readonly Rect[]
  /** routes that are there already: crossed where it must be, never run along */
  routes: readonly (readonly Point[])[]
  /** nothing goes outside it */
  bounds?: Rect
}

const clearance = 6
const tracks = [8, 16, 24, 32]
const bendCost = 48
const crossingCost = 24
const alongCost = 6
const labelCost = 400
/** Lines on which a route may bend are at least so far apart, in pixels. */
const grain = 3
/** Beyond this many, only what lies near is looked at: a route around something far away is rare. */
const many = 24

/**
 * A way from one sheet to another in horizontal and vertical stretches: short, with few bends, around the sheets, beside
 * other routes and not on them. The straight way with one bend where there is no way at all.
 */
export function routeAround(from: Meeting, to: Meeting, surroundings: Surroundings): Point[] {
  const near = withinReach(from, to, surroundings)
  const found = near && findRoute(from, to, near)
  return found ?? findRoute(from, to, surroundings) ?? straightened([from, { x: to.x, y: from.y }, to])
}

function withinReach(
  from: Point,
  to: Point,
  { sheets, labels, routes, bounds }: Surroundings,
): Surroundings | undefined {
  if (sheets.length + labels.length <= many) return undefined
  const between = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: 0, height: 0 }
  const reach = grown({ ...between, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }, 320)
  const isNear = (rect: Rect): boolean => overlaps(rect, reach)
  return {
    sheets: sheets.filter(isNear),
    labels: labels.filter(isNear),
    routes: routes.filter((route) => stretches(route).some(([a, b]) => crosses(a, b, reach))),
    ...(bounds && { bounds }),
  }
}

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom']
const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }

/** A* over the lines on which a route may bend. A step is a point of theirs and the side towards which it was gone. */
function findRoute(from: Meeting, to: Meeting, surroundings: Surroundings): Point[] | undefined {
  const start = moved({ x: from.x, y: from.y }, outwards(from.side, tracks[0] ?? clearance))
  const end = moved({ x: to.x, y: to.y }, outwards(to.side, tracks[0] ?? clearance))
  const xs = linesAlong('x', start, end, surroundings)
  const ys = linesAlong('y', start, end, surroundings)
  const at = (x: number, y: number): Point => ({ x: xs[x] ?? 0, y: ys[y] ?? 0 })
  const priceOf = pricesOf(xs, ys, surroundings)
  const count = xs.length * ys.length * sides.length
  const best = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(count).fill(-1)
  const queue = stepQueue()
  const arriving = sides.indexOf(opposite[to.side])
  const idOf = (x: number, y: number, side: number): number => (y * xs.length + x) * sides.length + side

  const [lastX, lastY] = [xs.indexOf(end.x), ys.indexOf(end.y)]
  const estimate = (x: number, y: number, side: number): number => {
    const { x: dx, y: dy } = moved(at(x, y), { x: -end.x, y: -end.y })
    const turns = (dx !== 0 && side > 1) || (dy !== 0 && side < 2) ? 1 : 0
    return Math.abs(dx) + Math.abs(dy) + Math.max(turns, dx !== 0 && dy !== 0 ? 1 : 0) * bendCost
  }
  const first = idOf(xs.indexOf(start.x), ys.indexOf(start.y), sides.indexOf(from.side))
  best[first] = 0
  queue.push(first, 0)
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const side = id % sides.length
    const cell = (id - side) / sides.length
    const x = cell % xs.length
    const y = (cell - x) / xs.length
    const cost = best[id] ?? 0
    if (x === lastX && y === lastY) {
      const points: Point[] = []
      for (let step = id; step >= 0; step = before[step] ?? -1) {
        const reached = Math.floor(step / sides.length)
        points.unshift(at(reached % xs.length, Math.floor(reached / xs.length)))
      }
      return straightened([{ x: from.x, y: from.y }, ...points, { x: to.x, y: to.y }])
    }
    for (const [next, towards] of sides.entries()) {
      if (towards === opposite[sides[side] ?? 'left']) continue
      const by = outwards(towards, 1)
      const [nextX, nextY] = [x + by.x, y + by.y]
      if (nextX < 0 || nextY < 0 || nextX >= xs.length || nextY >= ys.length) continue
      const price = priceOf(Math.min(x, nextX), Math.min(y, nextY), by.y === 0)
      if (price === Number.POSITIVE_INFINITY) continue
      const isEnd = nextX === lastX && nextY === lastY
      const sum = cost + price + (next === side ? 0 : bendCost) + (isEnd && next !== arriving ? bendCost : 0)
      const nextId = idOf(nextX, nextY, next)
      if (sum >= (best[nextId] ?? 0)) continue
      best[nextId] = sum
      before[nextId] = id
      queue.push(nextId, sum + estimate(nextX, nextY, next))
    }
  }
  return undefined
}

/** Where routes may bend: some tracks on each side of a sheet, half way between, and where the route begins and ends. */
function linesAlong(axis: 'x' | 'y', start: Point, end: Point, { sheets, labels, bounds }: Surroundings): number[] {
  const size = axis === 'x' ? 'width' : 'height'
  const found = [(start[axis] + end[axis]) / 2]
  for (const sheet of sheets)
    for (const track of tracks) found.push(sheet[axis] - track, sheet[axis] + sheet[size] + track)
  for (const label of labels) found.push(label[axis] - clearance, label[axis] + label[size] + clearance)
  const low = bounds ? bounds[axis] : Number.NEGATIVE_INFINITY
  const high = bounds ? bounds[axis] + bounds[size] : Number.POSITIVE_INFINITY
  const kept = [start[axis], end[axis]]
  const isApart = (one: number): boolean => kept.every((other) => Math.abs(other - one) >= grain)
  for (const one of found.sort((a, b) => a - b)) if (one >= low && one <= high && isApart(one)) kept.push(one)
  return [...new Set(kept)].sort((a, b) => a - b)
}

/** What it costs to go from a point of the lines to the next one to the right, or below: found out once for each. */
function pricesOf(
  xs: readonly number[],
  ys: readonly number[],
  { sheets, labels, routes }: Surroundings,
): (x: number, y: number, isFlat: boolean) => number {
  const blocks = sheets.map((sheet) => grown(sheet, clearance))
  const walls = routes.flatMap(stretches)
  const known = new Float64Array(xs.length * ys.length * 2).fill(-1)
  return (x, y, isFlat) => {
    const key = (y * xs.length + x) * 2 + (isFlat ? 1 : 0)
    const price = known[key] ?? -1
    if (price >= 0) return price
    const from = { x: xs[x] ?? 0, y: ys[y] ?? 0 }
    const to = isFlat ? { x: xs[x + 1] ?? 0, y: from.y } : { x: from.x, y: ys[y + 1] ?? 0 }
    const found = blocks.some((block) => crosses(from, to, block))
      ? Number.POSITIVE_INFINITY
      : Math.abs(to.x - from.x) +
        Math.abs(to.y - from.y) +
        (labels.some((label) => crosses(from, to, label)) ? labelCost : 0) +
        besides(from, to, walls)
    known[key] = found
    return found
  }
}

/** What it costs to go across other routes, and much more along them. */
function besides(from: Point, to: Point, walls: readonly (readonly [Point, Point])[]): number {
  const isFlat = from.y === to.y
  const across = isFlat ? 'y' : 'x'
  const along = isFlat ? 'x' : 'y'
  let cost = 0
  for (const [a, b] of walls) {
    const low = Math.min(a[along], b[along])
    const high = Math.max(a[along], b[along])
    if (a[across] === b[across]) {
      const shared = Math.min(to[along], high) - Math.max(from[along], low)
      if (shared > 0 && Math.abs(a[across] - from[across]) < 5) cost += alongCost * shared
    } else if (low > from[along] && low <= to[along]) {
      if (Math.min(a[across], b[across]) < from[across] && Math.max(a[across], b[across]) > from[across]) {
        cost += crossingCost
      }
    }
  }
  return cost
}

/** Whether a route stays out of the insides of some sheets. */
export function isClear(points: readonly Point[], sheets: readonly Rect[]): boolean {
  return stretches(points).every(([from, to]) => !sheets.some((sheet) => crosses(from, to, grown(sheet, -0.5))))
}
