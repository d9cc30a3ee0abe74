import { createContext, useContext } from 'react'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'
import type { FactValue, Point, Step } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

/** A walk at one of its points: what is shown of it, and what can be done there. */
export interface Walking {
  document: DraftDocument
  words: WalkWords
  point: Point
  /** the last point, where steps can be taken; earlier ones are only looked at */
  isNow: boolean
  take(step: Step): void
  /** Shows a place of the pathway where it is drawn. */
  choose?: ((place: Place) => void) | undefined
  /** facts that are being written down, and what is written so far */
  writing: ReadonlyMap<string, FactValue | undefined>
  write(facts: ReadonlyMap<string, FactValue | undefined>): void
  /** Opens the fields of facts that are needed, and goes to the first. */
  recordFirst(names: readonly string[]): void
}

export const WalkContext = createContext<Walking | undefined>(undefined)

/** The walk that is shown here. */
export function useWalking(): Walking {
  const walking = useContext(WalkContext)
  if (!walking) throw new Error('no walk is shown here')
  return walking
}
