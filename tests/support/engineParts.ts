import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Mail } from '../../engine/commands/carryEmail.ts'
import { clientCommands } from '../../engine/commands/clients.ts'
import { type Clock, type Context, type Memory, newMemory } from '../../engine/commands/context.ts'
import type { Deliver } from '../../engine/commands/deliver.ts'
import { createHandlers } from '../../engine/commands/handlers.ts'
import { journeyCommands } from '../../engine/commands/journeys.ts'
import { pathwayCommands } from '../../engine/commands/pathways.ts'
import { taskCommands } from '../../engine/commands/tasks.ts'
import type { Polku } from '../../engine/index.ts'
import { runDue } from '../../engine/queue/embeddedQueue.ts'
import type { Handlers } from '../../engine/queue/queue.ts'
import { openSqliteStore } from '../../engine/store/sqlite/openSqliteStore.ts'
import type { Store, WriteTx } from '../../engine/store/store.ts'
import { createVault, type Vault } from '../../engine/store/vault.ts'

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

export interface PartsOptions {
  file: string
  clock: Clock
  /** 32 bytes; made anew unless given */
  masterKey?: Uint8Array
  deliver?: Deliver
  mail?: Mail
  /** told of what the worker could not cope with; thrown unless given */
  onError?: (error: unknown) => void
  changed?: ChangedParts
}

/** What the engine takes as parameters, each changed for a test's purpose. */
export interface ChangedParts {
  store?: (store: Store) => Store
  vault?: (vault: Vault) => Vault
  memory?: () => Memory
  /** the worker's clock, where commands have another one */
  workerClock?: (clock: Clock) => Clock
  /** what callers see of it all */
  commands?: (parts: EngineParts) => EngineParts
}

/**
 * The engine as `openPolku` puts it together, from parts that may be changed; it does not wait for the disk.
 * @returns beside it what its worker does, piece by piece
 */
export async function openParts(options: PartsOptions): Promise<EngineParts & { handlers: Handlers }> {
  const { file, clock, deliver, mail, onError = rethrow, changed = {} } = options
  const random = (length: number): Uint8Array => randomBytes(length)
  const opened = await openSqliteStore({ file, synchronous: 'OFF' })
  const store = changed.store?.(opened) ?? opened
  const vault = createVault({ masterKey: options.masterKey ?? random(32), random })
  let sequence = 0
  const context: Context = {
    store,
    vault: changed.vault?.(vault) ?? vault,
    clock,
    isDemo: true,
    newId: () => v7({ msecs: clock.now().getTime(), seq: sequence++ }),
    memory: changed.memory?.() ?? newMemory(),
    trace: () => null,
  }
  const workerClock = changed.workerClock?.(clock) ?? clock
  const handlers = createHandlers({ ...context, clock: workerClock }, { deliver, mail, onError, worker: 'worker-1' })
  const parts: EngineParts = {
    pathways: pathwayCommands(context),
    clients: clientCommands(context),
    journeys: journeyCommands(context),
    tasks: taskCommands(context),
    runDue: () => runDue(handlers),
    msUntilNext: handlers.msUntilNext,
    close: () => store.close(),
  }
  return { ...(changed.commands?.(parts) ?? parts), handlers }
}

function rethrow(error: unknown): never {
  throw error
}

/** The engine with a store whose writes fail on request. */
export function openWithFault(file: string, clock: Clock, fault: Fault): Promise<EngineParts> {
  return openParts({ file, clock, changed: { store: (store) => failing(store, fault) } })
}

/** A store that throws in the middle of a transaction, where the writes before have already been made. */
export function failing(store: Store, fault: Fault): Store {
  return {
    ...store,
    write: (work) =>
      store.write((tx) => {
        fault.writes = 0
        return work(failingTx(tx, fault))
      }),
  }
}

/** Whether a method of a transaction writes. */
export const isWrite = (name: string) =>
  /^(insert|update|delete|append|save|mark|timerFailed|delivery|revive|replace|erase[A-Z]|end[A-Z]\w*Hold|forget)/.test(
    name,
  )

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
