import { around } from './geometry.ts'
import type { Direction, LaidOut } from './LaidOut.ts'

/** At this size the texts of a drawing can still be told apart. */
const readable = 0.6

/** Lays a drawing out from left to right, or downwards where more of it can then be read at once. */
export async function bestDirection(
  lay: (direction: Direction) => Promise<LaidOut | undefined>,
  pane: { width: number; height: number },
): Promise<{ laidOut: LaidOut; direction: Direction } | undefined> {
  const across = await lay('right')
  if (!across) return undefined
  if (scaleIn(across, pane) >= readable) return { laidOut: across, direction: 'right' }
  const down = await lay('down')
  if (!down) return undefined
  return scaleIn(down, pane) > scaleIn(across, pane)
    ? { laidOut: down, direction: 'down' }
    : { laidOut: across, direction: 'right' }
}

/** How much a drawing has to be made smaller to fit into a pane. */
function scaleIn({ sheets }: LaidOut, pane: { width: number; height: number }): number {
  const all = around(Object.values(sheets))
  return all ? Math.min(1, pane.width / all.width, pane.height / all.height) : 1
}
