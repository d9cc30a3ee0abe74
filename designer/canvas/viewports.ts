import type { Size } from './drawing/Drawing.ts'
import { around, bottom, moved, overlaps, type Rect, right, type Side, stretches } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'

/** What of a drawing is seen: where its corner stands in the room that there is, in pixels, and how large it is. */
export interface Viewport {
  x: number
  y: number
  zoom: number
}

/** Below this size the texts of the drawing cannot be told apart. */
export const legible = 0.55
/** At this size it is opened: its smallest text is then as small as a text may be. */
export const opening = 1
const farthest = 0.03

/** At which size something is shown that was not in view: as before, unless nothing could be read then. */
export const readableZoom = (zoom: number): number => (zoom < legible ? opening : zoom)

const margin = 24
/** What stands over the upper border. */
const bar = 48
/** What stands over the lower right corner, where there is room for it. */
const map: Size = { width: 188, height: 136 }
/** What stands over the lower left one. */
const zoomButtons: Size = { width: 56, height: 136 }

/** Whether the small picture of all of the drawing has room beside what is drawn. */
export const hasRoomForMap = ({ width, height }: Size): boolean => width > 560 && height > 420

/** What must be seen when all of a drawing is. */
export function partsOf({ sheets, routes }: LaidOut): Rect[] {
  const drawn = Object.values(routes).flatMap(({ points, label }) => [
    ...(label ? [label] : []),
    ...stretches(points).map(([from, to]) => ({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    })),
  ])
  return [...Object.values(sheets), ...drawn]
}

/** All of a drawing, or of a part of it, not under what stands over it: as large as it can be, never larger than it is. */
export function wholeViewport(parts: readonly Rect[], room: Size): Viewport {
  const all = around(parts)
  if (!all) return { x: margin, y: margin + bar, zoom: opening }
  const corners = [{ x: 0, y: room.height - zoomButtons.height, ...zoomButtons }]
  if (hasRoomForMap(room)) corners.push({ x: room.width - map.width, y: room.height - map.height, ...map })
  const [buttons, beside, above] = [zoomButtons.width - margin, map.width - margin, map.height - margin]
  const ways = [
    within(all, room, {}),
    within(all, room, { left: buttons }),
    within(all, room, { right: beside }),
    within(all, room, { left: buttons, right: beside }),
    within(all, room, { bottom: above }),
  ].sort((one, other) => other.zoom - one.zoom)
  const isClear = (viewport: Viewport): boolean =>
    !parts.some((part) => corners.some((corner) => overlaps(onScreen(part, viewport), corner)))
  return ways.find(isClear) ?? within(all, room, {})
}

/** The beginning of a drawing, large enough to be read; all of it where it fits so. */
export function openingViewport(parts: readonly Rect[], first: Rect | undefined, room: Size): Viewport {
  const corner = wholeViewport(parts, room).zoom >= opening ? around(parts) : (first ?? around(parts))
  return { x: margin - (corner?.x ?? 0), y: margin + bar - (corner?.y ?? 0), zoom: opening }
}

/** Something in the middle; of what is larger than the room, its beginning. */
export function centredOn({ x, y, width, height }: Rect, room: Size, zoom: number): Viewport {
  const middle = {
    x: x + Math.min(width, (room.width - 2 * margin) / zoom) / 2,
    y: y + Math.min(height, (room.height - 2 * margin - bar) / zoom) / 2,
  }
  return { x: room.width / 2 - middle.x * zoom, y: (room.height + bar) / 2 - middle.y * zoom, zoom }
}

/** Whether somebody sees what something is: the beginning of a large sheet is enough. */
export function isSeen(rect: Rect, viewport: Viewport, room: Size): boolean {
  const { x, y, width, height } = onScreen(rect, viewport)
  return x >= 0 && y >= 0 && x + Math.min(width, 200) <= room.width && y + Math.min(height, 120) <= room.height
}

/** Whether anything of a drawing is seen. */
export function isAnySeen(parts: readonly Rect[], viewport: Viewport, room: Size): boolean {
  return parts.some((part) => overlaps(onScreen(part, viewport), { x: 0, y: 0, ...room }))
}

/** Whether all of a drawing is seen. */
export function isWholeSeen(parts: readonly Rect[], viewport: Viewport, room: Size): boolean {
  return parts.every((part) => {
    const shown = onScreen(part, viewport)
    return shown.x >= 0 && shown.y >= 0 && right(shown) <= room.width && bottom(shown) <= room.height
  })
}

export const isSameViewport = (one: Viewport, other: Viewport): boolean =>
  Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1 && Math.abs(one.zoom - other.zoom) < 0.001

/** All of it in the middle of what is not taken. */
function within(all: Rect, room: Size, { left = 0, right = 0, bottom = 0 }: { [side in Side]?: number }): Viewport {
  const free = {
    width: Math.max(1, room.width - 2 * margin - left - right),
    height: Math.max(1, room.height - 2 * margin - bar - bottom),
  }
  const zoom = Math.max(farthest, Math.min(opening, free.width / all.width, free.height / all.height))
  return {
    x: margin + left + (free.width - all.width * zoom) / 2 - all.x * zoom,
    y: margin + bar + (free.height - all.height * zoom) / 2 - all.y * zoom,
    zoom,
  }
}

function onScreen({ x, y, width, height }: Rect, { zoom, ...corner }: Viewport): Rect {
  return moved({ x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom }, corner)
}
