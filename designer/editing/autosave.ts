import { api } from '../app/api.ts'
import { asDraftDocument, type DraftDocument } from '../model/document.ts'
import type { DraftStore, Finding } from './draftStore.ts'
import type { Layout } from './layout.ts'
import { dropCopy, keepCopy } from './localCopy.ts'

const waitMs = 600
const copyWaitMs = 150
const retryMs = [2_000, 5_000, 15_000]

/** A running autosave. */
export interface Autosave {
  /** Saves now what has not been saved; done when the server has it, or will not have it. */
  flush(): Promise<void>
  /** Saves what is here over what somebody else saved meanwhile. */
  keepMine(): Promise<void>
  /** Gets what somebody else saved meanwhile, in place of what is here. */
  takeTheirs(): Promise<void>
  stop(): void
}

/**
 * Saves a draft whenever it has been changed, a moment after the last change. What has not been saved is kept in the
 * browser meanwhile, and is saved when the server can be reached again; what somebody else saved first is never
 * overwritten without being asked.
 */
export function autosave(store: DraftStore): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let copyTimer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let saved: { document: DraftDocument; layout: Layout } = store.getState().now
  /** what was sent and never answered: the server may have it, and then its revision is one more than we know */
  let unanswered: Sent | undefined

  const isSaved = (): boolean => {
    const { document, layout } = store.getState().now
    return document === saved.document && layout === saved.layout
  }
  const copy = (): void => {
    copyTimer = undefined
    const { id, now, revision } = store.getState()
    if (!isSaved()) keepCopy(id, { revision, document: now.document, layout: now.layout })
  }
  const later = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }

  const unsubscribe = store.subscribe(({ now }, before) => {
    if (now.document === before.now.document && now.layout === before.now.layout) return
    copyTimer ??= setTimeout(copy, copyWaitMs)
    const { state } = store.getState().saving
    if (state === 'conflict') return
    if (state !== 'offline' && state !== 'saving') store.setState({ saving: { state: 'waiting' } })
    if (state !== 'offline') later(waitMs)
  })

  const save = (): Promise<void> => {
    clearTimeout(timer)
    running ??= send().finally(() => {
      running = undefined
      // what was done while it was being saved
      if (!isSaved() && store.getState().saving.state === 'waiting') later(waitMs)
    })
    return running
  }

  const send = async (): Promise<void> => {
    const { id, revision, saving } = store.getState()
    if (isSaved() || saving.state === 'conflict') return
    const sent = sentOf(store.getState().now)
    store.setState({ saving: { state: 'saving' } })
    try {
      const { data, error } = await api().PUT('/api/v1/drafts/{draft}', {
        params: { path: { draft: id } },
        body: { ...sent.body, revision },
      })
      failures = 0
      if (data) return done(data, sent)
      if (error.code === 'stale-revision') return await refusedAsStale(error)
      store.setState({ saving: { state: 'refused', why: error.detail ?? error.title } })
    } catch {
      unanswered = sent
      store.setState({ saving: { state: 'offline' } })
      later(retryMs[Math.min(failures, retryMs.length - 1)] ?? 15_000)
      failures += 1
    }
  }

  const done = (
    answer: { revision: number; savedAt: string; findings: readonly Finding[] },
    { document, layout }: Pick<Sent, 'document' | 'layout'>,
  ): void => {
    saved = { document, layout }
    unanswered = undefined
    const { revision, savedAt: at, findings } = answer
    // what was done while it was being saved is not
    store.setState({ revision, findings, saving: isSaved() ? { state: 'saved', at } : { state: 'waiting' } })
    if (isSaved()) dropCopy(store.getState().id)
  }

  /** Somebody has saved meanwhile: it may have been this page, when the connection broke before the answer. */
  const refusedAsStale = async (problem: unknown): Promise<void> => {
    const theirs = await fetchDraft(store.getState().id)
    if (theirs && unanswered && JSON.stringify(sentOf(theirs).body) === JSON.stringify(unanswered.body)) {
      done(theirs, unanswered)
      return isSaved() ? undefined : send()
    }
    const {
      revision = 0,
      savedAt = '',
      savedBy = '',
    } = problem as { revision?: number; savedAt?: string; savedBy?: string }
    store.setState({ saving: { state: 'conflict', conflict: { revision, savedAt, savedBy } } })
  }

  const onOnline = (): void => {
    if (store.getState().saving.state === 'offline') void save()
  }
  const onLeave = (): void => {
    if (!isSaved()) copy()
  }
  window.addEventListener('online', onOnline)
  window.addEventListener('pagehide', onLeave)

  return {
    flush: async () => {
      while (!isSaved()) {
        await save()
        const { state } = store.getState().saving
        if (state !== 'saved' && state !== 'waiting') return
      }
    },
    keepMine: async () => {
      const { saving } = store.getState()
      if (saving.state !== 'conflict') return
      store.setState({ revision: saving.conflict.revision, saving: { state: 'waiting' } })
      await save()
    },
    takeTheirs: async () => {
      const theirs = await fetchDraft(store.getState().id)
      if (!theirs) return
      saved = { document: theirs.document, layout: theirs.layout }
      store.setState({ saving: { state: 'saved', at: theirs.savedAt } })
      store.getState().takeTheirs(theirs)
      dropCopy(store.getState().id)
    },
    stop: () => {
      clearTimeout(timer)
      clearTimeout(copyTimer)
      unsubscribe()
      if (!isSaved()) {
        copy()
        void save()
      }
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', onLeave)
    },
  }
}

async function fetchDraft(draft: string) {
  const { data } = await api().GET('/api/v1/drafts/{draft}', { params: { path: { draft } } })
  return data && { ...data, document: asDraftDocument(data.document) }
}

/** What is sent of a draft, and what it was made of. */
interface Sent {
  document: DraftDocument
  layout: Layout
  body: {
    document: Record<string, unknown>
    layout: { positions: Record<string, { x: number; y: number }>; collapsed: string[] }
  }
}

function sentOf({ document, layout }: { document: DraftDocument; layout: Layout }): Sent {
  const { positions, collapsed = [] } = layout
  return {
    document,
    layout,
    body: { document: { ...document }, layout: { positions: { ...positions }, collapsed: [...collapsed] } },
  }
}
