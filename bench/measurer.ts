import { letIn } from '../api/demo/letIn.ts'
import { openPolku } from '../engine/index.ts'
import { by } from './walk.ts'

/** The headers by which somebody calls the API. */
export type Caller = { Authorization: string }

/** Lets the person who measures call the API of processes on this database, which has its key beside it. */
export async function measurerOn(database: string): Promise<Caller> {
  const polku = await openPolku({ database })
  try {
    return { Authorization: `Bearer ${await letIn(polku, { user: by.user, caseRoles: by.roles })}` }
  } finally {
    await polku.close()
  }
}
