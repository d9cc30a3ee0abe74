import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { clientCommands } from '../../engine/commands/clients.ts'
import { type Clock, type Context, newMemory } from '../../engine/commands/context.ts'
import { createHandlers } from '../../engine/commands/handlers.ts'
import { journeyCommands } from '../../engine/commands/journeys.ts'
import { pathwayCommands } from '../../engine/commands/pathways.ts'
import { taskCommands } from '../../engine/commands/tasks.ts'
import type { Polku } from '../../engine/index.ts'
import { runDue } from '../../engine/queue/embeddedQueue.ts'
import { loadOrCreateKey } from '../../engine/store/keyFile.ts'
import { openSqliteStore } from '../../engine/store/sqlite/openSqliteStore.ts'
import type { Store } from '../../engine/store/store.ts'
import { createVault } from '../../engine/store/vault.ts'

/** What the process under test needs of Polku. */
export type Worked = Pick<Polku, 'pathways' | 'clients' | 'journeys' | 'tasks' | 'runDue' | 'backup'>

export interface Opening {
  database: string
  clock: Clock
  onError(error: unknown): void
}

/** What `openPolku` makes, with something between the commands and the store. */
export async function openParts(options: Opening, change: (store: Store) => Store): Promise<Worked> {
  const { database: file, clock, onError } = options
  const random = (length: number): Uint8Array => randomBytes(length)
  const masterKey = loadOrCreateKey(`${file}.key`)
  const store = change(await openSqliteStore({ file }))
  const newId = () => v7({ msecs: clock.now().getTime() })
  const context: Context = {
    store,
    vault: createVault({ masterKey, random }),
    clock,
    newId,
    isDemo: true,
    memory: newMemory(),
    trace: () => null,
  }
  const handlers = createHandlers(context, { onError, worker: 'worker-1' })
  return {
    pathways: pathwayCommands(context),
    clients: clientCommands(context),
    journeys: journeyCommands(context),
    tasks: taskCommands(context),
    runDue: () => runDue(handlers),
    backup: (to) => store.backup(to),
  }
}
