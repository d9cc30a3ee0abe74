import type { CopyPlace } from './CopyPlace.ts'
import { draftBody, markOf } from './draftBody.ts'
import type { DraftServer, Failure, ServedDraft } from './draftServer.ts'
import type { DraftEditing, DraftStore, Saving } from './draftStore.ts'
import type { Editable } from './history.ts'

const waitMs = 600
const copyWaitMs = 150
const retryMs = [2_000, 5_000, 15_000]

/** When things are done: a browser's clock and the moments of its page, or those of a test. */
export interface Times {
  /** Does something after a while. @returns what calls it off */
  after(ms: number, act: () => void): () => void
  /** Does something when the server may be reached again. @returns what ends that */
  whenBack(act: () => void): () => void
  /** Does what may move things on the screen: at once, or when no hand is on them any more. */
  whenHandsOff(act: () => void): void
  /** @param leave keeps what is not saved; false where it could not, and would be lost. @returns what ends that */
  whenLeft(leave: () => boolean): () => void
}

/** What an autosave works with. */
export interface AutosaveParts {
  server: DraftServer
  copies: CopyPlace
  times: Times
  /** the id of who is editing: what the server has may be of their own saving */
  person: string
  /** marks of what was sent before the draft was opened, and never answered */
  unanswered?: readonly string[]
}

/** A running autosave. */
export interface Autosave {
  /** Saves now what has not been saved. @returns whether the server has all of it; where not, `saving` tells why */
  flush(): Promise<boolean>
  /** Saves what is here over what somebody else saved meanwhile. */
  keepMine(): Promise<void>
  /** Gets what somebody else saved meanwhile, in place of what is here. @returns false when it could not be fetched */
  takeTheirs(): Promise<boolean>
  /** What is here need not be saved any more: it was saved elsewhere, or is not wanted. */
  letGo(): void
  /** Ends it, saving once more what is not saved. Done when that has been answered. */
  stop(): Promise<void>
}

/**
 * Saves a draft whenever it has been changed, a moment after the last change. What has not been saved is kept in the
 * browser meanwhile, and is saved when the server can be reached again; what somebody else saved first is never
 * overwritten without being asked.
 */
