import type { DraftDocument } from '../model/document.ts'
import type { Layout } from './layout.ts'

/** What has been done to a draft and not been saved yet, kept in the browser. */
export interface LocalCopy {
  /** the revision of the server's that it was done to */
  revision: number
  document: DraftDocument
  layout: Layout
}

const keyOf = (draft: string): string => `polku.draft.${draft}`

/** Keeps what has been done, for when the page is left before the server has it. Without room for it nothing is kept. */
export function keepCopy(draft: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(copy))
  } catch {
    // a browser without storage, or a full one: the server's copy is the only one then
  }
}

/** Forgets what has been saved. */
export function dropCopy(draft: string): void {
  try {
    localStorage.removeItem(keyOf(draft))
  } catch {
    // nothing was kept there
  }
}

/** What was done here and not saved; undefined when there is nothing. */
export function readCopy(draft: string): LocalCopy | undefined {
  try {
    const kept = localStorage.getItem(keyOf(draft))
    return kept === null ? undefined : (JSON.parse(kept) as LocalCopy)
  } catch {
    return undefined
  }
}
