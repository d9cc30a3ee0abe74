import type { PolkuClient } from '../../api/client/createClient.ts'
import { isProblem, type Refused, refusalOf } from '../app/Refused.ts'
import type { DraftDocument } from '../model/document.ts'
import { readDraft, type Unread } from '../model/readDraft.ts'
import type { DraftBody } from './draftBody.ts'
import type { Finding } from './draftStore.ts'
import type { Layout } from './layout.ts'

/** A draft as the server has it. */
export interface ServedDraft {
  revision: number
  savedAt: string
  savedBy: string
  document: DraftDocument
  unread: Unread | undefined
  layout: Layout
  findings: readonly Finding[]
}

/** What kept the server from doing what it was asked. */
export type Failure =
  /** nobody is signed in any more */
  | { kind: 'signedOut' }
  /** the server will not do it, however often it is asked */
  | { kind: 'refused'; failure: Refused }
  | {
      kind: 'unreachable'
      /** something answered, only not with what was asked for: asking later may do */
      isBusy: boolean
      /** nothing was done: what was sent can be forgotten */
      isUndone: boolean
      /** how long the server asks to be left alone */
      retryAfterMs?: number
    }

/** What became of sending a draft. Stale: the draft is not at the revision named any more, or is not there at all. */
export type SaveAnswer = { kind: 'saved'; draft: ServedDraft } | { kind: 'stale' } | Failure
export type ReadAnswer = { kind: 'found'; draft: ServedDraft } | { kind: 'gone' } | Failure

/** Where drafts are saved. What goes wrong is an answer; nothing is thrown. */
export interface DraftServer {
  save(draft: string, body: DraftBody, revision: number): Promise<SaveAnswer>
  read(draft: string): Promise<ReadAnswer>
}

/** A request that has not been answered in this time never will be. */
const patienceMs = 30_000

/** Drafts over the API. @param api the client to ask with, now */
export function draftServer(api: () => PolkuClient): DraftServer {
  return {
    save: async (draft, body, revision) => {
      const signal = AbortSignal.timeout(patienceMs)
      try {
        const { data, error, response } = await api().PUT('/api/v1/drafts/{draft}', {
          params: { path: { draft } },
          body: { ...body, revision },
          signal,
        })
        if (data) return { kind: 'saved', draft: served(data) }
        if (isProblem(error) && error.code === 'stale-revision') return { kind: 'stale' }
        return failureOf(error, response)
      } catch {
        return unheard
      }
    },
    read: async (draft) => {
      const signal = AbortSignal.timeout(patienceMs)
      try {
        const { data, error, response } = await api().GET('/api/v1/drafts/{draft}', {
          params: { path: { draft } },
          signal,
        })
        if (data) return { kind: 'found', draft: served(data) }
        if (isProblem(error) && error.code === 'not-found') return { kind: 'gone' }
        return failureOf(error, response)
      } catch {
        return unheard
      }
    },
  }
}

/** Nothing came back, or nothing that can be read. */
const unheard = { kind: 'unreachable', isBusy: false, isUndone: false } as const

/** What is not refused may be done later: a page that something on the way has put in its place says only that it is not reached. */
function failureOf(error: unknown, response: Response): Failure {
  const { status, headers } = response
  if (status === 401) return { kind: 'signedOut' }
  const failure = refusalOf(error, response)
  if (failure && status < 500 && status !== 429) return { kind: 'refused', failure }
  const seconds = Number(headers.get('Retry-After'))
  return {
    kind: 'unreachable',
    isBusy: true,
    isUndone: status === 429,
    ...(seconds > 0 && { retryAfterMs: seconds * 1000 }),
  }
}

function served(draft: Omit<ServedDraft, 'document' | 'unread'> & { document: Record<string, unknown> }): ServedDraft {
  const { revision, savedAt, savedBy, layout } = draft
  const read = readDraft(draft.document)
  // whoever has only just begun knows that much is missing: one thing is to be done
  const isBegun = Object.keys(read.document.states).length > 0
  const findings = isBegun ? draft.findings : draft.findings.filter(({ severity }) => severity === 'error')
  return { revision, savedAt, savedBy, layout, findings, ...read }
}
