import { bottom, type Meeting, type Point, type Rect, right, type Side } from './geometry.ts'

/** So far apart do lines meet the side of a sheet, in pixels. */
export const apart = 12

/**
 * Where a line meets a side of a sheet: as near to where it is wanted as it can, and beside the lines that meet it there.
 * @param wanted y for the left and right side, else x
 * @param routes those whose ends are to be kept free
 * @param room how far apart they should be, where the side is long enough
 */
export function meetingOn(
  rect: Rect,
  side: Side,
  wanted: number,
  routes: readonly (readonly Point[])[],
  room = apart,
): Meeting {
  const isUpright = side === 'left' || side === 'right'
  const low = (isUpright ? rect.y : rect.x) + 10
  const high = (isUpright ? bottom(rect) : right(rect)) - 10
  const across = side === 'left' ? rect.x : side === 'right' ? right(rect) : side === 'top' ? rect.y : bottom(rect)
  const used = routes
    .flatMap((route) => [route[0], route.at(-1)])
    .filter((end) => end !== undefined && Math.abs((isUpright ? end.x : end.y) - across) < 0.5)
    .map((end) => (isUpright ? (end?.y ?? 0) : (end?.x ?? 0)))
  const middle = Math.min(high, Math.max(low, wanted))
  const steps = Array.from({ length: Math.floor((high - low) / apart) + 1 }, (_, step) => step * apart)
  const found = [...new Set([room, apart])]
    .flatMap((distance) => {
      const isFree = (at: number): boolean => used.every((one) => Math.abs(one - at) >= distance - 2)
      return steps
        .flatMap((step) => [middle + step, middle - step])
        .filter((at) => at >= low && at <= high && isFree(at))
    })
    .at(0)
  const at = found ?? middle
  return isUpright ? { x: across, y: at, side } : { x: at, y: across, side }
}

/** The side of a sheet on whose border a point lies. */
export function sideOf(rect: Rect, { x, y }: Point): Side {
  const distances: [Side, number][] = [
    ['left', Math.abs(x - rect.x)],
    ['right', Math.abs(x - right(rect))],
    ['top', Math.abs(y - rect.y)],
    ['bottom', Math.abs(y - bottom(rect))],
  ]
  return distances.reduce((best, one) => (one[1] < best[1] ? one : best))[0]
}
