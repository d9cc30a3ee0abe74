import type { Drawing, Size } from '../../canvas/drawing/Drawing.ts'
import { frameOf } from '../../canvas/exportSvg.ts'
import {
  around,
  bottom,
  grown,
  overlaps,
  type Point,
  type Rect,
  right,
  stretches,
} from '../../canvas/layout/geometry.ts'
import type { LaidOut } from '../../canvas/layout/LaidOut.ts'
import { cutAlong, type Span } from './cutAlong.ts'

/** Of a cut, beside one line that is cut: through a sheet with others in it, and along a line. */
const cost = { sheet: 8, along: 4, near: 12 } as const

/** An initial state's dot stands out of its sheet so far. */
const dot = 8

/** Cuts one drawing again and again, for parts of other sizes. */
export type Cutter = (room: Size) => Rect[]

/**
 * Cuts a drawing into bands from top to bottom, and each band that is too wide into columns: parts that have room on a
 * sheet of paper each. Every state, every name of a phase and every label of a line is whole in one of them; cuts go
 * between sheets where they can, and through few lines. The room of a part is in pixels of the drawing.
 */
export function cutterOf(drawing: Drawing, laidOut: LaidOut): Cutter {
  const frame = frameOf(laidOut)
  const solids = solidsOf(drawing, laidOut)
  const lines = Object.values(laidOut.routes).flatMap(({ points }) => stretches(points))
  const open = drawing.sheets.flatMap(({ id, isOpen }) => (isOpen ? (laidOut.sheets[id] ?? []) : []))
  const costsAcross = once(costsOf(lines.map(vertical), open.map(vertically)))
  return (room) => {
    const bands = cutAlong(vertically(frame), room.height, solids.map(vertically), costsAcross)
    return bands.flatMap((band) => columnsOf({ ...frame, y: band.from, height: band.to - band.from }, room.width))
  }

  function columnsOf(band: Rect, width: number): Rect[] {
    const inside = solids.filter((solid) => solid.y >= band.y && bottom(solid) <= bottom(band))
    const near = lines.map((line) => clipped(line, band)).filter((line) => line !== undefined)
    const seen = [...inside, ...near.map(rectOfLine)]
    const content = around(seen)
    if (!content) return []
    const beside = open.filter((one) => overlaps(one, band))
    return cutAlong(
      horizontally(grown(content, 24)),
      width,
      inside.map(horizontally),
      costsOf(near.map(horizontal), beside.map(horizontally)),
    )
      .map((column) => ({ ...band, x: column.from, width: column.to - column.from }))
      .filter((part) => seen.some((one) => touches(one, part)))
  }
}

/** Costs that are reckoned once for each place. */
function once(costs: (place: number) => number): (place: number) => number {
  const known = new Map<number, number>()
  return (place) => {
    const cost = known.get(place) ?? costs(place)
    known.set(place, cost)
    return cost
  }
}

/** What is not cut: states, what stands at the head of a phase, labels of lines. */
export function solidsOf({ sheets, lines }: Drawing, laidOut: LaidOut): Rect[] {
  return [
    ...sheets.flatMap((sheet) => {
      const rect = laidOut.sheets[sheet.id]
      return rect ? [solidOf(sheet, rect)] : []
    }),
    ...lines.flatMap(({ id }) => laidOut.routes[id]?.label ?? []),
  ]
}

/** What of a sheet is not cut: all of it, or its head where others lie in it. */
export function solidOf({ isOpen, isInitial, head }: Drawing['sheets'][number], rect: Rect): Rect {
  const { width, height } = isOpen ? { width: Math.min(head.width, rect.width), height: head.height } : rect
  return isInitial ? { x: rect.x - dot, y: rect.y, width: width + dot, height } : { ...rect, width, height }
}

/** What it costs to cut at a place: through lines, or along one, and through sheets with others in them. */
function costsOf(lines: readonly Span[], open: readonly Span[]): (place: number) => number {
  return (place) => {
    let sum = 0
    for (const { from, to } of lines) {
      if (to - from < 1) sum += Math.abs(from - place) < cost.near ? cost.along : 0
      else if (from < place && place < to) sum += 1
    }
    for (const { from, to } of open) {
      if (from < place && place < to) sum += cost.sheet
      else if (Math.min(Math.abs(from - place), Math.abs(to - place)) < cost.near) sum += cost.along
    }
    return sum
  }
}

const vertically = (rect: Rect): Span => ({ from: rect.y, to: bottom(rect) })
const horizontally = (rect: Rect): Span => ({ from: rect.x, to: right(rect) })
const vertical = ([a, b]: [Point, Point]): Span => ({ from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) })
const horizontal = ([a, b]: [Point, Point]): Span => ({ from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) })

const rectOfLine = ([a, b]: [Point, Point]): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** Whether something, be it as thin as a line, is seen in a part. */
const touches = (one: Rect, part: Rect): boolean =>
  one.x <= right(part) && part.x <= right(one) && one.y <= bottom(part) && part.y <= bottom(one)

/** What of a straight stretch lies in a rectangle; undefined when nothing does. */
export function clipped([a, b]: [Point, Point], rect: Rect): [Point, Point] | undefined {
  const whole = rectOfLine([a, b])
  if (!touches(whole, rect)) return undefined
  const into = ({ x, y }: Point): Point => ({
    x: Math.min(Math.max(x, rect.x), right(rect)),
    y: Math.min(Math.max(y, rect.y), bottom(rect)),
  })
  return [into(a), into(b)]
}
