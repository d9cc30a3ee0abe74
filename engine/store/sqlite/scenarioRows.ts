import type { PathwayReads, PathwayWrites, ScenarioRow } from '../pathwayRows.ts'
import { StoreConflict } from '../store.ts'
import { type Bindable, type Connection, change, isTaken, type Written } from './statements.ts'

type Reads = Pick<PathwayReads, 'scenario' | 'scenarios'>
type Writes = Written<Pick<PathwayWrites, 'insertScenario' | 'updateScenario' | 'deleteScenario'>>

const SCENARIO = `SELECT pathway, id, name, content, revision, saved_at AS savedAt, saved_by AS savedBy FROM scenarios`

/** Reads scenarios. */
export function scenarioReads(db: Connection): Reads {
  const scenario = db.prepare<[string, string], ScenarioRow>(`${SCENARIO} WHERE pathway = ? AND id = ?`)
  const scenarios = db.prepare<[string], ScenarioRow>(`${SCENARIO} WHERE pathway = ? ORDER BY id`)
  return {
    async scenario(pathway, id) {
      return scenario.get(pathway, id)
    },
    async scenarios(pathway) {
      return scenarios.all(pathway)
    },
  }
}

/** Writes scenarios. */
export function scenarioWrites(db: Connection): Writes {
  const insert = change<Bindable[]>(
    db,
    `INSERT INTO scenarios (name, content, revision, saved_at, saved_by, pathway, id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = change<Bindable[]>(
    db,
    `UPDATE scenarios SET name = ?, content = ?, revision = ?, saved_at = ?, saved_by = ?
     WHERE pathway = ? AND id = ? AND revision = ?`,
  )
  const remove = change<[string, string]>(db, `DELETE FROM scenarios WHERE pathway = ? AND id = ?`)
  const valuesOf = ({ name, content, revision, savedAt, savedBy, pathway, id }: ScenarioRow) => {
    return [name, content, revision, savedAt, savedBy, pathway, id]
  }
  return {
    insertScenario(row) {
      try {
        insert(...valuesOf(row))
      } catch (error) {
        if (!isTaken(error)) throw error
        throw new StoreConflict('scenario', `There is already a scenario ${row.id} of ${row.pathway}`)
      }
    },
    updateScenario(row) {
      const { id, revision } = row
      if (update(...valuesOf(row), revision - 1) === 0) {
        throw new StoreConflict('scenario', `Scenario ${id} is no longer at revision ${revision - 1}`)
      }
    },
    deleteScenario(pathway, id) {
      remove(pathway, id)
    },
  }
}
