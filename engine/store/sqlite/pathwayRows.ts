import type { DraftRow, PathwayReads, PathwayWrites, VersionRow } from '../pathwayRows.ts'
import { StoreConflict } from '../store.ts'
import { type Bindable, type Connection, change, isTaken, type Written } from './statements.ts'

type OfScenarios = 'scenario' | 'scenarios' | 'insertScenario' | 'updateScenario' | 'deleteScenario'
type Reads = Omit<PathwayReads, OfScenarios>
type Writes = Written<Omit<PathwayWrites, OfScenarios>>

const VERSION = `pathway, version, document, parameters, published_at AS publishedAt, published_by AS publishedBy,
  note, approver, starts_on AS startsOn, layout`
const DRAFT = `id, pathway, document, revision, saved_at AS savedAt, saved_by AS savedBy, layout, based_on AS basedOn`

/** Reads published versions and drafts. */
export function pathwayReads(db: Connection): Reads {
  const version = db.prepare<[string, number], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? AND version = ?`,
  )
  const latestVersion = db.prepare<[string], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? ORDER BY version DESC LIMIT 1`,
  )
  const versionOn = db.prepare<[string, string], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? AND starts_on <= ? ORDER BY version DESC LIMIT 1`,
  )
  // a version is passed over when a later one starts no later, or has started
  const versionsFrom = db.prepare<[string], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions AS v
     WHERE NOT EXISTS (SELECT 1 FROM pathway_versions AS later WHERE later.pathway = v.pathway
       AND later.version > v.version AND later.starts_on <= max(v.starts_on, ?))
     ORDER BY pathway, version`,
  )
  const versions = db.prepare<[string], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? ORDER BY version`,
  )
  const draft = db.prepare<[string], DraftRow>(`SELECT ${DRAFT} FROM drafts WHERE id = ?`)
  const drafts = db.prepare<[], DraftRow>(`SELECT ${DRAFT} FROM drafts ORDER BY id`)
  const draftsOfPathway = db.prepare<[string], DraftRow>(`SELECT ${DRAFT} FROM drafts WHERE pathway = ? ORDER BY id`)
  return {
    async version(pathway, number) {
      return version.get(pathway, number)
    },
    async latestVersion(pathway) {
      return latestVersion.get(pathway)
    },
    async versionOn(pathway, date) {
      return versionOn.get(pathway, date)
    },
    async versionsFrom(date) {
      return versionsFrom.all(date)
    },
    async versions(pathway) {
      return versions.all(pathway)
    },
    async draft(id) {
      return draft.get(id)
    },
    async drafts(pathway) {
      return pathway === undefined ? drafts.all() : draftsOfPathway.all(pathway)
    },
  }
}

/** Writes published versions and drafts. */
export function pathwayWrites(db: Connection): Writes {
  const insertVersion = change<Bindable[]>(
    db,
    `INSERT INTO pathway_versions
       (pathway, version, document, parameters, published_at, published_by, note, approver, starts_on, layout)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertDraft = change<Bindable[]>(
    db,
    `INSERT INTO drafts (pathway, document, revision, saved_at, saved_by, layout, based_on, id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const updateDraft = change<Bindable[]>(
    db,
    `UPDATE drafts SET pathway = ?, document = ?, revision = ?, saved_at = ?, saved_by = ?, layout = ?, based_on = ?
     WHERE id = ? AND revision = ?`,
  )
  const deleteDraft = change<[string]>(db, `DELETE FROM drafts WHERE id = ?`)
  const valuesOf = ({ id, pathway, document, revision, savedAt, savedBy, layout, basedOn }: DraftRow) => {
    return [pathway, document, revision, savedAt, savedBy, layout, basedOn, id]
  }
  return {
    insertVersion(row) {
      const { pathway, version, document, parameters, publishedAt, publishedBy } = row
      const { note, approver, startsOn, layout } = row
      try {
        insertVersion(
          ...[pathway, version, document, parameters, publishedAt, publishedBy],
          ...[note, approver, startsOn, layout],
        )
      } catch (error) {
        if (!isTaken(error)) throw error
        throw new StoreConflict('version', `Version ${version} of ${pathway} has already been published`)
      }
    },
    insertDraft(row) {
      try {
        insertDraft(...valuesOf(row))
      } catch (error) {
        if (!isTaken(error)) throw error
        throw new StoreConflict('draft', `There is already a draft ${row.id}`)
      }
    },
    updateDraft(row) {
      const { id, revision } = row
      if (updateDraft(...valuesOf(row), revision - 1) === 0) {
        throw new StoreConflict('draft', `Draft ${id} is no longer at revision ${revision - 1}`)
      }
    },
    deleteDraft(id) {
      deleteDraft(id)
    },
  }
}
