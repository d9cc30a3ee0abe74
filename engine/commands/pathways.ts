import { canonicalJson } from '../journey/canonicalJson.ts'
import type { PathwayDocument, Text } from '../pathway/document.ts'
import type { Finding } from '../pathway/finding.ts'
import type { Parameters } from '../pathway/parameters.ts'
import { verifyDocument } from '../pathway/verify/index.ts'
import type { DraftRow, ReadTx, VersionRow, WriteTx } from '../store/store.ts'
import { amongPublished } from './amongPublished.ts'
import { type Context, documentOf, forgetPathway } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { type PublishInput, publishSchema, type SaveDraftInput, saveDraftSchema } from './schemas.ts'
import { write } from './transact.ts'
import { iso } from './view.ts'

export interface VersionView {
  pathway: string
  version: number
  title: Text
  publishedAt: string
  publishedBy: string
  document: PathwayDocument
  parameters: Parameters
}

export interface DraftView {
  id: string
  pathway: string
  revision: number
  savedAt: string
  savedBy: string
  document: Record<string, unknown>
  findings: Finding[]
}

export interface Published {
  pathway: string
  version: number
  /** false when this very document is the latest version already */
  isNew: boolean
  findings: Finding[]
}

/** Commands and questions about pathways: what administrators design. */
export interface Pathways {
  /** What is wrong with a document, by itself and beside the pathways that are published, whatever it is given. */
  verify(document: unknown, parameters?: PublishInput['parameters']): Promise<Finding[]>
  /** Makes a document the next version of its pathway. @throws PolkuProblem `invalid-pathway` with the findings */
  publish(document: unknown, options: Omit<PublishInput, 'document'>): Promise<Published>
  /** The latest version of each pathway. */
  list(): Promise<Omit<VersionView, 'document' | 'parameters'>[]>
  get(pathway: string, version?: number): Promise<VersionView>
  versions(pathway: string): Promise<Omit<VersionView, 'document' | 'parameters'>[]>
  /** Keeps a draft, whatever state it is in; a new one without `revision`. */
  saveDraft(id: string, input: SaveDraftInput): Promise<DraftView>
  draft(id: string): Promise<DraftView>
  drafts(pathway?: string): Promise<Omit<DraftView, 'document' | 'findings'>[]>
  /** @throws PolkuProblem `stale-revision` when the draft is not at the revision named */
  deleteDraft(id: string, options?: { revision?: number }): Promise<void>
  /** Publishes a draft and deletes it. */
  publishDraft(id: string, options: Omit<PublishInput, 'document'> & { revision: number }): Promise<Published>
}

export function pathwayCommands(context: Context): Pathways {
  const { store } = context
  return {
    verify: (document, parameters) => findingsOf(context, document, parameters as Parameters),

    publish: (document, options) => publish(context, document, options),

    list: () => store.read(async (tx) => (await tx.latestVersions()).map(summary)),

    get: (pathway, version) =>
      store.read(async (tx) => {
        const row = version === undefined ? await tx.latestVersion(pathway) : await tx.version(pathway, version)
        if (!row)
          throw new PolkuProblem(
            'not-found',
            `There is no pathway "${pathway}"${version === undefined ? '' : ` in version ${version}`}.`,
          )
        return { ...summary(row), document: documentOf(row), parameters: JSON.parse(row.parameters) as Parameters }
      }),

    versions: (pathway) =>
      store.read(async (tx) => {
        const rows = await tx.versions(pathway)
        if (rows.length === 0) throw new PolkuProblem('not-found', `There is no pathway "${pathway}".`)
        return rows.map(summary)
      }),

    saveDraft: async (id, input) => {
      const { document, by, revision } = parse(saveDraftSchema, input)
      const pathway = typeof document.id === 'string' ? document.id.slice(0, 64) : ''
      const row: DraftRow = {
        id,
        pathway,
        document: JSON.stringify(document),
        revision: (revision ?? 0) + 1,
        savedAt: context.clock.now().getTime(),
        savedBy: by.user,
      }
      await write(context, (tx) => (revision === undefined ? tx.insertDraft(row) : tx.updateDraft(row)))
      return viewDraft(context, row)
    },

    draft: async (id) => viewDraft(context, await store.read((tx) => draftRow(tx, id))),

    drafts: (pathway) =>
      store.read(async (tx) =>
        (await tx.drafts(pathway)).map(({ id, pathway: of, revision, savedAt, savedBy }) => ({
          id,
          pathway: of,
          revision,
          savedAt: iso(savedAt),
          savedBy,
        })),
      ),

    deleteDraft: async (id, { revision } = {}) => {
      await write(context, async (tx) => {
        const row = await draftRow(tx, id)
        if (revision !== undefined) requireRevision(row, revision)
        await tx.deleteDraft(id)
      })
    },

    publishDraft: async (id, { revision, ...options }) => {
      const row = await store.read((tx) => draftRow(tx, id))
      requireRevision(row, revision)
      const published = await publish(context, JSON.parse(row.document), options)
      // what somebody has saved meanwhile is not what was published, and stays
      await write(context, async (tx) => {
        if ((await tx.draft(id))?.revision === revision) await tx.deleteDraft(id)
      })
      return published
    },
  }
}

