import { Refused } from '../../../../designer/app/Refused.ts'
import type { Times } from '../../../../designer/editing/autosave.ts'
import type { CopyPlace, LocalCopy } from '../../../../designer/editing/CopyPlace.ts'
import { draftBody, markOf } from '../../../../designer/editing/draftBody.ts'
import type { DraftServer, SaveAnswer, ServedDraft } from '../../../../designer/editing/draftServer.ts'
import { setField } from '../../../../designer/editing/edits/edit.ts'
import { type OpenDraft, openDraft } from '../../../../designer/editing/openDraft.ts'
import { asDraftDocument } from '../../../../designer/model/document.ts'
import { readDraft } from '../../../../designer/model/readDraft.ts'
import { openPolku, type Polku, PolkuProblem } from '../../../../engine/index.ts'

const draft = 'luonnos'
const pathway = { kind: 'pathway' } as const

/** What becomes of a request on its way. */
export type Fate = 'arrives' | 'lost' | 'unanswered' | 'busy' | 'tooMany' | 'signedOut' | 'refused'

/** A draft that Mari edits over a connection on which anything may happen, and that somebody else may edit too. */
export interface EditedDraft {
  open: OpenDraft
  /** false when there was nothing to open again: the draft had been deleted */
  isOpen: boolean
  type(title: string): void
  /** Lets time pass, with what is to be done in it. */
  pass(ms: number): Promise<void>
  /** Something becomes of the request that has waited longest. @returns false when there is none */
  answer(fate: Fate): Promise<boolean>
  /** Answers whatever is asked, for as long as there is something. */
  answerAll(fate?: Fate): Promise<void>
  /** The connection is back, or Mari is. */
  back(): Promise<void>
  /** Mari presses something, until she lifts her hand. */
  press(): void
  lift(): void
  /**
   * The page is closed; what is under way arrives or does not. It is opened again, where the draft is still there.
   * @param isCrash nobody told the page that it would be closed
   */
  reopen(fate: 'lost' | 'unanswered', isCrash?: boolean): Promise<void>
  otherSaves(title: string): Promise<void>
  otherDeletes(): Promise<void>
  /** The title that the server has; undefined when the draft is gone. */
  served(): Promise<ServedDraft | undefined>
  copy(): LocalCopy | undefined
  /** There is no room for a copy from now on. */
  fill(): void
  /** Whether what Mari sees is on the server, or kept on her machine. */
  isSafe(): boolean
  /** Saves of others that were overwritten although nobody decided so. */
  overwritten: string[]
  close(): Promise<void>
}

/** Opens a draft called "Alku" on a Polku in memory. */
export async function editDraft(): Promise<EditedDraft> {
  const polku = await openPolku({ database: ':memory:' })
  const first = { id: draft, title: { fi: 'Alku' }, states: {} }
  await polku.pathways.saveDraft(draft, { document: first, by: { user: 'mari' } })
  const server = serverOf(polku)
  const moments = virtualTimes()
  const copies = copyInMemory()
  const overwritten: string[] = []
  const pending: ((fate: Fate, isHeard?: boolean) => Promise<void>)[] = []
  const onWire = async <T>(fate: Fate, act: () => Promise<T>) => {
    switch (fate) {
      case 'arrives':
        return act()
      case 'unanswered':
        await act()
        return { kind: 'unreachable', isBusy: false, isUndone: false } as const
      case 'lost':
        return { kind: 'unreachable', isBusy: false, isUndone: false } as const
      case 'busy':
        return { kind: 'unreachable', isBusy: true, isUndone: false } as const
      case 'tooMany':
        return { kind: 'unreachable', isBusy: true, isUndone: true, retryAfterMs: 20_000 } as const
      case 'signedOut':
        return { kind: 'signedOut' } as const
      case 'refused':
        return { kind: 'refused', failure: tooLarge } as const
    }
  }
  const waiting = <T>(act: () => Promise<T>) =>
    new Promise<Awaited<ReturnType<typeof onWire<T>>>>((resolve) => {
      pending.push(async (fate, isHeard = true) => {
        const answer = await onWire(fate, act)
        if (isHeard) resolve(answer)
        await turn()
      })
    })
  const wired: DraftServer = {
    save: (id, body, revision) =>
      waiting(async (): Promise<SaveAnswer> => {
        const before = await server.read(id)
        const answer = await server.save(id, body, revision)
        const isTheirs = before.kind === 'found' && before.draft.savedBy !== 'mari'
        if (answer.kind === 'saved' && isTheirs && !decided.has(before.draft.revision))
          overwritten.push(before.draft.document.title.fi)
        if (answer.kind === 'saved') had = new Set([markOf(body)])
        return answer
      }),
    read: (id) =>
      waiting(async () => {
        const answer = await server.read(id)
        if (isTaking && answer.kind === 'found') decided.add(answer.draft.revision)
        return answer
      }),
  }
  /** revisions of others that Mari has seen, or decided about */
  const decided = new Set<number>()
  let isTaking = false
  /** marks of what the server has had since Mari saved last: what others overwrote, they saw */
  let had = new Set([markOf(draftBody({ document: asDraftDocument(first), layout: { positions: {} } }))])
  const served = async () => {
    const answer = await server.read(draft)
    return answer.kind === 'found' ? answer.draft : undefined
  }
  const opened = async (): Promise<OpenDraft> => {
    const found = await served()
    if (!found) throw new Error('the draft is gone')
    const { savedBy: _by, ...rest } = found
    const open = openDraft(
      { id: draft, basedOn: null, ...rest },
      { server: wired, copies, times: moments.times, person: 'mari' },
    )
    // she sees it as it is; what was done here to an older one is asked about
    if (!open.isRestored) decided.add(found.revision)
    const { keepMine, takeTheirs } = open.saving
    return {
      ...open,
      saving: {
        ...open.saving,
        keepMine: async () => {
          const { saving } = open.store.getState()
          if (saving.state === 'conflict') decided.add(saving.conflict.revision)
          await keepMine()
        },
        takeTheirs: async () => {
          isTaking = true
          const isTaken = await takeTheirs()
          isTaking = false
          return isTaken
        },
      },
    }
  }
  const edited: EditedDraft = {
    open: await opened(),
    isOpen: true,
    type: (title) => {
      edited.open.store.getState().edit({ text: 'change' }, setField(pathway, ['title', 'fi'], title), 'title')
    },
    pass: async (ms) => {
      moments.pass(ms)
      await turn()
    },
    answer: async (fate) => {
      const oldest = pending.shift()
      await oldest?.(fate)
      return oldest !== undefined
    },
    answerAll: async (fate = 'arrives') => {
      await turn()
      while (await edited.answer(fate));
    },
    back: async () => {
      moments.back()
      await turn()
    },
    press: moments.press,
    lift: moments.lift,
    reopen: async (fate, isCrash = false) => {
      if (!isCrash) moments.leave()
      for (const one of pending.splice(0)) await one(fate, false)
      moments.clear()
      edited.isOpen = (await served()) !== undefined
      if (edited.isOpen) edited.open = await opened()
    },
    otherSaves: async (title) => {
      const now = await served()
      if (!now) return
      const document = { ...now.document, title: { fi: title } }
      await polku.pathways.saveDraft(draft, { document, revision: now.revision, by: { user: 'aino' } })
      had.add(markOf(draftBody({ document, layout: now.layout })))
    },
    otherDeletes: async () => {
      if (await served()) await polku.pathways.deleteDraft(draft)
    },
    served,
    copy: copies.read,
    fill: copies.fill,
    isSafe: () => {
      moments.leave()
      const { now } = edited.open.store.getState()
      const seen = markOf(draftBody(now))
      const kept = copies.read()
      return had.has(seen) || (kept !== undefined && markOf(draftBody(kept)) === seen)
    },
    overwritten,
    close: () => polku.close(),
  }
  return edited
}

