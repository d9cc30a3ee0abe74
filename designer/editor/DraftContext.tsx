import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { oncePerDocument } from '../../engine/pathway/words/oncePerDocument.ts'
import type { Autosave } from '../editing/autosave.ts'
import type { DraftEditing, DraftStore } from '../editing/draftStore.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'
import { type PathwayModel, readPathway } from '../model/readPathway.ts'

/** The draft that a page has open. */
export interface OpenDraft {
  store: DraftStore
  saving: Autosave
}

export const DraftContext = createContext<OpenDraft | undefined>(undefined)

/** The draft that is open here. */
export function useOpenDraft(): OpenDraft {
  const open = useContext(DraftContext)
  if (!open) throw new Error('no draft is open here')
  return open
}

/** A part of the open draft; drawn anew when that part changes. */
export function useDraft<T>(select: (draft: DraftEditing) => T): T {
  return useStore(useOpenDraft().store, select)
}

/** What can be done to the open draft. Never changes, so that using it draws nothing anew. */
export function useEdits(): Pick<DraftEditing, 'edit' | 'endGroup' | 'undo' | 'redo' | 'select'> {
  const { store } = useOpenDraft()
  return useMemo(() => {
    const { edit, endGroup, undo, redo, select } = store.getState()
    return { edit, endGroup, undo, redo, select }
  }, [store])
}

/** The open draft as it is drawn. */
export function useModel(): PathwayModel {
  return modelOf(useDraft(({ now }) => now.document))
}

/** A document as it is drawn: read once for all who draw it. */
export const modelOf: (document: DraftDocument) => PathwayModel = oncePerDocument(readPathway)

/** What is chosen. */
export const useSelection = (): Place => useDraft(({ now }) => now.selection)