export function autosave(store: DraftStore, parts: AutosaveParts): Autosave {
  const { server, copies, times, person } = parts
  let saveSoon: (() => void) | undefined
  let copySoon: (() => void) | undefined
  let running: Promise<void> | undefined
  let isStopped = false
  let failures = 0
  /** what the server has, as far as is known; undefined when it has nothing */
  let saved: Drawn | undefined = store.getState().now
  let savedAt = savedAtOf(store.getState().saving)
  /** what was sent and is not answered: the server may have it, under a revision that is not known here */
  let unanswered = parts.unanswered ?? []
  /** what is told as soon as it moves nothing that is being pressed */
  let toTell: Pick<DraftEditing, 'findings' | 'foundIn'> | undefined

  const isSaved = (): boolean => unanswered.length === 0 && saved !== undefined && isSame(store.getState().now, saved)
  const say = (saving: Saving): void => {
    // nobody is told what is so already, at every letter
    if (!isSaid(saving, store.getState().saving)) store.setState({ saving })
  }
  const callOff = (): void => {
    saveSoon?.()
    copySoon?.()
    saveSoon = undefined
    copySoon = undefined
  }
  /** @returns whether what is here is safe */
  const copy = (): boolean => {
    copySoon?.()
    copySoon = undefined
    if (isSaved()) return true
    const { now, revision, basedOn, isOnlyHere } = store.getState()
    const { document, layout } = now
    const isKept = copies.keep({ revision, basedOn, document, layout, unanswered })
    if (isOnlyHere === isKept) store.setState({ isOnlyHere: !isKept })
    return isKept
  }
  const later = (ms: number): void => {
    saveSoon?.()
    saveSoon = isStopped ? undefined : times.after(ms, () => void save())
  }
  /** Nothing of what is here is missing from the server. */
  const settle = (): void => {
    callOff()
    copies.drop()
    store.setState({ isOnlyHere: false, saving: { state: 'saved', at: savedAt } })
  }

  const unsubscribe = store.subscribe(({ now }, before) => {
    if (isSame(now, before.now)) return
    // what was done has been taken back
    if (isSaved()) return settle()
    copySoon ??= times.after(copyWaitMs, copy)
    const { state } = store.getState().saving
    if (state !== 'saved' && state !== 'waiting' && state !== 'refused') return
    say({ state: 'waiting' })
    later(waitMs)
  })

  const save = (): Promise<void> => {
    saveSoon?.()
    saveSoon = undefined
    running ??= send().finally(() => {
      running = undefined
      // what was done while it was being saved
      if (store.getState().saving.state === 'waiting') later(waitMs)
    })
    return running
  }

  const send = async (): Promise<void> => {
    const { id, revision, saving, now } = store.getState()
    if (isSaved() || saving.state === 'conflict' || saving.state === 'gone') return
    const body = draftBody(now)
    const mark = markOf(body)
    const before = unanswered
    if (!before.includes(mark)) unanswered = [...before, mark]
    // whoever opens the draft again knows then what may have arrived
    copy()
    // while it is tried again, what is said stays
    if (saving.state !== 'offline' && saving.state !== 'signedOut') say({ state: 'saving' })
    const answer = await server.save(id, body, revision)
    switch (answer.kind) {
      case 'saved':
        return adopt(answer.draft, now)
      case 'stale':
        unanswered = before
        return refusedAsStale()
      case 'unreachable':
        if (answer.isUndone) unanswered = before
        return failed(answer)
      case 'signedOut':
        unanswered = before
        return failed(answer)
      case 'refused':
        unanswered = before
        // what was done meanwhile may be what the server will have
        return isSame(store.getState().now, now) ? failed(answer) : say({ state: 'waiting' })
    }
  }

  /** Takes up that the server has something of ours. @param ours the part of the store's that it is, where it is known */
  const adopt = ({ revision, savedAt: at, findings, document, layout }: ServedDraft, ours?: Editable): void => {
    failures = 0
    unanswered = []
    saved = ours ?? { document, layout }
    savedAt = at
    store.setState({ revision })
    tell({ findings, foundIn: saved.document })
    if (isSaved()) settle()
    else say({ state: 'waiting' })
  }

  /** A finding stands above what it is about: a button would be pressed where it was, and not where it is by then. */
  const tell = (found: NonNullable<typeof toTell>): void => {
    toTell = found
    times.whenHandsOff(() => {
      if (toTell === found) store.setState(found)
    })
  }

  const failed = (failure: Failure): void => {
    copy()
    switch (failure.kind) {
      case 'signedOut':
        say({ state: 'signedOut' })
        break
      case 'refused':
        say({ state: 'refused', failure: failure.failure })
        break
      case 'unreachable': {
        const wait = retryMs[Math.min(failures, retryMs.length - 1)] ?? 0
        failures += 1
        say({ state: 'offline', isBusy: failure.isBusy })
        later(Math.max(wait, failure.retryAfterMs ?? 0))
      }
    }
  }

  /** Somebody has saved meanwhile: it may have been this person, when the connection broke before the answer. */
  const refusedAsStale = async (): Promise<void> => {
    const answer = await server.read(store.getState().id)
    if (answer.kind === 'gone') return becomeGone()
    if (answer.kind !== 'found') return failed(answer)
    const { draft } = answer
    const { now } = store.getState()
    const theirs = markOf(draftBody(draft))
    if (theirs === markOf(draftBody(now))) return adopt(draft, now)
    if (draft.savedBy === person && unanswered.includes(theirs)) return adopt(draft)
    unanswered = []
    saved = draft
    const { revision, savedAt: at, savedBy } = draft
    say({ state: 'conflict', conflict: { revision, savedAt: at, savedBy } })
    copy()
  }

  const becomeGone = (): void => {
    saved = undefined
    unanswered = []
    say({ state: 'gone' })
    copy()
  }

  const stopWaiting = times.whenBack(() => {
    const { saving } = store.getState()
    if (saving.state === 'signedOut' || (saving.state === 'offline' && !saving.isBusy)) void save()
  })
  const stopWatching = times.whenLeft(copy)

  const flush = async (): Promise<boolean> => {
    while (!isSaved()) {
      await save()
      const { state } = store.getState().saving
      if (state !== 'saved' && state !== 'waiting') return false
    }
    return true
  }

  return {
    flush,
    keepMine: async () => {
      const { saving } = store.getState()
      if (saving.state !== 'conflict') return
      store.setState({ revision: saving.conflict.revision, saving: { state: 'waiting' } })
      await save()
    },
    takeTheirs: async () => {
      const answer = await server.read(store.getState().id)
      if (answer.kind === 'gone') becomeGone()
      if (answer.kind !== 'found') return answer.kind === 'gone'
      const { draft } = answer
      unanswered = []
      saved = draft
      savedAt = draft.savedAt
      say({ state: 'waiting' })
      toTell = undefined
      store.getState().takeTheirs(draft)
      return true
    },
    letGo: () => {
      callOff()
      saved = store.getState().now
      unanswered = []
      copies.drop()
    },
    stop: async () => {
      isStopped = true
      callOff()
      unsubscribe()
      stopWaiting()
      stopWatching()
      if (isSaved()) return
      copy()
      await flush()
    },
  }
}

type Drawn = Pick<Editable, 'document' | 'layout'>
const isSame = (one: Drawn, other: Drawn): boolean => one.document === other.document && one.layout === other.layout

/** Whether two say the same of what has nothing to it but its name. */
const isSaid = (one: Saving, other: Saving): boolean => one.state === other.state && Object.keys(one).length === 1

const savedAtOf = (saving: Saving): string => (saving.state === 'saved' ? saving.at : '')