/** What has been begun is done. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const tooLarge = new Refused({
  type: '/problems/body-too-large',
  instance: '/api/v1/drafts/luonnos',
  requestId: 'a',
  code: 'body-too-large',
  title: 'Pyyntö on liian suuri',
  detail: 'The body is too large.',
  status: 413,
})

/** Drafts of a Polku in this process, saved as Mari. */
function serverOf(polku: Polku): DraftServer {
  const viewed = (found: Awaited<ReturnType<Polku['pathways']['draft']>>): ServedDraft => ({
    ...found,
    ...readDraft(found.document),
  })
  return {
    save: async (id, body, revision) => {
      try {
        const saved = await polku.pathways.saveDraft(id, { ...body, revision, by: { user: 'mari' } })
        return { kind: 'saved', draft: viewed(saved) }
      } catch (problem) {
        if (problem instanceof PolkuProblem && problem.code === 'stale-revision') return { kind: 'stale' }
        throw problem
      }
    },
    read: async (id) => {
      try {
        return { kind: 'found', draft: viewed(await polku.pathways.draft(id)) }
      } catch (problem) {
        if (problem instanceof PolkuProblem && problem.code === 'not-found') return { kind: 'gone' }
        throw problem
      }
    },
  }
}

function copyInMemory(): CopyPlace & { fill(): void } {
  let kept: string | undefined
  let isFull = false
  return {
    keep: (copy) => {
      if (!isFull) kept = JSON.stringify(copy)
      return !isFull
    },
    drop: () => {
      kept = undefined
    },
    read: () => (kept === undefined ? undefined : (JSON.parse(kept) as LocalCopy)),
    fill: () => {
      isFull = true
    },
  }
}

/** Time that passes when a test says so, and the moments of a page. */
function virtualTimes() {
  let now = 0
  let isPressed = false
  let held: (() => void)[] = []
  let timers: { at: number; act: () => void }[] = []
  const backs = new Set<() => void>()
  const leaves = new Set<() => boolean>()
  const added = <T>(all: Set<T>, one: T): (() => void) => {
    all.add(one)
    return () => all.delete(one)
  }
  return {
    times: {
      after: (ms, act) => {
        const timer = { at: now + ms, act }
        timers.push(timer)
        return () => {
          timers = timers.filter((one) => one !== timer)
        }
      },
      whenBack: (act) => added(backs, act),
      whenHandsOff: (act) => {
        if (isPressed) held.push(act)
        else act()
      },
      whenLeft: (leave) => added(leaves, leave),
    } satisfies Times,
    press: () => {
      isPressed = true
    },
    lift: () => {
      isPressed = false
      const acts = held
      held = []
      for (const act of acts) act()
    },
    pass: (ms: number) => {
      const until = now + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)
        if (!next) break
        now = next.at
        timers = timers.filter((one) => one !== next)
        next.act()
      }
      now = until
    },
    back: () => {
      for (const act of [...backs]) act()
    },
    leave: () => [...leaves].map((leave) => leave()).every(Boolean),
    clear: () => {
      timers = []
      backs.clear()
      leaves.clear()
    },
  }
}
