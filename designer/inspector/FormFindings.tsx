import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { keyedFindings } from '../findings/keyedFindings.ts'
import { isSamePlace, type Place, pathOf, placeAt } from '../model/places.ts'
import { FindingNote } from '../parts/FindingNote.tsx'
import classes from './Inspector.module.css'

/** What verification found of a thing, and which of it the fields of its form show beside them. */
interface FormFindings {
  /** with what is left of the path below the thing */
  found: readonly { finding: Finding; rest: readonly (string | number)[] }[]
  fields: ReadonlySet<string>
  show(field: string): () => void
}

const FindingsContext = createContext<FormFindings | undefined>(undefined)

/** Hands what was found of a thing to the fields of its form. */
export function FindingsProvider({ place, children }: { place: Place; children: ReactNode }) {
  const findings = useDraft((draft) => draft.findings)
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () =>
      findings.flatMap((finding) => {
        const rest = restOf(place, finding.path)
        return rest === undefined ? [] : [{ finding, rest }]
      }),
    [findings, place],
  )
  const show = useCallback((field: string) => {
    setFields((now) => new Set(now).add(field))
    return () =>
      setFields((now) => {
        const left = new Set(now)
        left.delete(field)
        return left
      })
  }, [])
  const value = useMemo(() => ({ found, fields, show }), [found, fields, show])
  return <FindingsContext value={value}>{children}</FindingsContext>
}

/** What was found of the thing as a whole: what no field of its form is about. */
export function ThingFindings() {
  const context = useContext(FindingsContext)
  const left = context?.found.filter(({ rest }) => ![...context.fields].some((field) => isUnder(rest, field))) ?? []
  if (left.length === 0) return null
  return (
    <div className={classes.findings}>
      {keyedFindings(left.map(({ finding }) => finding)).map(({ key, one }) => (
        <FindingNote key={key} finding={one} />
      ))}
    </div>
  )
}

/** What was found of one field, or of what lies in it. */
export function FieldFindings({ at }: { at: readonly (string | number)[] }) {
  const context = useContext(FindingsContext)
  const show = context?.show
  const field = at.join('/')
  useEffect(() => show?.(field), [show, field])
  const mine = context?.found.filter(({ rest }) => isUnder(rest, field)) ?? []
  return keyedFindings(mine.map(({ finding }) => finding)).map(({ key, one }) => (
    <FindingNote key={key} finding={one} />
  ))
}

const isUnder = (rest: readonly (string | number)[], field: string): boolean => {
  const path = rest.join('/')
  return path === field || path.startsWith(`${field}/`)
}

/** What is left of a finding's path below a thing; undefined for a finding of something else. */
function restOf(place: Place, path: readonly (string | number)[]): (string | number)[] | undefined {
  if (!isSamePlace(placeAt(path), place)) return undefined
  const base = pathOf(place)
  if (place.kind !== 'transition') return path.slice(base.length)
  // a transition that is the only one of its event may stand without an index
  const rest = path.slice(base.length - 1)
  return typeof rest[0] === 'number' ? rest.slice(1) : rest
}
