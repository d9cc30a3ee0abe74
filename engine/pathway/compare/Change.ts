import type { Language } from '../words/index.ts'

/** What of a pathway a change is about. */
export type SubjectType =
  | 'pathway'
  | 'fact'
  | 'criterion'
  | 'role'
  | 'parameter'
  | 'task'
  | 'exit'
  | 'suspension'
  | 'state'
  | 'phase'
  | 'transition'
  | 'followUp'
  | 'module'

/** One difference between two documents. */
export interface Change {
  /** `moved`: a state to another parent, a transition among the candidates of its event, regions among each other */
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed'
  subject: {
    type: SubjectType
    /** JSON pointer into the later document; of what was removed, into the earlier one */
    path: string
    /** JSON pointer into the earlier document, of what both have */
    earlierPath?: string
    /** what it is called in each language */
    label: Readonly<Record<Language, string>>
  }
  /** which key of it, with dots inside: `label.sv`, `when` */
  field?: string
  /** a state that a field names is its path in the later document, after `#` */
  before?: unknown
  after?: unknown
  /** whether it can change what happens to a client, only what people read, or only how tools show it */
  impact: 'behaviour' | 'words' | 'layout'
}
