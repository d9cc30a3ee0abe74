import { useState } from 'react'
import { recordOf, stringOf } from '../model/readValue.ts'
import { forgetInWindow, keepInWindow, keptInWindow } from '../parts/windowStore.ts'

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
  const [said, setSaid] = useState(() => readSaid(keptInWindow(key)))
  return [
    said,
    (now) => {
      setSaid(now)
      keepInWindow(key, now)
    },
  ]
}

/** The draft is published: what was said of it stands with its version. */
export const forgetSaid = (draft: string): void => forgetInWindow(keyOf(draft))

const keyOf = (draft: string): string => `polku.said:${draft}`

function readSaid(kept: unknown): SaidOfVersion {
  const { note, approver } = recordOf(kept)
  return { note: stringOf(note) ?? '', approver: stringOf(approver) ?? '' }
}
