import { isRecord } from '../../engine/pathway/isRecord.ts'
import { asDraftDocument } from '../model/document.ts'
import type { CopyPlace, LocalCopy } from './CopyPlace.ts'
import type { Layout } from './layout.ts'

/** How long a window that is being left, or loaded anew, may need to be gone, in milliseconds. */
const leavingMs = 300

/** What this window has claimed: it keeps it for as long as it is there, and nobody else touches it. */
const claimed = new Set<string>()

/**
 * Where this window keeps a person's copy of a draft: whoever else signs in on the machine has their own, and so has each
 * window. A copy that was left by a window that is no more is taken over, to be read here.
 */
export async function claimCopy(person: string, draft: string): Promise<CopyPlace> {
  for (const key of await freeKeys(person, draft)) {
    const place = copyAt(key)
    if (place.read()) return place
    place.drop()
  }
  const prefix = prefixOf(person, draft)
  const own = [...claimed].find((key) => key.startsWith(prefix))
  const key = own ?? `${prefix}${crypto.randomUUID()}`
  await claim(key)
  return copyAt(key)
}

/** Forgets a person's copies of a draft that they do not want any more; those of windows that show it stay theirs. */
export async function dropCopies(person: string, draft: string): Promise<void> {
  for (const key of await freeKeys(person, draft)) copyAt(key).drop()
}

const prefixOf = (person: string, draft: string): string =>
  `polku.draft/${encodeURIComponent(person)}/${encodeURIComponent(draft)}/`

/** Where copies of a draft are kept that no other window holds; from now on this one does. Its own come first. */
async function freeKeys(person: string, draft: string): Promise<string[]> {
  const kept = keysWith(prefixOf(person, draft))
  const own = kept.filter((key) => claimed.has(key))
  const others = kept.filter((key) => !claimed.has(key))
  const isFree = await Promise.all(others.map(claim))
  return [...own, ...others.filter((_, at) => isFree[at])]
}

function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Claims a copy for this window: the browser lets go of it when the window is gone, however it went. @returns whether it could */
function claim(key: string): Promise<boolean> {
  // a browser without locks cannot tell: a copy that is offered twice is better than one that is lost
  if (claimed.has(key) || !('locks' in navigator)) return Promise.resolve(true)
  return new Promise((resolve) => {
    const held = (): Promise<never> => {
      claimed.add(key)
      resolve(true)
      return new Promise(() => undefined)
    }
    navigator.locks
      .request(key, { signal: AbortSignal.timeout(leavingMs) }, held)
      .catch((failure: unknown) => resolve(!(failure instanceof DOMException && failure.name === 'TimeoutError')))
  })
}

function copyAt(key: string): CopyPlace {
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
