import type { Direction, LaidOut, ToLayOut } from './layout/LaidOut.ts'

/** What the worker is asked: a drawing, and the pane that it should fit into when no direction has been chosen. */
export interface Asked {
  turn: number
  drawing: Omit<ToLayOut, 'direction'> & { direction: Direction | 'auto' }
  pane: { width: number; height: number }
}

export type Answered = { turn: number; laidOut: LaidOut; direction: Direction } | { turn: number; failed: string }
