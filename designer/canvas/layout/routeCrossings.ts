import type { Container, Join, Nested } from './containers.ts'
import { bottom, grown, type Meeting, type Point, type Rect, right, type Side, straightened } from './geometry.ts'
import type { Direction, LaidOut, Route } from './LaidOut.ts'
import { apart, meetingOn, sideOf } from './meetings.ts'
import { placeLabel } from './placeLabel.ts'
import { routeAround } from './routeAround.ts'
import { headOf } from './spacing.ts'

/** A route as it grows: from inside its source outwards, between two sheets, and into its target. */
interface Growing {
  points: Point[]
  label: Rect | undefined
}

/**
 * Completes the routes of a drawing: those between sheets that a person has moved or that stand in columns, and from the
 * borders of sheets in to the states that the lines begin and end at. From the outermost sheet inwards, so that each part
 * begins where the part outside it ended.
 */
export function routeCrossings(nested: Nested, laidOut: LaidOut): LaidOut {
  const growing = new Map<string, Growing>()
  for (const [line, { points, label }] of Object.entries(laidOut.routes))
    growing.set(line, { points: [...points], label })
  const visit = (container: Container): void => {
    const within = surroundingsOf(container, laidOut, growing)
    for (const join of container.joins) {
      if (!growing.has(join.line)) growing.set(join.line, routeJoin(join, nested.directionOf(container.id), within))
      within.add(growing.get(join.line))
    }
    for (const { line, child, isOut, label } of container.ownLines) {
      if (!growing.has(line)) growing.set(line, withLabel(routeOwn(within, child, isOut), label, within))
      within.add(growing.get(line))
    }
    for (const { route, outer, inner, isOut } of meetLeavings(container, growing, within))
      grow(route, outer, inner, isOut, within)
    for (const child of container.children) {
      const open = nested.containers.get(child)
      if (open) visit(open)
    }
  }
  const root = nested.containers.get('')
  if (root) visit(root)
  const routes: Record<string, Route> = {}
  for (const [line, { points, label }] of growing) routes[line] = { points: straightened(points), label }
  return { ...laidOut, routes }
}

/** What lies in a sheet beside a line that is being routed there. */
interface Within {
  rectOf(child: string): Rect
  /** of the sheet itself; undefined for the drawing, which has no border */
  sheet: Rect | undefined
  head: Rect | undefined
  sheets: Rect[]
  labels: Rect[]
  routes: (readonly Point[])[]
  add(route: Growing | undefined): void
}

function surroundingsOf(container: Container, { sheets }: LaidOut, growing: ReadonlyMap<string, Growing>): Within {
  const nothing: Rect = { x: 0, y: 0, width: 0, height: 0 }
  const sheet = container.id === '' ? undefined : sheets[container.id]
  const labels = container.joins.flatMap(({ line }) => growing.get(line)?.label ?? [])
  const routes = container.joins.flatMap(({ line }) => {
    const route = growing.get(line)
    return route ? [route.points] : []
  })
  return {
    rectOf: (child) => sheets[child] ?? nothing,
    sheet,
    head: sheet && headOf(sheet, container.head),
    sheets: container.children.map((child) => sheets[child] ?? nothing),
    labels,
    routes,
    add(route) {
      if (!route) return
      routes.push(route.points)
      if (route.label) labels.push(route.label)
    },
  }
}

const obstaclesOf = ({ sheets, head }: Within): Rect[] => [...sheets, ...(head ? [head] : [])]

function route(from: Meeting, to: Meeting, within: Within): Point[] {
  const { sheet, labels, routes } = within
  return routeAround(from, to, {
    sheets: obstaclesOf(within),
    labels,
    routes,
    ...(sheet && { bounds: grown(sheet, -5) }),
  })
}

function routeJoin(join: Join, direction: Direction, within: Within): Growing {
  const from = within.rectOf(join.from)
  const to = within.rectOf(join.to)
  const [out, into] = facing(join, from, to, direction)
  const start = meetingOn(from, out, middleOfShared(from, to, out), within.routes, roomFor(join, out))
  const end = meetingOn(to, into, middleOfShared(to, from, into), [...within.routes, [start]], roomFor(join, into))
  return withLabel(route(start, end, within), join.label, within)
}

/** How far from the next line one must be so that what stands on both does not meet. */
const roomFor = ({ label }: Join, side: Side): number =>
  Math.max(apart, (isUpright(side) ? label.height : label.width) + 8)

