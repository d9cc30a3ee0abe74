import type { PathwayDocument } from '../../pathway/document.ts'
import type { Finding } from '../../pathway/finding.ts'
import type { Parameters } from '../../pathway/parameters.ts'
import { verifyDocument } from '../../pathway/verify/index.ts'
import type { VersionRow } from '../../store/pathwayRows.ts'
import type { ReadTx } from '../../store/store.ts'
import { amongPublished } from '../amongPublished.ts'
import { type Context, documentOf } from '../context.ts'
import { emptyLayout } from '../layout.ts'
import { isError } from '../publishable.ts'
import { datesOf } from '../verifyAmong.ts'

/** A document as it would be published now, and the published versions that it uses as modules. */
export interface Playable {
  version: VersionRow
  modules: VersionRow[]
}

/** A document made ready to be walked through. */
export interface PreparedWalk {
  findings: Finding[]
  /** none when it has errors */
  playable: Playable | undefined
}

/** Verifies a document beside what is published, and gathers what a walk through it needs. Nothing is written. */
export async function prepareWalk(
  context: Context,
  input: unknown,
  { parameters = {}, startsOn }: { parameters?: Parameters; startsOn?: string } = {},
): Promise<PreparedWalk> {
  const verified = verifyDocument(input, { parameters })
  const dates = datesOf(context, startsOn)
  return context.store.read(async (tx) => {
    const { bound, findings } = await amongPublished(tx, verified, dates)
    if (!bound || findings.some(isError)) return { findings, playable: undefined }
    return { findings, playable: await playableOf(tx, bound, parameters) }
  })
}

/** @param bound a document without errors, each module bound to a version */
export async function playableOf(tx: ReadTx, bound: PathwayDocument, parameters: Parameters): Promise<Playable> {
  const latest = await tx.latestVersion(bound.id)
  const version: VersionRow = {
    ...{ pathway: bound.id, version: (latest?.version ?? 0) + 1, document: JSON.stringify(bound) },
    ...{ parameters: JSON.stringify(parameters), publishedAt: 0, publishedBy: '', startsOn: '' },
    ...{ note: null, approver: null, layout: JSON.stringify(emptyLayout) },
  }
  return { version, modules: await usedModules(tx, bound) }
}

/** The versions that a bound document runs as modules, and those that they run. */
export async function usedModules(tx: ReadTx, document: PathwayDocument): Promise<VersionRow[]> {
  const found = new Map<string, VersionRow>()
  const queue = [document]
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { pathway, version } of declaredModules(next)) {
      const name = `${pathway} ${version}`
      const row = version === undefined || found.has(name) ? undefined : await tx.version(pathway, version)
      if (!row) continue
      found.set(name, row)
      queue.push(documentOf(row))
    }
  }
  return [...found.values()]
}

type WithModules = Pick<PathwayDocument, 'modules'> & { states?: Record<string, WithModules> | undefined }

function declaredModules({
  modules = {},
  states = {},
}: WithModules): { pathway: string; version?: number | undefined }[] {
  return [...Object.values(modules), ...Object.values(states).flatMap(declaredModules)]
}
