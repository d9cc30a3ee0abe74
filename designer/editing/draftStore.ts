import { createStore, type StoreApi } from 'zustand/vanilla'
import type { components } from '../../api/client/schema.d.ts'
import type { Refused } from '../app/Refused.ts'
import type { DraftDocument } from '../model/document.ts'
import { isSamePlace, openedIn, type Place } from '../model/places.ts'
import type { Unread } from '../model/readDraft.ts'
import { choose, type Edit } from './edits/edit.ts'
import { type Editable, type EditName, emptyHistory, endGroup, type History, redo, remember, undo } from './history.ts'
import type { Layout } from './layout.ts'

export type Finding = components['schemas']['Finding']

/** Whose save came first, when a draft could not be saved over it. */
export interface Conflict {
  revision: number
  savedAt: string
  savedBy: string
}

/** How what is on the screen stands to what the server has. */
export type Saving =
  | { state: 'saved'; at: string }
  | { state: 'waiting' | 'saving' }
  /** the server cannot be reached, or answers (`isBusy`) and does not do it now; what was done is kept on this machine */
  | { state: 'offline'; isBusy: boolean }
  /** nobody is signed in any more; what was done is kept on this machine */
  | { state: 'signedOut' }
  /** the server will not have it: too large, no right any more */
  | { state: 'refused'; failure: Refused }
  | { state: 'conflict'; conflict: Conflict }
  /** the draft has been deleted or published elsewhere: there is nothing to save to */
  | { state: 'gone' }

/** A draft that is open: what is drawn, what was done to it, and how it stands to the server's. */
export interface DraftEditing {
  readonly id: string
  /** the published version it began from */
  readonly basedOn: number | null
  now: Editable
  history: History
  /** the revision that the server has of it, as far as is known here */
  revision: number
  saving: Saving
  /** what is not saved is not kept on this machine either: the browser had no room for it */
  isOnlyHere: boolean
  /** what verification found in what was saved last */
  findings: readonly Finding[]
  /** what that was: findings are told of it, and say the same while more is being written */
  foundIn: DraftDocument
  /** what of the server's draft could not be read: told, for it is left out when the draft is saved */
  unread: Unread | undefined
  /** Does an edit: one step of undo, or part of the last one where both are of one group. */
  edit(name: EditName, edit: Edit, group?: string): void
  /** What comes next is a step of its own. */
  endGroup(): void
  undo(): void
  redo(): void
  select(place: Place): void
  /** Takes up what somebody else saved, in place of what is here; it can be taken back. */
  takeTheirs(theirs: Pick<OpenedDraft, 'document' | 'unread' | 'layout' | 'revision' | 'findings'>): void
}

export type DraftStore = StoreApi<DraftEditing>

/** What a draft is opened with. */
export interface OpenedDraft {
  id: string
  basedOn: number | null
  document: DraftDocument
  unread?: Unread | undefined
  layout: Layout
  revision: number
  savedAt: string
  findings: readonly Finding[]
}

/** Opens a draft for editing. Everything that changes it goes through `edit`: that is what undo takes back. */
export function createDraftStore(draft: OpenedDraft): DraftStore {
  const { id, basedOn, document, unread, layout, revision, savedAt, findings } = draft
  return createStore<DraftEditing>()((set, get) => ({
    id,
    basedOn,
    now: { document, layout, selection: { kind: 'pathway' } },
    history: emptyHistory,
    revision,
    saving: { state: 'saved', at: savedAt },
    isOnlyHere: false,
    findings,
    foundIn: document,
    unread,
    edit(name, edit, group) {
      const { now, history } = get()
      const after = edit(now)
      if (after.document === now.document && after.layout === now.layout) {
        if (!isSamePlace(after.selection, now.selection)) set({ now: after })
        return
      }
      set({ now: after, history: remember(history, { name, before: now, after, group }) })
    },
    endGroup() {
      set(({ history }) => ({ history: endGroup(history) }))
    },
    undo() {
      set(({ history }) => undo(history) ?? {})
    },
    redo() {
      set(({ history }) => redo(history) ?? {})
    },
    select(place) {
      const { now } = get()
      if (!isSamePlace(place, now.selection) || openedIn(place) !== openedIn(now.selection))
        set(({ history }) => ({ now: choose(place)(now), history: endGroup(history) }))
    },
    takeTheirs({ document, unread, layout, revision, findings }) {
      get().edit({ text: 'takeTheirs' }, ({ selection }) => ({ document, layout, selection }))
      set({ revision, findings, foundIn: document, unread })
    },
  }))
}
