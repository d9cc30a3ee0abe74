import type { Finding } from '../pathway/finding.ts'
import type { Parameters } from '../pathway/parameters.ts'
import { type Text, textSchema } from '../pathway/values.ts'
import type { DraftRow } from '../store/pathwayRows.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import type { Context } from './context.ts'
import {
  type CheckDraftInput,
  checkDraftSchema,
  type Layout,
  type PublishInput,
  type SaveDraftInput,
  saveDraftSchema,
} from './designSchemas.ts'
import { emptyLayout, layoutOf } from './layout.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { datesToCome, type Published, publish } from './publish.ts'
import { requireRevision } from './staleRevision.ts'
import { read, write } from './transact.ts'
import { findingsOf } from './verifyAmong.ts'
import { iso } from './view.ts'
import { carryScenarios } from './walks/carryScenarios.ts'
import type { ScenarioResult } from './walks/compareWalk.ts'
import type { PlayWalk } from './walks/createWalkPlayer.ts'
import { prepareWalk } from './walks/prepareWalk.ts'
import { runScenarios } from './walks/runScenarios.ts'

/** A draft as lists show it. */
export interface DraftSummary {
  id: string
  pathway: string
  /** null when the document has none yet that could be shown */
  title: Text | null
  revision: number
  savedAt: string
  savedBy: string
  /** the published version that it began from */
  basedOn: number | null
}

export interface DraftView extends DraftSummary {
  layout: Layout
  document: Record<string, unknown>
  findings: Finding[]
}

export interface DraftCheck {
  findings: Finding[]
  /** how the scenarios of the pathway fare on it; none when it has errors */
  scenarios: ScenarioResult[]
  /** no finding is an error; scenarios that it breaks need only be acknowledged */
  isPublishable: boolean
}

/** Commands and questions about drafts: what the designer edits. */
export interface Drafts {
  /**
   * Keeps a draft, whatever state it is in; a new one without `revision`. When its pathway has another id than before,
   * the scenarios go with it.
   * @throws PolkuProblem `stale-revision` with who has saved it when, when the draft is not at the revision named
   */
  saveDraft(id: string, input: SaveDraftInput): Promise<DraftView>
  draft(id: string): Promise<DraftView>
  drafts(pathway?: string): Promise<DraftSummary[]>
  /** @throws PolkuProblem `stale-revision` when the draft is not at the revision named */
  deleteDraft(id: string, options?: { revision?: number }): Promise<void>
  /**
   * What publishing a draft would find, and which scenarios of its pathway it would break. Nothing is kept.
   * @param signal that nobody wants it any more
   * @throws PolkuProblem `too-many-walks`; what the signal says
   */
  checkDraft(id: string, options?: CheckDraftInput, signal?: AbortSignal): Promise<DraftCheck>
  /** Publishes a draft and deletes it. When it is the latest version already nothing is published, and it stays. */
  publishDraft(id: string, options: Omit<PublishInput, 'document'> & { revision: number }): Promise<Published>
}

export function draftCommands(context: Context, play: PlayWalk): Drafts {
  const { store } = context
  return {
    saveDraft: (id, input) => saveDraft(context, id, input),

    draft: async (id) => viewDraft(context, await read(context, (tx) => draftRow(tx, id))),

    drafts: (pathway) => store.read(async (tx) => (await tx.drafts(pathway)).map((row) => summary(row))),

    deleteDraft: async (id, { revision } = {}) => {
      await write(context, async (tx) => {
        const row = await draftRow(tx, id)
        if (revision !== undefined) requireRevision('draft', row, revision)
        await tx.deleteDraft(id)
      })
    },

    checkDraft: async (id, options = {}, signal) => {
      const { parameters = {}, startsOn } = parse(checkDraftSchema, options)
      datesToCome(context, startsOn)
      const row = await read(context, (tx) => draftRow(tx, id))
      const chosen = { parameters: parameters as Parameters, ...(startsOn !== undefined && { startsOn }) }
      const { findings, playable } = await prepareWalk(context, JSON.parse(row.document), chosen)
      const scenarios = playable ? await runScenarios(context, play, playable.version.pathway, playable, signal) : []
      return { findings, scenarios, isPublishable: playable !== undefined }
    },

    publishDraft: async (id, { revision, ...options }) => {
      const row = await read(context, (tx) => draftRow(tx, id))
      requireRevision('draft', row, revision)
      const published = await publish(context, play, JSON.parse(row.document), options, row.layout)
      // where things are drawn would be lost with the draft
      if (!published.isNew) return published
      // what somebody has saved meanwhile is not what was published, and stays
      await write(context, async (tx) => {
        if ((await tx.draft(id))?.revision === revision) await tx.deleteDraft(id)
      })
      return published
    },
  }
}

async function saveDraft(context: Context, id: string, input: SaveDraftInput): Promise<DraftView> {
  const { document, by, revision, layout, basedOn } = parse(saveDraftSchema, input)
  const pathway = typeof document.id === 'string' ? document.id.slice(0, 64) : ''
  const text = JSON.stringify(document)
  const savedAt = context.clock.now().getTime()
  const row = await write(context, async (tx: WriteTx): Promise<DraftRow> => {
    const before = await tx.draft(id)
    if (before) requireRevision('draft', before, revision)
    const saved: DraftRow = {
      id,
      pathway,
      document: text,
      revision: (revision ?? 0) + 1,
      savedAt,
      savedBy: by.user,
      layout: JSON.stringify(layout ?? (before ? layoutOf(before) : emptyLayout)),
      basedOn: basedOn === undefined ? (before?.basedOn ?? null) : basedOn,
    }
    if (before) await carryScenarios(tx, id, { from: before.pathway, to: pathway })
    await (revision === undefined ? tx.insertDraft(saved) : tx.updateDraft(saved))
    return saved
  })
  return viewDraft(context, row)
}

function summary(row: DraftRow, document: unknown = JSON.parse(row.document)): DraftSummary {
  const { id, pathway, revision, savedAt, savedBy, basedOn } = row
  return { id, pathway, title: titleOf(document), revision, savedAt: iso(savedAt), savedBy, basedOn }
}

function titleOf(document: unknown): Text | null {
  const title = typeof document === 'object' && document !== null ? Reflect.get(document, 'title') : undefined
  return textSchema.safeParse(title).data ?? null
}

async function viewDraft(context: Context, row: DraftRow): Promise<DraftView> {
  const document = JSON.parse(row.document) as Record<string, unknown>
  return {
    ...summary(row, document),
    layout: layoutOf(row),
    document,
    findings: await findingsOf(context, document),
  }
}

/** @throws PolkuProblem `not-found` */
async function draftRow(tx: ReadTx, id: string): Promise<DraftRow> {
  const row = await tx.draft(id)
  if (!row) throw new PolkuProblem('not-found', `There is no draft "${id}".`)
  return row
}
