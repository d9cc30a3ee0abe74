/** Takes steps with one journey of a shared file, as a process of its own: started by `sqliteFile.test.ts`. */
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { StoreConflict } from '../../../engine/store/store.ts'
import { journalRow, journeyRow, plantJourney } from './rows.ts'

const [file = '', steps = '0'] = process.argv.slice(2)
const store = await openSqliteStore({ file, synchronous: 'OFF' })
await store.write(async (tx) => {
  if ((await tx.journey('journey-1')) === undefined) await plantJourney(tx)
})
let done = 0
while (done < Number(steps)) {
  // Read outside the transaction, so that the other process often comes between: the revision must tell.
  const journey = await store.read((tx) => tx.journey('journey-1'))
  const from = journey?.revision ?? 0
  try {
    await store.write(async (tx) => {
      await tx.updateJourney(journeyRow({ revision: from + 1 }), from)
      await tx.appendJournal(journalRow({ seq: from + 1, by: String(process.pid) }))
    })
    done += 1
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error
  }
}
await store.close()
process.disconnect()
