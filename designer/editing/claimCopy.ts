import { asDraftDocument } from '../model/document.ts'
import { isRecord } from '../model/readValue.ts'
import type { CopyPlace, LocalCopy } from './CopyPlace.ts'
import type { Layout } from './layout.ts'

/** Where this browser keeps a person's copy of a draft: whoever else signs in on the machine has their own. */
export function localCopy(person: string, draft: string): CopyPlace {
  const key = `polku.draft.${encodeURIComponent(person)}.${encodeURIComponent(draft)}`
  return {
    keep: (copy) => {
      try {
        localStorage.setItem(key, JSON.stringify(copy))
        return true
      } catch {
        return false
      }
    },
    drop: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // nothing was kept there
      }
    },
    read: () => {
      try {
        const kept = localStorage.getItem(key)
        return kept === null ? undefined : readCopy(JSON.parse(kept))
      } catch {
        return undefined
      }
    },
  }
}

/** What was kept, made whole enough to be drawn; undefined for what is no copy. */
function readCopy(kept: unknown): LocalCopy | undefined {
  if (!isRecord(kept) || !isRecord(kept.document) || typeof kept.revision !== 'number') return undefined
  const { revision, basedOn, document, layout, unanswered } = kept
  return {
    revision,
    basedOn: typeof basedOn === 'number' ? basedOn : null,
    document: asDraftDocument(document),
    layout: isRecord(layout) && isRecord(layout.positions) ? (layout as unknown as Layout) : { positions: {} },
    unanswered: Array.isArray(unanswered) ? unanswered.filter((mark) => typeof mark === 'string') : [],
  }
}
