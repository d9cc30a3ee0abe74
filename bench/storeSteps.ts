import { openSqliteStore } from '../engine/store/sqlite/openSqliteStore.ts'
import type { Store, WriteTx } from '../engine/store/store.ts'
import type { Rows } from './bareSteps.ts'

/** The store with nothing of the engine before it: what a step could cost at best. */
export interface StoreAlone {
  /** Writes steps' rows, each step as a work of its own, so many callers at once. */
  write(rows: readonly Rows[], callers: number): Promise<void>
  close(): Promise<void>
}

/** Opens a file as ours was before the steps. Each step looks for its journey and its key first, as the engine does. */
export async function openStoreAlone(file: string): Promise<StoreAlone> {
  const store = await openSqliteStore({ file })
  return {
    async write(rows, callers) {
      const waiting = rows.values()
      await Promise.all(Array.from({ length: callers }, () => writeEach(store, waiting)))
    },
    close: () => store.close(),
  }
}

async function writeEach(store: Store, waiting: Iterable<Rows>): Promise<void> {
  for (const rows of waiting) await store.write((tx) => writeStep(tx, rows))
}

async function writeStep(tx: WriteTx, { journey, journal, cancelled, armed, answer }: Rows): Promise<void> {
  const [revision, changedAt, state, id, before] = journey
  const row = await tx.journey(id)
  if (!row) throw new Error(`the file has no journey ${id}`)
  if (answer) await tx.answer(answer[0], answer[1])
  await tx.updateJourney({ ...row, revision, changedAt, state }, before)
  const [, seq, type, by, byRule, recordedAt, occurredAt, entry, sealed] = journal
  await tx.appendJournal({ journey: id, seq, type, by, byRule: byRule === 1, recordedAt, occurredAt, entry, sealed })
  for (const [, timer] of cancelled) await tx.deleteTimer(id, timer)
  for (const [, timer, arming, kind, name, dueAt] of armed) {
    await tx.insertTimer({ journey: id, id: timer, arming, kind, name, dueAt })
  }
  if (answer) {
    const [caller, key, bodyHash, createdAt, text] = answer
    await tx.saveAnswer({ caller, key, bodyHash, createdAt, answer: text })
  }
}
