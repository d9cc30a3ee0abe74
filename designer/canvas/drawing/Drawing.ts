import type { Place } from '../../model/places.ts'
import type { TransitionPlace } from '../../model/thingAt.ts'

/** What kind of a sheet something is drawn on. */
export type SheetKind = 'pathway' | 'phase' | 'state' | 'region' | 'end' | 'history'

/** Signs that stand before a text on the drawing; each text says the same in words. */
export type Sign =
  | 'clock'
  | 'box'
  | 'module'
  | 'stays'
  | 'lost'
  | 'wrong'
  | 'end'
  | 'history'
  | 'exit'
  | 'spark'
  | 'folded'

/** A line of a sheet below its title, broken to fit. */
export interface SheetRow {
  sign: Sign
  lines: readonly string[]
  /** what is chosen by pressing it */
  place: Place
  isAmber: boolean
}

/** A state as a sheet of paper: its texts, and how large they are. Where it stands is not said here. */
export interface Sheet {
  /** the path of the state; `wholePathway` for what holds everywhere */
  id: string
  place: Place
  kind: SheetKind
  /** the sheet that it lies in; `''` is the drawing itself */
  container: string
  title: readonly string[]
  rows: readonly SheetRow[]
  isInitial: boolean
  /** its states are drawn inside it */
  isOpen: boolean
  /** its states are on at once */
  isParallel: boolean
  isFolded: boolean
  /** of title and rows, in pixels */
  head: Size
}

export interface Size {
  width: number
  height: number
}

/** A criterion on a line; hollow where a person may go against it. */
export interface Pill {
  lines: readonly string[]
  isOverridable: boolean
}

/** A transition as a line between two sheets, and what stands on it. */
export interface Line {
  /** `placeKey` of its place; a line of a transition with several targets has the target behind it */
  id: string
  place: TransitionPlace
  source: string
  target: string
  name: readonly string[]
  /** what drives it when no person does */
  itself: { sign: 'clock' | 'spark'; lines: readonly string[] } | undefined
  pills: readonly Pill[]
  /** what it is drawn on, to be seen around what stands on it */
  ground: 'paper' | 'sheet'
  /** of all that stands on it, in pixels */
  label: Size
}

/** A pathway as it is drawn, in the document's order, before anything has a place. */
export interface Drawing {
  sheets: readonly Sheet[]
  lines: readonly Line[]
}

/** The sheet of what holds wherever a journey is. No state can be called that. */
export const wholePathway = '@'

/** The state that a sheet shows; the pathway for the sheet of what holds everywhere. */
export const stateOfSheet = (sheet: string): string => (sheet === wholePathway ? '' : sheet)

/** Sizes that all who draw share, in pixels. */
export const measures = {
  padding: 12,
  titleLine: 20,
  titleSize: 15,
  textLine: 18,
  textSize: 13,
  /** with a line of text, as high as a target must be */
  rowGap: 6,
  signWidth: 22,
  textWidth: 232,
  labelWidth: 184,
  pillPadding: 8,
  pillGap: 4,
} as const
