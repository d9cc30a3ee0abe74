import type { ReactNode } from 'react'
import { useEdits } from '../editor/DraftContext.tsx'
import { type Place, placeKey } from '../model/places.ts'
import { UnstyledButton } from './fields/controls.ts'
import classes from './fields/fields.module.css'
import { useReader } from './fields/useReader.ts'
import { thingName } from './thingName.ts'

/** Leads to the form of another thing. */
export function PlaceLink({ place, children }: { place: Place; children?: ReactNode }) {
  const { document, language } = useReader()
  const { select } = useEdits()
  return (
    <UnstyledButton
      className={classes.link}
      data-place={placeKey(place)}
      onClick={() => {
        select(place)
        focusInspector()
      }}
    >
      {children ?? thingName(document, place, language)}
    </UnstyledButton>
  )
}

/** Puts the focus on the form as a whole, once it shows what was chosen. */
export function focusInspector(): void {
  requestAnimationFrame(() => window.document.getElementById('inspector')?.focus())
}
