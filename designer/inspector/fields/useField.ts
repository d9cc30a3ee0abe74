import { setField } from '../../editing/edits/edit.ts'
import { fieldGroup } from '../../editing/history.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { usePlace, useThingPart } from '../PlaceContext.tsx'

/** One field of the thing that a form is about. */
export interface Field {
  /** as it is written in the document; may be anything */
  value: unknown
  /** Writes it while it is being typed: one visit of the field is one step of undo. `undefined` takes it away. */
  change(value: unknown): void
  /** The visit is over. */
  settle(): void
  /** Writes it at once, as a step of its own. */
  put(value: unknown): void
}

/**
 * @param at keys below the thing, such as `['phase', 'goal']`
 * @param label what undo calls it
 */
export function useField(at: readonly (string | number)[], label: string): Field {
  const { place } = usePlace()
  const { edit, endGroup } = useEdits()
  const value = useThingPart(at)
  const path = at.join('/')
  const change = (next: unknown): void =>
    edit({ text: 'change', values: { field: label } }, setField(place, at, next), fieldGroup(place, path))
  return {
    value,
    change,
    settle: endGroup,
    put(next) {
      endGroup()
      change(next)
      endGroup()
    },
  }
}
