/**
 * The part of the `Store` port that keeps what administrators design: published versions, drafts, scenarios. Rows are plain
 * data; instants are epoch milliseconds, local dates `YYYY-MM-DD`.
 */

/** A published pathway version; never changes. */
export interface VersionRow {
  pathway: string
  version: number
  /** the pathway document as canonical JSON */
  document: string
  /** parameter values chosen at publishing, as canonical JSON */
  parameters: string
  publishedAt: number
  publishedBy: string
  /** what whoever published it has written about it */
  note: string | null
  /** who decided that it be published */
  approver: string | null
  /** the local date from which journeys begin on it; empty: from its publishing on, whatever the clock shows */
  startsOn: string
  /** where the designer draws what, as JSON */
  layout: string
}

/** What the designer edits; saved with the revision it was read at. */
export interface DraftRow {
  id: string
  pathway: string
  document: string
  revision: number
  savedAt: number
  savedBy: string
  /** where the designer draws what, as JSON */
  layout: string
  /** the published version that it began from */
  basedOn: number | null
}

/** The walk of an example client that was kept, with how it must come out. */
export interface ScenarioRow {
  pathway: string
  id: string
  name: string
  /** the walk and what is expected of it, as JSON */
  content: string
  revision: number
  savedAt: number
  savedBy: string
}

export interface PathwayReads {
  version(pathway: string, version: number): Promise<VersionRow | undefined>
  /** the version that was published last, also when journeys do not begin on it yet */
  latestVersion(pathway: string): Promise<VersionRow | undefined>
  /** the version on which journeys begin on a local date: the greatest number that starts on it or before */
  versionOn(pathway: string, date: string): Promise<VersionRow | undefined>
  /** of every pathway the version on which journeys begin on a local date, and those on which they will: by pathway, then number */
  versionsFrom(date: string): Promise<VersionRow[]>
  /** all versions of a pathway, oldest first */
  versions(pathway: string): Promise<VersionRow[]>
  draft(id: string): Promise<DraftRow | undefined>
  drafts(pathway?: string): Promise<DraftRow[]>
  scenario(pathway: string, id: string): Promise<ScenarioRow | undefined>
  /** scenarios of a pathway, by id */
  scenarios(pathway: string): Promise<ScenarioRow[]>
}

export interface PathwayWrites {
  /** @throws StoreConflict when that version exists */
  insertVersion(row: VersionRow): Promise<void>
  insertDraft(row: DraftRow): Promise<void>
  /** @throws StoreConflict unless the stored revision is `row.revision - 1` */
  updateDraft(row: DraftRow): Promise<void>
  deleteDraft(id: string): Promise<void>
  /** @throws StoreConflict when the pathway has a scenario with that id */
  insertScenario(row: ScenarioRow): Promise<void>
  /** @throws StoreConflict unless the stored revision is `row.revision - 1` */
  updateScenario(row: ScenarioRow): Promise<void>
  deleteScenario(pathway: string, id: string): Promise<void>
}
