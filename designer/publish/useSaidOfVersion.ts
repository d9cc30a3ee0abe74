import { useState } from 'react'
import { recordOf, stringOf } from '../model/readValue.ts'

/** What a person writes of the version: kept by the page, which may have nothing to show of the form for a while. */
export interface SaidOfVersion {
  note: string
  approver: string
}

/**
 * What is said of the version that a draft is to become. It is there again when the person comes back to the page in the same
 * tab, until the draft is published.
 */
export function useSaidOfVersion(draft: string): [SaidOfVersion, (said: SaidOfVersion) => void] {
  const key = keyOf(draft)
  const [said, setSaid] = useState(() => readSaid(sessionStorage.getItem(key)))
  return [
    said,
    (now) => {
      setSaid(now)
      sessionStorage.setItem(key, JSON.stringify(now))
    },
  ]
}

/** The draft is published: what was said of it stands with its version. */
export const forgetSaid = (draft: string): void => sessionStorage.removeItem(keyOf(draft))

const keyOf = (draft: string): string => `polku.said:${draft}`

function readSaid(kept: string | null): SaidOfVersion {
  const nothing = { note: '', approver: '' }
  if (kept === null) return nothing
  try {
    const { note, approver } = recordOf(JSON.parse(kept))
    return { note: stringOf(note) ?? '', approver: stringOf(approver) ?? '' }
  } catch {
    return nothing
  }
}
