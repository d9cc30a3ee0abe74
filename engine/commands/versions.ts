import { localDate } from '../pathway/calendar/index.ts'
import type { PathwayDocument } from '../pathway/document.ts'
import type { Parameters } from '../pathway/parameters.ts'
import type { Text } from '../pathway/values.ts'
import type { VersionRow } from '../store/pathwayRows.ts'
import type { ReadTx } from '../store/store.ts'
import { type Context, documentOf } from './context.ts'
import type { Layout } from './designSchemas.ts'
import { layoutOf } from './layout.ts'
import { PolkuProblem } from './problem.ts'
import { todayOf, workZone } from './today.ts'
import { read } from './transact.ts'
import { takeVersionCensus, type VersionCensus } from './versionCensus.ts'
import { iso } from './view.ts'

/** A published version without its document. */
export interface VersionSummary {
  pathway: string
  version: number
  title: Text
  publishedAt: string
  publishedBy: string
  /** what whoever published it has written about it */
  note: string | null
  /** who decided that it be published */
  approver: string | null
  /** the local date from which journeys begin on it */
  startsOn: string
  /** whether journeys that begin today begin on it */
  isInUse: boolean
}

export interface VersionView extends VersionSummary {
  document: PathwayDocument
  parameters: Parameters
  layout: Layout
}

/** How many journeys are on a version; those of modules too. */
export interface JourneyCounts {
  live: number
  ended: number
}

/** Questions about what has been published. */
export interface Versions {
  /** Of each pathway the version that is in use today; where none is yet, the first that will be. */
  list(): Promise<VersionSummary[]>
  /** A version, or without a number the one that `list` has. @throws PolkuProblem `not-found` */
  get(pathway: string, version?: number): Promise<VersionView>
  /** All versions, oldest first, and who runs on which. @throws PolkuProblem `not-found` */
  versions(pathway: string): Promise<(VersionSummary & { journeys: JourneyCounts })[]>
  /** Where the live journeys on a version are. @throws PolkuProblem `not-found` */
  versionCensus(pathway: string, version: number): Promise<VersionCensus>
}

export function versionCommands(context: Context): Versions {
  const { store } = context
  return {
    list: () =>
      read(context, async (tx) => {
        const today = todayOf(context)
        return (await firstOfEach(tx, today)).map((row) => summary(row, row.startsOn <= today))
      }),

    get: (pathway, version) =>
      read(context, async (tx) => {
        const today = todayOf(context)
        const row = await (version === undefined ? versionOrFirst(tx, pathway, today) : tx.version(pathway, version))
        if (!row) throw noSuch(pathway, version)
        const inUse = version === undefined ? row : await tx.versionOn(pathway, today)
        return {
          ...summary(row, row.version === inUse?.version && row.startsOn <= today),
          document: documentOf(row),
          parameters: JSON.parse(row.parameters) as Parameters,
          layout: layoutOf(row),
        }
      }),

    versions: async (pathway) => {
      const rows = await read(context, (tx) => tx.versions(pathway))
      if (rows.length === 0) throw noSuch(pathway)
      const today = todayOf(context)
      const inUse = rows.findLast(({ startsOn }) => startsOn <= today)
      const counts = await store.journeysByVersion(pathway)
      const countOf = (version: number, status: string) =>
        counts.find((one) => one.version === version && one.status === status)?.journeys ?? 0
      return rows.map((row) => ({
        ...summary(row, row === inUse),
        journeys: { live: countOf(row.version, 'active'), ended: countOf(row.version, 'ended') },
      }))
    },

    versionCensus: (pathway, version) => takeVersionCensus(context, pathway, version),
  }
}

/** The local date from which journeys begin on a version. */
export function startOf({ startsOn, publishedAt }: Pick<VersionRow, 'startsOn' | 'publishedAt'>): string {
  return startsOn === '' ? localDate(publishedAt, workZone) : startsOn
}

/** The version of a pathway that is in use on a local date, else the first that will be. */
export async function versionOrFirst(tx: ReadTx, pathway: string, today: string): Promise<VersionRow | undefined> {
  return (await tx.versionOn(pathway, today)) ?? (await tx.versionsFrom(today)).find((one) => one.pathway === pathway)
}

/** Of each pathway the version in use on a local date, else the first that will be. */
async function firstOfEach(tx: ReadTx, today: string): Promise<VersionRow[]> {
  const rows = await tx.versionsFrom(today)
  return rows.filter(({ pathway }, index) => rows[index - 1]?.pathway !== pathway)
}

function noSuch(pathway: string, version?: number): PolkuProblem {
  const which = version === undefined ? '' : ` in version ${version}`
  return new PolkuProblem('not-found', `There is no pathway "${pathway}"${which}.`)
}

function summary(row: VersionRow, isInUse: boolean): VersionSummary {
  const { pathway, version, publishedAt, publishedBy, note, approver } = row
  const startsOn = startOf(row)
  // it was sound when it was published: to list versions nothing else of it is looked at
  const { title } = JSON.parse(row.document) as PathwayDocument
  return { pathway, version, title, publishedAt: iso(publishedAt), publishedBy, note, approver, startsOn, isInUse }
}
