import { type Drawing, measures, type Size } from '../../canvas/drawing/Drawing.ts'
import { frameOf } from '../../canvas/exportSvg.ts'
import { around, type Rect } from '../../canvas/layout/geometry.ts'
import type { Drawn } from '../Drawn.ts'
import { cutterOf, solidsOf } from './cutDrawing.ts'
import { type Key, keyOf } from './keyOf.ts'
import { type Leaving, leavingsOf } from './leavings.ts'

/** How a sheet of A4 lies. */
export type Paper = 'tall' | 'wide'

/** A part of a drawing, as it is printed on a sheet of its own. */
export interface Part {
  /** what of the drawing it shows */
  rect: Rect
  /** lines that go on in other parts, and where these are said */
  leavings: readonly Leaving[]
  /** what the lines are called, below the drawing */
  key: Key
  /** all that is printed: the part, what stands around it and the key; in pixels of the drawing */
  outer: Rect
}

/** How a drawing is printed: among the text, on a sheet of its own, or in parts. */
export type Print =
  | { kind: 'inText' }
  | { kind: 'whole'; paper: Paper }
  | { kind: 'parts'; paper: Paper; parts: readonly Part[]; scale: number }

/** What may be printed on a sheet, below what says which part it is; in pixels of the page (96 to an inch). */
export const roomOn: Readonly<Record<Paper, Size>> = {
  tall: { width: millimetres(189), height: millimetres(256) },
  wide: { width: millimetres(276), height: millimetres(169) },
}

/** A drawing of this size is read beside other things. */
const inText = { width: 900, height: 600 }

/** What is printed is legible from 7 points on; this is a little more. */
const smallestPoints = 7.1
/** The scale at which the smallest text of the drawing is printed that large. */
export const legible = smallestPoints / (measures.textSize * 0.75)

/**
 * How a drawing is printed so that its smallest text can be read: in as few parts as it takes when it is too large for
 * one sheet. Where a single state is larger than a sheet, all is printed as much smaller as that one needs.
 */
export function planPrint({ drawing, laidOut }: Drawn): Print {
  const frame = frameOf(laidOut)
  if (frame.width <= inText.width && frame.height <= inText.height) return { kind: 'inText' }
  const paper = scaleOn('tall', frame) >= scaleOn('wide', frame) ? 'tall' : 'wide'
  if (scaleOn(paper, frame) >= legible) return { kind: 'whole', paper }
  const [tall, wide] = [inParts(drawing, laidOut, 'tall'), inParts(drawing, laidOut, 'wide')]
  if (tall.parts.length !== wide.parts.length) return tall.parts.length < wide.parts.length ? tall : wide
  return tall.scale >= wide.scale ? tall : wide
}

/** Cuts for a sheet, and cuts anew with less room until what stands around the parts has room as well. */
function inParts(drawing: Drawing, laidOut: Drawn['laidOut'], paper: Paper): Extract<Print, { kind: 'parts' }> {
  const solids = solidsOf(drawing, laidOut)
  const smallest = {
    width: Math.max(0, ...solids.map(({ width }) => width)),
    height: Math.max(0, ...solids.map(({ height }) => height)),
  }
  const room = { width: roomOn[paper].width / legible, height: roomOn[paper].height / legible }
  const free = { ...room }
  const cut = cutterOf(drawing, laidOut)
  for (;;) {
    const within = { width: Math.max(free.width, smallest.width), height: Math.max(free.height, smallest.height) }
    const parts = partsOf(drawing, laidOut, cut(within))
    const largest = {
      width: Math.max(...parts.map(({ outer }) => outer.width)),
      height: Math.max(...parts.map(({ outer }) => outer.height)),
    }
    const excess = { width: largest.width - room.width, height: largest.height - room.height }
    const isDone = (side: 'width' | 'height'): boolean => excess[side] <= 0 || within[side] === smallest[side]
    if (isDone('width') && isDone('height')) {
      const scale = Math.min(1, roomOn[paper].width / largest.width, roomOn[paper].height / largest.height)
      return { kind: 'parts', paper, parts, scale }
    }
    free.width -= Math.min(24, Math.max(0, excess.width))
    free.height -= Math.min(24, Math.max(0, excess.height))
  }
}

function partsOf(drawing: Drawing, laidOut: Drawn['laidOut'], rects: readonly Rect[]): Part[] {
  const leavings = leavingsOf(drawing.lines, laidOut, rects)
  return rects.map((rect, at) => {
    const leaving = leavings[at] ?? []
    const drawn = around([rect, ...leaving.map(({ tag }) => tag)]) ?? rect
    const key = keyOf(drawing, leaving, drawn)
    return { rect, leavings: leaving, key, outer: { ...drawn, height: drawn.height + key.height } }
  })
}

/** How large a drawing is printed on a sheet of its own. */
function scaleOn(paper: Paper, { width, height }: Size): number {
  return Math.min(1, roomOn[paper].width / width, roomOn[paper].height / height)
}

function millimetres(length: number): number {
  return (length * 96) / 25.4
}
