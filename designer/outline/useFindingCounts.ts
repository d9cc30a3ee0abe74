import { useMemo } from 'react'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { findingsAt } from '../findings/findingsByPlace.ts'
import { isWithin, placeAt, placeKey } from '../model/places.ts'
import type { Row } from './outlineRows.ts'

/** How many things were found. */
export interface FindingCounts {
  errors: number
  warnings: number
}

/** How many things were found about a row, with what is closed inside it. */
export function useFindingCounts(): (row: Row) => FindingCounts {
  const findings = useDraft((draft) => draft.findings)
  return useMemo(() => {
    const placed = findings.map((finding) => ({ finding, place: placeAt(finding.path) }))
    return ({ isOpen, isExpandable, place, state, list }) => {
      if (isOpen || !isExpandable) return counted(place ? findingsAt(findings, placeKey(place)) : [])
      const inside = placed.filter(({ place: at }) =>
        state !== undefined ? 'state' in at && isWithin(at.state, state) : at.kind === list,
      )
      return counted(inside.map(({ finding }) => finding))
    }
  }, [findings])
}

function counted(found: readonly Finding[]): FindingCounts {
  const errors = found.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: found.length - errors }
}
