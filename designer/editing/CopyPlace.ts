import type { DraftDocument } from '../model/document.ts'
import type { Layout } from './layout.ts'

/** What has been done to a draft and not been saved yet, kept in the browser. */
export interface LocalCopy {
  /** the revision of the server's that it was done to */
  revision: number
  /** the published version that the draft began from */
  basedOn: number | null
  document: DraftDocument
  layout: Layout
  /** marks of what was sent and never answered: any of it may be what the server has */
  unanswered: readonly string[]
}

/** Where the copy of one draft is kept. */
export interface CopyPlace {
  /** Keeps what has been done. @returns whether there was room for it */
  keep(copy: LocalCopy): boolean
  /** Forgets what has been saved. */
  drop(): void
  /** What was done here and not saved; undefined when there is nothing. */
  read(): LocalCopy | undefined
}
