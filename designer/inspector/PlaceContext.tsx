import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useDraft } from '../editor/DraftContext.tsx'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'
import { recordOf, valueAt } from '../model/readValue.ts'
import { thingAt, transitionAt } from '../model/thingAt.ts'

/** What a form is about. */
interface FormPlace {
  place: Place
  /** Does what gives the thing another place (another key, another turn), and keeps its form open as it is. */
  asSame(act: () => void): void
}

const PlaceContext = createContext<FormPlace | undefined>(undefined)

/** Says which thing the fields inside are about. */
export function PlaceProvider({ place, asSame, children }: FormPlace & { children: ReactNode }) {
  const value = useMemo(() => ({ place, asSame }), [place, asSame])
  return <PlaceContext value={value}>{children}</PlaceContext>
}

export function usePlace(): FormPlace {
  const found = useContext(PlaceContext)
  if (!found) throw new Error('no thing is being shown here')
  return found
}

/** The thing that the form is about, as it is written; what it does not have is undefined. */
export function useThing(): Record<string, unknown> {
  const { place } = usePlace()
  return useDraft(({ now }) => thingIn(now.document, place))
}

/** What of the thing lies behind keys; drawn anew only when that changes. */
export function useThingPart(at: readonly (string | number)[]): unknown {
  const { place } = usePlace()
  return useDraft(({ now }) => valueAt(thingIn(now.document, place), at))
}

const nothing: Record<string, unknown> = {}
const wholes = new WeakMap<object, Record<string, unknown>>()

function thingIn(document: DraftDocument, place: Place): Record<string, unknown> {
  const found = thingAt(document, place)
  if (typeof found !== 'string') return found === undefined ? nothing : recordOf(found)
  // a transition in its short form is only its target
  const whole = place.kind === 'transition' ? transitionAt(document, place) : undefined
  const known = wholes.get(document)
  if (known && known.target === whole?.target) return known
  const made: Record<string, unknown> = { ...whole }
  wholes.set(document, made)
  return made
}
