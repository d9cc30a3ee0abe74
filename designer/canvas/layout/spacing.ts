import type { Container } from './containers.ts'
import type { Rect } from './geometry.ts'

/** Between sheets that stand beside each other, in pixels. */
export const gap = 40

/** What is left free inside a sheet around those that lie in it: more where lines go in and out. */
export function paddingOf({ id, head, leavings, isParallel }: Container): {
  top: number
  side: number
  bottom: number
} {
  if (id === '') return { top: 0, side: 0, bottom: 0 }
  const lines = Math.min(8, leavings.length)
  return { top: head.height + (isParallel || lines > 0 ? 20 : 12), side: 20 + 8 * lines, bottom: lines > 0 ? 28 : 20 }
}

/** Where the title and the rows of a sheet stand, without the margins in which lines may go by. */
export function headOf(sheet: Rect, head: { width: number; height: number }): Rect {
  return { x: sheet.x + 10, y: sheet.y, width: Math.min(head.width, sheet.width) - 20, height: head.height }
}
