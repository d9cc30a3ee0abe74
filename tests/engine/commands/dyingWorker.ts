/**
 * A worker that has taken a message and not finished with it when it is killed: started by `delivering.test.ts`. It
 * says which message it carries as soon as it does, and then carries it for ever.
 */
import { writeSync } from 'node:fs'
import { openPolku } from '../../../engine/index.ts'
import { testClock } from '../../support/testClock.ts'

const [database = ''] = process.argv.slice(2)
const polku = await openPolku({
  database,
  clock: testClock(),
  worker: 'dying',
  deliver: ({ id }) => {
    writeSync(1, `${id}\n`)
    return new Promise(() => setInterval(() => {}, 60_000))
  },
})
await polku.runDue()
