/**
 * A worker that sends an e-mail and is killed before it can say so in the database: started by `email.test.ts`. It tells
 * when the mail server has the e-mail, and then waits for its end in the middle of the transaction.
 */
import { writeSync } from 'node:fs'
import { openMail } from '../../../engine/commands/openMail.ts'
import { loadOrCreateKey } from '../../../engine/store/keyFile.ts'
import { openParts } from '../../support/engineParts.ts'
import { testClock } from '../../support/testClock.ts'

const [file = '', url = ''] = process.argv.slice(2)
const polku = await openParts({
  file,
  clock: testClock(),
  masterKey: loadOrCreateKey(`${file}.key`, { mayCreate: false }),
  mail: await openMail({ url, from: 'Polku <polku@example.org>' }),
  changed: {
    store: (store) => ({
      ...store,
      write: (work, options) =>
        store.write(
          (tx) =>
            work({
              ...tx,
              markDelivered: async (id, at, attempt) => {
                await tx.markDelivered(id, at, attempt)
                if ((await tx.message(id))?.topic !== 'notification.email') return
                writeSync(1, `${id}\n`)
                await new Promise(() => setInterval(() => {}, 60_000))
              },
            }),
          options,
        ),
    }),
  },
})
await polku.runDue()
