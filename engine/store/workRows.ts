/**
 * The part of the `Store` port that keeps the day's work: contacts, substitutes, what people have looked at, lists. Rows are
 * plain data; instants are epoch milliseconds.
 */

/** A talk, meeting, visit, attempt or note about a client; never changed, only marked as entered in error. */
export interface ContactRow {
  id: string
  client: string
  journey: string | null
  /** whose writer's organisation it is: a confidential one opens for nobody else */
  organisation: string
  kind: string
  /** null for a note */
  channel: string | null
  outcome: string | null
  minutes: number | null
  class: 'ordinary' | 'confidential'
  occurredAt: number
  recordedAt: number
  recordedBy: string
  /** place, who was present, the words: sealed under the client's key */
  sealed: Uint8Array
  /** the task of the journey in which what was agreed next has become work */
  task: number | null
  /** the contact that this one corrects */
  replaces: string | null
  errorAt: number | null
  errorBy: string | null
  /** why it was entered in error: sealed under the client's key */
  errorSealed: Uint8Array | null
}

export interface ContactFilter {
  client?: string
  journey?: string
  /** leaves out confidential ones of other organisations */
  organisation: string
  /** also those that were entered in error */
  withErrors: boolean
  limit: number
  /** return contacts after this one, newest first */
  after?: { occurredAt: number; id: string }
}

/** Who stands in for whom, both days included (local dates). */
export interface SubstituteRow {
  id: string
  user: string
  substitute: string
  fromDate: string
  untilDate: string
  createdAt: number
  createdBy: string
}

export interface SubstituteFilter {
  user?: string
  substitute?: string
  /** those that hold on this local date */
  on?: string
}

/** What a person has seen of a journey, and since when it is new to them. */
export interface LookRow {
  user: string
  journey: string
  client: string
  /** the last journal entry seen; 0 before the first look */
  revision: number
  /** null before the first look */
  lookedAt: number | null
  /** since when it is new to the person; null when it never was */
  newSince: number | null
}

/** A worklist with filters and an order, under a name. */
export interface SavedListRow {
  id: string
  owner: string
  name: string
  /** list, filters and order, as JSON */
  content: string
  sharedKind: 'team' | 'organisation' | null
  sharedWith: string | null
  savedAt: number
}

/** Which entries of a worklist there are. */
export interface WorklistScope {
  list: WorklistName
  /** who asks: what is new to them and what has changed since they looked */
  me: string
  /** whose work: journeys they answer for, tasks they have; null for everybody's */
  users: readonly string[] | null
  /** and that of these teams */
  teams: readonly string[]
  /** case roles whose tasks are one's own; null for all */
  roles: readonly string[] | null
  /** whose confidential contacts may be seen */
  organisation: string
  /** the local date */
  today: string
  pathway?: string
  /** the person who answers for the journey */
  responsible?: string
  /** the case role that a task waits for */
  role?: string
  /** only journeys that stand in one of these places */
  places?: readonly JourneyPlace[]
}

/** Where a journey stands: `value` is its configuration as JSON, word for word as it is stored. */
export interface JourneyPlace {
  pathway: string
  version: number
  value: string
}

export type WorklistName =
  | 'mine'
  | 'team'
  | 'overdue'
  | 'dueToday'
  | 'waiting'
  | 'newToMe'
  | 'changedSinceLastLooked'
  | 'forgotten'

/** Where a worklist goes on. */
export interface WorklistPlace {
  key: string
  journey: string
  task: number
  why: string
}

export interface WorklistFilter extends WorklistScope {
  sort: 'lateness' | 'due' | 'since'
  limit: number
  /** return entries after this one */
  after?: WorklistPlace
}

/** A line of a worklist by identity, with why it stands there and since when (epoch milliseconds). */
export interface WorklistEntry extends WorklistPlace {
  client: string
  /** the revision of the journey */
  revision: number
  /** of what is known of the client; null when the client has been erased */
  clientRevision: number | null
  since: number
  dueDate: string | null
  lateness: 'overdue' | 'dueToday' | null
}

export interface WorkReads {
  contact(id: string): Promise<ContactRow | undefined>
  /** newest `occurredAt` first */
  contacts(filter: ContactFilter): Promise<ContactRow[]>
  /** the contact that corrects another one */
  correctionOf(contact: string): Promise<string | undefined>
  substitute(id: string): Promise<SubstituteRow | undefined>
  /** by user, then from the earliest day on */
  substitutes(filter: SubstituteFilter): Promise<SubstituteRow[]>
  /** ids of the live journeys that a person answers for, in id order */
  caseload(user: string, limit: number): Promise<string[]>
  /** of a client's journeys, ended ones too: id and revision */
  journeysOf(client: string): Promise<{ id: string; revision: number }[]>
  savedList(id: string): Promise<SavedListRow | undefined>
  /** a person's own, and those shared with their teams and organisation, by name */
  savedLists(viewer: { user: string; teams: string[]; organisation: string }): Promise<SavedListRow[]>
}

export interface WorkWrites {
  insertContact(row: ContactRow): Promise<void>
  /** the first time counts */
  markContactInError(contact: string, error: { at: number; by: string; sealed: Uint8Array | null }): Promise<void>
  insertSubstitute(row: SubstituteRow): Promise<void>
  deleteSubstitute(id: string): Promise<void>
  /** it is new to a person from now on; `again`: also when they have looked at it before */
  markNew(look: Pick<LookRow, 'user' | 'journey' | 'client'> & { at: number; again: boolean }): Promise<void>
  markLooked(look: Pick<LookRow, 'user' | 'journey' | 'client' | 'revision'> & { at: number }): Promise<void>
  insertSavedList(row: SavedListRow): Promise<void>
  /** all but its owner */
  updateSavedList(row: SavedListRow): Promise<void>
  deleteSavedList(id: string): Promise<void>
}
