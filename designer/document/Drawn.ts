import type { Drawing } from '../canvas/drawing/Drawing.ts'
import type { LaidOut } from '../canvas/layout/LaidOut.ts'

/** A drawing with everything at its place. */
export interface Drawn {
  drawing: Drawing
  laidOut: LaidOut
}
