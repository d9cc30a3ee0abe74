import type { Drawing } from './drawing/Drawing.ts'
import type { Direction, LaidOut, ToLayOut } from './layout/LaidOut.ts'

/** What the worker is asked: a drawing, and the pane that it should fit into when no direction has been chosen. */
export interface Asked {
  turn: number
  drawing: Omit<ToLayOut, 'direction'> & { direction: Direction | 'auto' }
  pane: { width: number; height: number }
}

/** What of a drawing says where everything goes: its words do not. */
export function shapesOf({ sheets, lines }: Drawing): Pick<ToLayOut, 'sheets' | 'lines'> {
  return {
    sheets: sheets.map(({ id, container, head, isOpen, isParallel, kind }) => ({
      id,
      container,
      head,
      isOpen,
      isParallel,
      kind,
    })),
    lines: lines.map(({ id, source, target, label }) => ({ id, source, target, label })),
  }
}

export type Answered = { turn: number; laidOut: LaidOut; direction: Direction } | { turn: number; failed: string }
