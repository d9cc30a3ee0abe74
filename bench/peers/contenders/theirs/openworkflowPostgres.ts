import { BackendPostgres } from 'openworkflow/postgres'
import type { Contender } from '../../contender.ts'
import { type OpenworkflowJourneys, openworkflowJourneys } from './openworkflowJourneys.ts'
import { type Postgres, startPostgres } from './startPostgres.ts'

let postgres: Postgres
let journeys: OpenworkflowJourneys

export const contender: Contender = {
  name: 'openworkflow, PostgreSQL',
  open: async (folder) => {
    postgres = await startPostgres(folder)
    // one worker: more of them poll each other out of the database
    journeys = await openworkflowJourneys(await BackendPostgres.connect(postgres.url), 1)
    return postgres.syncing
  },
  runJourneys: (count, atOnce) => postgres.countSyncs(() => journeys.run(count, atOnce)),
  close: async () => {
    await journeys.stop()
    await postgres.stop()
  },
}
