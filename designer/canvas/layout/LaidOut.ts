import type { Line, Sheet, Size } from '../drawing/Drawing.ts'
import type { Point, Rect } from './geometry.ts'

/** What the layouter is told of a drawing: sizes and what is joined to what. */
export interface ToLayOut {
  sheets: readonly Pick<Sheet, 'id' | 'container' | 'head' | 'isOpen' | 'isParallel' | 'kind'>[]
  lines: readonly Pick<Line, 'id' | 'source' | 'target' | 'label'>[]
  /** where a person has put sheets: from the corner of the sheet that they lie in */
  positions: Readonly<Record<string, Point>>
  direction: Direction
}

/** Which way the outermost sheets go; those inside a sheet always go down, as a text does. */
export type Direction = 'right' | 'down'

/** A line as it goes, from its source to its target. */
export interface Route {
  points: readonly Point[]
  /** where its label stands */
  label: Rect | undefined
}

/** Where everything is, in pixels from the corner of the drawing. */
export interface LaidOut {
  sheets: Readonly<Record<string, Rect>>
  routes: Readonly<Record<string, Route>>
  /** between the columns of a parallel sheet: where the dashed rules stand */
  rules: Readonly<Record<string, readonly number[]>>
}

/** What lies in one sheet, from its corner. */
export interface Inside extends Size {
  at: Readonly<Record<string, Point>>
  routes: Readonly<Record<string, Route>>
  rules: readonly number[]
  /** of sheets that are drawn higher than what lies in them: columns are all as high as the highest */
  heights: Readonly<Record<string, number>>
}
