import {
  bottom,
  crosses,
  grown,
  type Meeting,
  moved,
  outwards,
  overlaps,
  type Point,
  type Rect,
  right,
  type Side,
  straightened,
  stretches,
} from './geometry.ts'

/** What a route keeps out of, and what it had rather not come near. */
export interface Surroundings {
  /** never crossed */
  sheets: readonly Rect[]
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

function withinReach(from: Point, to: Point, { sheets, routes, bounds }: Surroundings): Surroundings | undefined {
  if (sheets.length <= many) return undefined
  const between = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: 0, height: 0 }
  const reach = grown({ ...between, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }, 320)
  return {
    sheets: sheets.filter((sheet) => overlaps(sheet, reach)),
    routes: routes.filter((route) => stretches(route).some(([a, b]) => crosses(a, b, reach))),
    ...(bounds && { bounds }),
  }
}

interface Step {
  x: number
  y: number
  side: Side
  cost: number
  estimate: number
  from: Step | undefined
}

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom']
const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }

/** A* over the lines on which a route may bend. */
function findRoute(from: Meeting, to: Meeting, surroundings: Surroundings): Point[] | undefined {
  const start = moved(pointOf(from), outwards(from.side, tracks[0] ?? clearance))
  const end = moved(pointOf(to), outwards(to.side, tracks[0] ?? clearance))
  const xs = linesAlong('x', start, end, surroundings)
  const ys = linesAlong('y', start, end, surroundings)
  const blocks = surroundings.sheets.map((sheet) => grown(sheet, clearance))
  const walls = surroundings.routes.flatMap(stretches)
  const open: Step[] = []
  const best = new Map<string, number>()
  const arriving = opposite[to.side]
  const offer = (step: Step): void => {
    const key = `${step.x},${step.y},${step.side}`
    if ((best.get(key) ?? Number.POSITIVE_INFINITY) <= step.cost) return
    best.set(key, step.cost)
    push(open, step)
  }
  const estimate = (x: number, y: number): number => Math.abs((xs[x] ?? 0) - end.x) + Math.abs((ys[y] ?? 0) - end.y)
  const first = { x: xs.indexOf(start.x), y: ys.indexOf(start.y) }
  const last = { x: xs.indexOf(end.x), y: ys.indexOf(end.y) }
  offer({ ...first, side: from.side, cost: 0, estimate: estimate(first.x, first.y), from: undefined })
  for (let step = pop(open); step; step = pop(open)) {
    if (step.x === last.x && step.y === last.y) {
      const points = straightened([pointOf(from), ...backwards(step, xs, ys), pointOf(to)])
      return points
    }
    if ((best.get(`${step.x},${step.y},${step.side}`) ?? 0) < step.cost) continue
    const here = { x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 }
    for (const side of sides) {
      if (side === opposite[step.side]) continue
      const by = outwards(side, 1)
      const x = step.x + by.x
      const y = step.y + by.y
      const there = { x: xs[x], y: ys[y] }
      if (there.x === undefined || there.y === undefined) continue
      const next = { x: there.x, y: there.y }
      if (blocks.some((block) => crosses(here, next, block))) continue
      const isEnd = x === last.x && y === last.y
      const cost =
        step.cost +
        Math.abs(next.x - here.x) +
        Math.abs(next.y - here.y) +
        (side === step.side ? 0 : bendCost) +
        (isEnd && side !== arriving ? bendCost : 0) +
        besides(here, next, walls)
      offer({ x, y, side, cost, estimate: cost + estimate(x, y), from: step })
    }
  }
  return undefined
}

const pointOf = ({ x, y }: Point): Point => ({ x, y })

function backwards(last: Step, xs: readonly number[], ys: readonly number[]): Point[] {
  const points: Point[] = []
  for (let step: Step | undefined = last; step; step = step.from) {
    points.unshift({ x: xs[step.x] ?? 0, y: ys[step.y] ?? 0 })
  }
  return points
}

/** Where routes may bend: some tracks on each side of a sheet, half way between, and where the route begins and ends. */
function linesAlong(axis: 'x' | 'y', start: Point, end: Point, { sheets, bounds }: Surroundings): number[] {
  const size = axis === 'x' ? 'width' : 'height'
  const found = new Set<number>([start[axis], end[axis], (start[axis] + end[axis]) / 2])
  for (const sheet of sheets) {
    for (const track of tracks) {
      found.add(sheet[axis] - track)
      found.add(sheet[axis] + sheet[size] + track)
    }
  }
  const low = bounds ? bounds[axis] : Number.NEGATIVE_INFINITY
  const high = bounds ? bounds[axis] + bounds[size] : Number.POSITIVE_INFINITY
  return [...found]
    .filter((at) => (at >= low && at <= high) || at === start[axis] || at === end[axis])
    .sort((a, b) => a - b)
}

/** What it costs to go across other routes, and much more along them. */
function besides(from: Point, to: Point, walls: readonly (readonly [Point, Point])[]): number {
  const isFlat = from.y === to.y
  const across = isFlat ? 'y' : 'x'
  const along = isFlat ? 'x' : 'y'
  const [low, high] = [Math.min(from[along], to[along]), Math.max(from[along], to[along])]
  let cost = 0
  for (const [a, b] of walls) {
    const [wallLow, wallHigh] = [Math.min(a[along], b[along]), Math.max(a[along], b[along])]
    if (wallLow >= high || wallHigh <= low) {
      if (wallLow !== wallHigh || wallLow <= low || wallLow > high) continue
    }
    if (a[across] === b[across]) {
      const apart = Math.abs(a[across] - from[across])
      const shared = Math.min(high, wallHigh) - Math.max(low, wallLow)
      if (apart < 5 && shared > 0) cost += alongCost * shared
    } else if (Math.min(a[across], b[across]) < from[across] && Math.max(a[across], b[across]) > from[across]) {
      cost += crossingCost
    }
  }
  return cost
}

function push(heap: Step[], step: Step): void {
  heap.push(step)
  let at = heap.length - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (estimateAt(heap, above) <= step.estimate) break
    swap(heap, at, above)
    at = above
  }
}

function pop(heap: Step[]): Step | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  heap[0] = last
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const least = estimateAt(heap, left + 1) < estimateAt(heap, left) ? left + 1 : left
    if (estimateAt(heap, least) >= last.estimate) return first
    swap(heap, at, least)
    at = least
  }
}

const estimateAt = (heap: readonly Step[], at: number): number => heap[at]?.estimate ?? Number.POSITIVE_INFINITY

function swap(heap: Step[], one: number, other: number): void {
  const kept = heap[one]
  const moved = heap[other]
  if (kept === undefined || moved === undefined) return
  heap[one] = moved
  heap[other] = kept
}

/** Whether a route stays out of all sheets but those that it begins and ends at. */
export function isClear(points: readonly Point[], sheets: readonly Rect[]): boolean {
  return stretches(points).every(([from, to]) => !sheets.some((sheet) => crosses(from, to, shrunk(sheet))))
}

const shrunk = (sheet: Rect): Rect => grown(sheet, -0.5)

/** The middle of a side. */
export function middleOf(rect: Rect, side: Side): Meeting {
  switch (side) {
    case 'left':
      return { x: rect.x, y: rect.y + rect.height / 2, side }
    case 'right':
      return { x: right(rect), y: rect.y + rect.height / 2, side }
    case 'top':
      return { x: rect.x + rect.width / 2, y: rect.y, side }
    case 'bottom':
      return { x: rect.x + rect.width / 2, y: bottom(rect), side }
  }
}
