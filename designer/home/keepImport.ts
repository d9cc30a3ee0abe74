import { forgetInWindow, keepInWindow, keptInWindow } from '../parts/windowStore.ts'
import type { ImportNote } from './ImportNote.ts'

/** What became of a file of which a draft was made. */
export interface KeptImport {
  /** the file's name */
  file: string
  notes: readonly ImportNote[]
}

const keyOf = (draft: string): string => `polku.import.${draft}`

/** Keeps in this window what an import had to say, until the draft's reader has gone through it. */
export const keepImport = (draft: string, kept: KeptImport): void => keepInWindow(keyOf(draft), kept)

/** What the import of a draft had to say; undefined where there is nothing, or it has been put away. */
export const keptImport = (draft: string): KeptImport | undefined =>
  keptInWindow(keyOf(draft)) as KeptImport | undefined

/** Puts away what the import of a draft had to say. */
export const forgetImport = (draft: string): void => forgetInWindow(keyOf(draft))
