import { type DraftRow, type ReadTx, StoreConflict, type VersionRow, type WriteTx } from '../store.ts'
import { type Connection, change, isTaken, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'version' | 'latestVersion' | 'latestVersions' | 'versions' | 'draft' | 'drafts'>
type Writes = Written<Pick<WriteTx, 'insertVersion' | 'insertDraft' | 'updateDraft' | 'deleteDraft'>>

const VERSION = `pathway, version, document, parameters, published_at AS publishedAt, published_by AS publishedBy`
const DRAFT = `id, pathway, document, revision, saved_at AS savedAt, saved_by AS savedBy`

/** Reads published versions and drafts. */
export function pathwayReads(db: Connection): Reads {
  const version = db.prepare<[string, number], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? AND version = ?`,
  )
  const latestVersion = db.prepare<[string], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions WHERE pathway = ? ORDER BY version DESC LIMIT 1`,
  )
  const latestVersions = db.prepare<[], VersionRow>(
    `SELECT ${VERSION} FROM pathway_versions
     WHERE (pathway, version) IN (SELECT pathway, max(version) FROM pathway_versions GROUP BY pathway)
     ORDER BY pathway`,
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
    async latestVersions() {
      return latestVersions.all()
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
  const insertVersion = change<[string, number, string, string, number, string]>(
    db,
    `INSERT INTO pathway_versions (pathway, version, document, parameters, published_at, published_by)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const insertDraft = change<[string, string, string, number, number, string]>(
    db,
    `INSERT INTO drafts (id, pathway, document, revision, saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const updateDraft = change<[string, string, number, number, string, string, number]>(
    db,
    `UPDATE drafts SET pathway = ?, document = ?, revision = ?, saved_at = ?, saved_by = ?
     WHERE id = ? AND revision = ?`,
  )
  const deleteDraft = change<[string]>(db, `DELETE FROM drafts WHERE id = ?`)
  return {
    insertVersion(row) {
      try {
        insertVersion(row.pathway, row.version, row.document, row.parameters, row.publishedAt, row.publishedBy)
      } catch (error) {
        if (!isTaken(error)) throw error
        throw new StoreConflict('version', `Version ${row.version} of ${row.pathway} has already been published`)
      }
    },
    insertDraft(row) {
      try {
        insertDraft(row.id, row.pathway, row.document, row.revision, row.savedAt, row.savedBy)
      } catch (error) {
        if (!isTaken(error)) throw error
        throw new StoreConflict('draft', `There is already a draft ${row.id}`)
      }
    },
    updateDraft(row) {
      const { id, revision } = row
      if (updateDraft(row.pathway, row.document, revision, row.savedAt, row.savedBy, id, revision - 1) === 0) {
        throw new StoreConflict('draft', `Draft ${id} is no longer at revision ${revision - 1}`)
      }
    },
    deleteDraft(id) {
      deleteDraft(id)
    },
  }
}