function requireRevision(row: DraftRow, revision: number): void {
  if (row.revision === revision) return
  throw new PolkuProblem('stale-revision', `The draft is at revision ${row.revision}, not ${revision}. Look again.`, {
    revision: row.revision,
  })
}

async function publish(context: Context, input: unknown, options: Omit<PublishInput, 'document'>): Promise<Published> {
  const { by, parameters = {} } = parse(publishSchema, { document: input, ...options })
  const chosen = parameters as Parameters
  const verified = verifyDocument(input, { parameters: chosen })
  const { document } = verified
  if (!document || verified.findings.some(isError)) {
    throw notPublishable((await context.store.read((tx) => amongPublished(tx, verified))).findings)
  }
  const work = async (tx: WriteTx): Promise<Published> => {
    const { bound, findings } = await amongPublished(tx, verified)
    const row = { document: JSON.stringify(bound), parameters: canonicalJson(chosen) }
    const latest = await tx.latestVersion(document.id)
    if (latest?.document === row.document && latest.parameters === row.parameters) {
      return { pathway: document.id, version: latest.version, isNew: false, findings }
    }
    if (findings.some(isError)) throw notPublishable(findings)
    const version = (latest?.version ?? 0) + 1
    const publishedAt = context.clock.now().getTime()
    forgetPathway(context.memory, document.id)
    await tx.insertVersion({ pathway: document.id, version, ...row, publishedAt, publishedBy: by.user })
    return { pathway: document.id, version, isNew: true, findings }
  }
  try {
    return await write(context, work)
  } catch (error) {
    // a start that shared the lost transaction may have compiled what was never published
    context.memory.pathways.clear()
    throw error
  }
}

const isError = ({ severity }: Finding): boolean => severity === 'error'

function notPublishable(findings: Finding[]): PolkuProblem {
  const [first] = findings.filter(isError)
  const why = first?.message ?? 'it is not a document'
  return new PolkuProblem('invalid-pathway', `The pathway cannot be published: ${why}`, { findings })
}

/** Verifies a document before the database is read: it takes longer than a read should. */
async function findingsOf({ store }: Context, document: unknown, parameters?: Parameters): Promise<Finding[]> {
  const verified = verifyDocument(document, { parameters })
  return (await store.read((tx) => amongPublished(tx, verified))).findings
}

function summary(row: VersionRow): Omit<VersionView, 'document' | 'parameters'> {
  const { pathway, version, publishedAt, publishedBy } = row
  return { pathway, version, title: documentOf(row).title, publishedAt: iso(publishedAt), publishedBy }
}

async function viewDraft(
  context: Context,
  { id, pathway, revision, savedAt, savedBy, document }: DraftRow,
): Promise<DraftView> {
  const parsed = JSON.parse(document) as Record<string, unknown>
  return {
    id,
    pathway,
    revision,
    savedAt: iso(savedAt),
    savedBy,
    document: parsed,
    findings: await findingsOf(context, parsed),
  }
}

async function draftRow(tx: ReadTx, id: string): Promise<DraftRow> {
  const row = await tx.draft(id)
  if (!row) throw new PolkuProblem('not-found', `There is no draft "${id}".`)
  return row
}
