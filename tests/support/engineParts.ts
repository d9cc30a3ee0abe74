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
import { openSqliteStore } from '../../engine/store/sqlite/openSqliteStore.ts'
import type { Store, WriteTx } from '../../engine/store/store.ts'
import { createVault } from '../../engine/store/vault.ts'

/** A failure that a test has asked for. */
export class InjectedFailure extends Error {
  override readonly name = 'InjectedFailure'
}

/** Fails at the n-th write of a transaction; counts how many there were. */
export interface Fault {
  /** 1 for the first write; undefined lets everything through */
  atWrite: number | undefined
  writes: number
}

export type EngineParts = Pick<
  Polku,
  'pathways' | 'clients' | 'journeys' | 'tasks' | 'runDue' | 'msUntilNext' | 'close'
>

/** The engine as `openPolku` puts it together, with a store whose writes fail on request. */
export async function openWithFault(file: string, clock: Clock, fault: Fault): Promise<EngineParts> {
  const random = (length: number): Uint8Array => randomBytes(length)
  const store = failing(await openSqliteStore({ file, synchronous: 'OFF' }), fault)
  let sequence = 0
  const context: Context = {
    store,
    vault: createVault({ masterKey: random(32), random }),
    clock,
    newId: () => v7({ msecs: clock.now().getTime(), seq: sequence++ }),
    memory: newMemory(),
  }
  const handlers = createHandlers(
    context,
    async () => {},
    (error) => {
      throw error
    },
  )
  return {
    pathways: pathwayCommands(context),
    clients: clientCommands(context),
    journeys: journeyCommands(context),
    tasks: taskCommands(context),
    runDue: () => runDue(handlers),
    msUntilNext: handlers.msUntilNext,
    close: () => store.close(),
  }
}

/** A store that throws in the middle of a transaction, where the writes before have already been made. */
function failing(store: Store, fault: Fault): Store {
  return {
    ...store,
    write: (work) =>
      store.write((tx) => {
        fault.writes = 0
        return work(failingTx(tx, fault))
      }),
  }
}

const isWrite = (name: string) => /^(insert|update|delete|append|save|mark|timerFailed|deliveryFailed)/.test(name)

function failingTx(tx: WriteTx, fault: Fault): WriteTx {
  return new Proxy(tx, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || typeof name !== 'string' || !isWrite(name)) return method
      return (...args: unknown[]) => {
        fault.writes += 1
        if (fault.writes === fault.atWrite) throw new InjectedFailure(`write ${fault.writes}, ${name}`)
        return Reflect.apply(method, target, args)
      }
    },
  })
}
