import type { Size } from '../drawing/Drawing.ts'
import type { Container } from './containers.ts'
import type { Point } from './geometry.ts'
import type { Inside } from './LaidOut.ts'
import { gap, paddingOf } from './spacing.ts'

/**
 * Lays out what is on at once: columns side by side with a rule between them, and under them what is no part of its own.
 * Lines between columns are routed afterwards, like those of sheets that a person has placed.
 */
export function placeColumns(
  container: Container,
  sizes: ReadonlyMap<string, Size>,
  isColumn: (child: string) => boolean,
): Inside {
  const padding = paddingOf(container)
  const at: Record<string, Point> = {}
  const rules: number[] = []
  const sizeOf = (child: string): Size => sizes.get(child) ?? { width: 0, height: 0 }
  let x = padding.side
  let lowest = padding.top
  for (const child of container.children.filter(isColumn)) {
    if (x > padding.side) {
      rules.push(x + gap / 2)
      x += gap
    }
    at[child] = { x, y: padding.top }
    x += sizeOf(child).width
    lowest = Math.max(lowest, padding.top + sizeOf(child).height)
  }
  const columnsEnd = x
  const heights = Object.fromEntries(container.children.filter(isColumn).map((child) => [child, lowest - padding.top]))
  const rest = container.children.filter((child) => !isColumn(child))
  x = padding.side
  const y = lowest + 24
  for (const child of rest) {
    at[child] = { x, y }
    x += sizeOf(child).width + gap
    lowest = Math.max(lowest, y + sizeOf(child).height)
  }
  const width = Math.max(columnsEnd, rest.length > 0 ? x - gap : 0) + padding.side
  return {
    width: Math.max(width, container.head.width),
    height: lowest + padding.bottom,
    at,
    routes: {},
    rules,
    heights,
  }
}
