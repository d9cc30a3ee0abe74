import { DBOS } from '@dbos-inc/dbos-sdk'
import type { Contender } from '../../contender.ts'
import { journeysAtOnce, type Numbered, resultsOf } from '../../journeysAtOnce.ts'
import { expectResult } from './expectResult.ts'
import { type Postgres, startPostgres } from './startPostgres.ts'

let postgres: Postgres

/** A workflow that runs in this process, woken by `NOTIFY`; the message may be sent before it waits. */
const workflow = DBOS.registerWorkflow(
  async (number: number) => {
    const first = await DBOS.runStep(async () => resultsOf(number).first, { name: 'first' })
    const signal = await DBOS.recv<number>('signal', 60)
    return await DBOS.runStep(async () => first + (signal ?? Number.NaN), { name: 'second' })
  },
  { name: 'journey' },
)

async function takeJourney(journey: Numbered): Promise<void> {
  const handle = await DBOS.startWorkflow(workflow)(journey.number)
  await DBOS.send(handle.workflowID, resultsOf(journey.number).signal, 'signal')
  expectResult(journey, await handle.getResult())
}

export const contender: Contender = {
  name: 'DBOS, PostgreSQL',
  open: async (folder) => {
    postgres = await startPostgres(folder)
    // from ten connections, the default, to thirty-two made no difference that could be told from noise
    DBOS.setConfig({
      name: 'peer',
      systemDatabaseUrl: postgres.url,
      systemDatabasePoolSize: 20,
      logLevel: 'error',
    })
    await DBOS.launch()
    return postgres.syncing
  },
  runJourneys: (count, atOnce) => postgres.countSyncs(() => journeysAtOnce(count, atOnce, takeJourney)),
  close: async () => {
    await DBOS.shutdown()
    await postgres.stop()
  },
}
