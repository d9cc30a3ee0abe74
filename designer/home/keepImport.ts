import type { ImportNote } from './ImportNote.ts'

/** What became of a file of which a draft was made. */
export interface KeptImport {
  /** the file's name */
  file: string
  notes: readonly ImportNote[]
}

const keyOf = (draft: string): string => `polku.import.${draft}`

/** Keeps in this window what an import had to say, until the draft's reader has gone through it. */
export function keepImport(draft: string, kept: KeptImport): void {
  try {
    sessionStorage.setItem(keyOf(draft), JSON.stringify(kept))
  } catch {
    // a browser without storage has nothing to show
  }
}

/** What the import of a draft had to say; undefined where there is nothing, or it has been put away. */
export function keptImport(draft: string): KeptImport | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(draft))
    return kept === null ? undefined : (JSON.parse(kept) as KeptImport)
  } catch {
    return undefined
  }
}

/** Puts away what the import of a draft had to say. */
export function forgetImport(draft: string): void {
  try {
    sessionStorage.removeItem(keyOf(draft))
  } catch {
    // nothing was kept either
  }
}