/** The sides at which two sheets look at each other. */
function facing(
  { from, to, goesOnFrom, goesOnTo, isForward }: Join,
  one: Rect,
  other: Rect,
  direction: Direction,
): [Side, Side] {
  if (from === to) return ['right', 'bottom']
  const beside: [Side, Side] | undefined =
    other.x - right(one) >= 24 ? ['right', 'left'] : one.x - right(other) >= 24 ? ['left', 'right'] : undefined
  const below: [Side, Side] | undefined =
    other.y - bottom(one) >= 24 ? ['bottom', 'top'] : one.y - bottom(other) >= 24 ? ['top', 'bottom'] : undefined
  const side = isForward ? 'right' : 'left'
  if (goesOnFrom || goesOnTo) {
    if (beside) return beside
    return [goesOnFrom ? side : (below?.[0] ?? side), goesOnTo ? side : (below?.[1] ?? side)]
  }
  return (direction === 'right' ? (beside ?? below) : (below ?? beside)) ?? [side, side]
}

/** Half way along what a side of a sheet shares with another sheet, so that lines between them are straight. */
function middleOfShared(one: Rect, other: Rect, side: Side): number {
  const isUpright = side === 'left' || side === 'right'
  const low = isUpright ? Math.max(one.y, other.y) : Math.max(one.x, other.x)
  const high = isUpright ? Math.min(bottom(one), bottom(other)) : Math.min(right(one), right(other))
  if (high - low >= 24) return (low + high) / 2
  return isUpright ? one.y + one.height / 2 : one.x + one.width / 2
}

/** From below the rows of a sheet to one inside it, or from one inside it to its lower border. */
function routeOwn(within: Within, child: string, isOut: boolean): Point[] {
  const rect = within.rectOf(child)
  const sheet = within.sheet ?? rect
  const inner = meetingOn(rect, isOut ? 'bottom' : 'top', rect.x + rect.width / 2, within.routes)
  if (isOut) return route(inner, { x: inner.x, y: bottom(sheet), side: 'top' }, within)
  return route({ x: inner.x, y: bottom(within.head ?? sheet), side: 'bottom' }, inner, within)
}

function withLabel(points: Point[], label: { width: number; height: number }, within: Within): Growing {
  return {
    points,
    label:
      label.width > 0
        ? placeLabel(points, label, [...obstaclesOf(within), ...within.labels], within.routes)
        : undefined,
  }
}

/** A route that goes on inside a sheet: from where it meets the border to where it shall meet a sheet inside. */
interface Inward {
  route: Growing
  outer: Point
  inner: Meeting
  isOut: boolean
}

/**
 * Where lines from the border of a sheet meet those inside it: in the order in which they cross the border, so that they
 * need not cross each other.
 */
function meetLeavings(container: Container, growing: ReadonlyMap<string, Growing>, within: Within): Inward[] {
  const { sheet } = within
  if (!sheet) return []
  const sides = new Map<string, { route: Growing; outer: Point; isOut: boolean; child: string; side: Side }[]>()
  for (const { line, child, isOut } of container.leavings) {
    const route = growing.get(line)
    const outer = isOut ? route?.points[0] : route?.points.at(-1)
    if (!route || !outer) continue
    const side = sideOf(sheet, outer)
    const key = `${child} ${side}`
    sides.set(key, [...(sides.get(key) ?? []), { route, outer, isOut, child, side }])
  }
  const taken: Point[][] = []
  return [...sides.values()].flatMap((group) => {
    const along = (point: Point): number => (isUpright(group[0]?.side) ? point.y : point.x)
    const sorted = [...group].sort((one, other) => along(one.outer) - along(other.outer))
    return sorted.map(({ route, outer, isOut, child, side }, at) => {
      const rect = within.rectOf(child)
      const low = (isUpright(side) ? rect.y : rect.x) + 10 + at * apart
      const high = (isUpright(side) ? bottom(rect) : right(rect)) - 10 - (sorted.length - 1 - at) * apart
      const wanted = Math.max(low, Math.min(high, along(outer)))
      const inner = meetingOn(rect, side, wanted, [...within.routes, ...taken])
      taken.push([inner])
      return { route, outer, inner, isOut }
    })
  })
}

const isUpright = (side: Side | undefined): boolean => side === 'left' || side === 'right'
const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }

/** Leads a route on from the border of a sheet to a sheet inside it. */
function grow(growing: Growing, outer: Point, inner: Meeting, isOut: boolean, within: Within): void {
  const border: Meeting = { ...outer, side: opposite[inner.side] }
  const part = isOut ? route(inner, border, within) : route(border, inner, within)
  growing.points = isOut ? [...part, ...growing.points.slice(1)] : [...growing.points.slice(0, -1), ...part]
  within.routes.push(part)
}
