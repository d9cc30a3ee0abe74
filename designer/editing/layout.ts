import type { Direction } from '../canvas/layout/LaidOut.ts'

/** Where a person has put states on the canvas; the layouter places the others. Kept beside the document, never in it. */
export interface Layout {
  /** by the path of the state, in pixels from the corner of the sheet it lies in */
  positions: Readonly<Record<string, { x: number; y: number }>>
  /** paths of states whose inside is folded away */
  collapsed?: readonly string[]
  /** which way the phases go, where a person has chosen: otherwise whichever lets more of them be read */
  direction?: Direction
}
