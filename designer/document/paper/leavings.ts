import { type Line, measures } from '../../canvas/drawing/Drawing.ts'
import { widthOf } from '../../canvas/drawing/wrapText.ts'
import { bottom, outwards, type Point, type Rect, right, type Side, stretches } from '../../canvas/layout/geometry.ts'
import type { LaidOut } from '../../canvas/layout/LaidOut.ts'
import { clipped } from './cutDrawing.ts'

/** Where a line goes on to another part of the drawing, or comes from one. */
export interface Leaving {
  line: Line
  /** the letter of the line: the same in every part */
  letter: string
  /** on the edge of the part */
  at: Point
  side: Side
  /** what stands there: `B → 3`, `1 → B` */
  text: string
  /** where it stands: outside the part, beside no other */
  tag: Rect
}

/** How high the text of a tag is with what is free around it, and how far the first stands from the edge. */
const tagHeight = 18
const away = 8

/**
 * Lines that go from part to part, for each part: with a letter by which a line is found again, and the number of the
 * part where it goes on.
 */
export function leavingsOf(lines: readonly Line[], { routes }: LaidOut, parts: readonly Rect[]): Leaving[][] {
  const letters = new Map<string, string>()
  const found = parts.map((part, from) =>
    lines.flatMap((line) =>
      stretches(routes[line.id]?.points ?? []).flatMap((stretch) =>
        crossingsOf(stretch, part).flatMap(({ at, side, isOut }) => {
          const beyond = outwards(side, 2)
          const to = parts.findIndex(
            (one, index) => index !== from && holds(one, { x: at.x + beyond.x, y: at.y + beyond.y }),
          )
          if (to < 0) return []
          letters.set(line.id, letters.get(line.id) ?? letterOf(letters.size))
          const letter = letters.get(line.id) ?? ''
          return [{ line, letter, at, side, text: isOut ? `${letter} → ${to + 1}` : `${to + 1} → ${letter}` }]
        }),
      ),
    ),
  )
  return found.map((one) => (['left', 'right', 'top', 'bottom'] as const).flatMap((side) => tagged(one, side)))
}

/** Letters as in a table: A to Z, then AA. */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const holds = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && x <= right(rect) && y >= rect.y && y <= bottom(rect)

/** Where a straight stretch goes through the edge of a part. */
function crossingsOf([a, b]: [Point, Point], part: Rect): { at: Point; side: Side; isOut: boolean }[] {
  const inside = clipped([a, b], part)
  if (!inside) return []
  const [entry, exit] = inside
  const isThrough = entry.x !== exit.x || entry.y !== exit.y
  if (!isThrough) return []
  return [
    ...(holds(part, a) ? [] : [{ at: entry, side: sideOf(entry, a), isOut: false }]),
    ...(holds(part, b) ? [] : [{ at: exit, side: sideOf(exit, b), isOut: true }]),
  ]
}

function sideOf(edge: Point, outside: Point): Side {
  if (outside.x !== edge.x) return outside.x < edge.x ? 'left' : 'right'
  return outside.y < edge.y ? 'top' : 'bottom'
}

/**
 * Tags on one side, in rows away from the edge. Each begins at its line and goes to the right or downwards; those behind
 * others stand in a row further out, so that no line to a tag goes through another.
 */
function tagged(found: readonly Omit<Leaving, 'tag'>[], on: Side): Leaving[] {
  const isUpright = on === 'top' || on === 'bottom'
  const along = ({ at }: Omit<Leaving, 'tag'>): number => (isUpright ? at.x : at.y)
  const widthOfTag = ({ text }: Omit<Leaving, 'tag'>): number =>
    Math.ceil(widthOf(text, { size: measures.textSize, weight: 600 })) + 6
  const here = found.filter(({ side }) => side === on).sort((one, other) => along(other) - along(one))
  const widest = Math.max(0, ...here.map(widthOfTag))
  const placed: { from: number; row: number }[] = []
  return here.map((one) => {
    const width = widthOfTag(one)
    const from = along(one)
    const to = from + (isUpright ? width + 4 : tagHeight)
    const row = Math.max(-1, ...placed.filter((other) => other.from < to).map((other) => other.row)) + 1
    placed.push({ from, row })
    const out = away + row * (isUpright ? tagHeight : widest + 6)
    return { ...one, tag: tagRect(one.at, on, out, width) }
  })
}

function tagRect({ x, y }: Point, side: Side, out: number, width: number): Rect {
  const size = { width, height: tagHeight }
  switch (side) {
    case 'top':
      return { x: x - 3, y: y - out - tagHeight, ...size }
    case 'bottom':
      return { x: x - 3, y: y + out, ...size }
    case 'left':
      return { x: x - out - width, y: y - 5, ...size }
    case 'right':
      return { x: x + out, y: y - 5, ...size }
  }
}
