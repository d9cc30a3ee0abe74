import type { Store, WriteTx } from '../../engine/store/store.ts'

/** A store that answers when a work is done, and commits afterwards. */
export function answersBeforeCommit(store: Store): Store {
  return {
    ...store,
    write: (work) =>
      new Promise((resolve, reject) => {
        store.write(async (tx) => resolve(await work(tx))).catch(reject)
      }),
  }
}

type Writes =
  | 'saveAnswer'
  | 'insertTimer'
  | 'updateTimer'
  | 'deleteTimer'
  | 'insertTask'
  | 'updateTask'
  | 'appendOutbox'
  | 'markDelivered'

/** A store that leaves some rows of a work to a transaction of their own, after the work's and before its answer. */
export function writesApart(store: Store, ...names: Writes[]): Store {
  return {
    ...store,
    write: async (work) => {
      let later: ((tx: WriteTx) => Promise<unknown>)[] = []
      const result = await store.write((tx) => {
        later = []
        return work({ ...tx, ...postponed(names, (write) => later.push(write)) })
      })
      if (later.length > 0) {
        await store.write(async (tx) => {
          for (const write of later) await write(tx)
        })
      }
      return result
    },
  }
}

function postponed(names: readonly Writes[], postpone: (write: (tx: WriteTx) => Promise<unknown>) => void) {
  const all: Pick<WriteTx, Writes> = {
    saveAnswer: async (row) => postpone((tx) => tx.saveAnswer(row)),
    insertTimer: async (row) => postpone((tx) => tx.insertTimer(row)),
    updateTimer: async (row) => postpone((tx) => tx.updateTimer(row)),
    deleteTimer: async (journey, id) => postpone((tx) => tx.deleteTimer(journey, id)),
    insertTask: async (row) => postpone((tx) => tx.insertTask(row)),
    updateTask: async (row) => postpone((tx) => tx.updateTask(row)),
    appendOutbox: async (message) => postpone((tx) => tx.appendOutbox(message)),
    markDelivered: async (...message) => postpone((tx) => tx.markDelivered(...message)),
  }
  return Object.fromEntries(names.map((name) => [name, all[name]]))
}

/**
 * A store in which commands whose key begins with `broken` leave a row that SQLite refuses only at the commit: a fact of
 * nobody's, with the foreign keys asked about last.
 */
export function breaksAtCommit(store: Store, askAboutKeysLast: () => void): Store {
  return {
    ...store,
    write: (work) =>
      store.write((tx) =>
        work({
          ...tx,
          saveAnswer: async (row) => {
            await tx.saveAnswer(row)
            if (!row.key.startsWith('broken')) return
            askAboutKeysLast()
            const nobodys = { id: row.key, client: 'nobody', name: 'hours', class: 'ordinary', source: 'test' }
            const at = { recordedBy: 'test', recordedAt: 0, holdsFrom: 0 }
            await tx.insertFact({ ...nobodys, ...at, sealed: new Uint8Array() })
          },
        }),
      ),
  }
}
