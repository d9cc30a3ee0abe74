import { newMemory } from '../../engine/commands/context.ts'
import type { Criterion } from '../../engine/pathway/compileCriteria.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import type { PathwayDocument } from '../../engine/pathway/document.ts'
import type { Truth } from '../../engine/pathway/feel/index.ts'
import type { ModuleDefinition, StateDefinition } from '../../engine/pathway/states.ts'
import type { ReadTx, Store, WriteTx } from '../../engine/store/store.ts'
import { type ChangedParts, type EngineParts, isWrite } from '../support/engineParts.ts'

/** Transactions whose methods are others. */
export function inEachWork(change: (tx: WriteTx) => Partial<WriteTx>): ChangedParts {
  return { store: (store) => ({ ...store, write: (work) => store.write((tx) => work(over(tx, change(tx)))) }) }
}

/** The same, and in reading. */
export function inEachTransaction(change: (tx: ReadTx) => Partial<ReadTx>): ChangedParts {
  return {
    store: (store) => ({
      ...store,
      write: (work) => store.write((tx) => work(over<WriteTx>(tx, change(tx)))),
      read: (work) => store.read((tx) => work(over(tx, change(tx)))),
    }),
  }
}

/** A transaction may be a proxy: what is not replaced is asked of it. */
function over<Tx extends object>(tx: Tx, methods: Partial<Tx>): Tx {
  return new Proxy(tx, {
    get: (target, name, receiver) => Reflect.get(Object.hasOwn(methods, name) ? methods : target, name, receiver),
  })
}

/** A store that is told to write something, and does not. */
export const without = (
  ...names: ('insertTimer' | 'updateTimer' | 'deleteTimer' | 'insertTask' | 'updateTask' | 'saveAnswer')[]
): ChangedParts => inEachWork(() => Object.fromEntries(names.map((name) => [name, async () => {}])))

/** A store that answers while the transaction still stands open, and commits on the event loop's next turn. */
export function answersBeforeCommit(store: Store): Store {
  return {
    ...store,
    write: (work) =>
      new Promise((resolve, reject) => {
        const turn = async (tx: WriteTx) => {
          resolve(await work(tx))
          await new Promise(setImmediate)
        }
        store.write(turn).catch(reject)
      }),
  }
}

/**
 * A store that lets go of its lock between what a work reads and what it writes.
 * @param between what happens meanwhile
 */
export function readsBeforeLocking(store: Store, between: () => Promise<void> = async () => {}): Store {
  return {
    ...store,
    write: async (work) => {
      const later: ((tx: WriteTx) => Promise<unknown>)[] = []
      const result = await store.write((tx) => {
        later.length = 0
        return work(
          beforeWrites(tx, async (name, args) => {
            later.push((own) => Reflect.apply(Reflect.get(own, name), own, args))
            return 0
          }),
        )
      })
      if (later.length > 0) {
        await between()
        await store.write(async (tx) => {
          for (const write of later) await write(tx)
        })
      }
      return result
    },
  }
}

/** A transaction whose writing methods are another one. */
export function beforeWrites(tx: WriteTx, write: (name: string, args: unknown[]) => Promise<unknown>): WriteTx {
  return new Proxy(tx, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || !isWrite(String(name))) return method
      return (...args: unknown[]) => write(String(name), args)
    },
  })
}

/** Whatever revision a journey has by now is taken for the expected one. */
export function comparesNoRevision(store: Store): Store {
  const changed = inEachWork((tx) => ({
    updateJourney: async (row) => tx.updateJourney(row, (await tx.journey(row.id))?.revision ?? 0),
  }))
  return changed.store?.(store) ?? store
}

/** A store in which what throws undoes nothing. */
export function keepsWhatFailed(store: Store): Store {
  return {
    ...store,
    write: async (work) => {
      const outcome = await store.write(async (tx) => {
        try {
          return { result: await work(tx) }
        } catch (error) {
          return { error }
        }
      })
      if ('error' in outcome) throw outcome.error
      return outcome.result
    },
  }
}

/** An engine whose compiled pathways are others than their documents say. */
export function pathwaysAs(change: (compiled: CompiledPathway) => void): ChangedParts {
  return {
    memory: () => {
      const pathways = new Map<string, CompiledPathway>()
      const set = pathways.set.bind(pathways)
      pathways.set = (name, compiled) => {
        change(compiled)
        return set(name, compiled)
      }
      return { ...newMemory(), pathways }
    },
  }
}

/** Criteria that take what is unknown for something else. */
export const unknownAs = (value: Truth): ChangedParts =>
  pathwaysAs(({ criteria }) => {
    for (const criterion of criteria.values()) takeUnknownAs(criterion, value)
  })

function takeUnknownAs(criterion: Criterion, value: Truth): void {
  const { expression } = criterion
  criterion.expression = {
    ...expression,
    evaluate: (scope) => {
      const result = expression.evaluate(scope)
      return result.value === 'unknown' ? { ...result, value } : result
    },
  }
}

/** An engine that hears less of what a command says. */
export const withoutHearing = (field: 'dryRun' | 'occurredAt' | 'revision'): ChangedParts =>
  commandsAs((said) => (field in said ? { [field]: undefined } : {}))

/** What a command may say of when it was so, and why. */
type Said = { occurredAt?: string | undefined; reason?: string | undefined; override?: object | undefined }

/** An engine that hears other than what is said in beginning a journey, in sending it an event or in handing it over. */
export function commandsAs(change: (said: Said) => object): ChangedParts {
  const heard = <Input extends Said>(input: Input): Input => ({ ...input, ...change(input) })
  return {
    commands: ({ journeys, ...parts }): EngineParts => ({
      ...parts,
      journeys: {
        ...journeys,
        start: (input) => journeys.start(heard(input)),
        send: (id, input) => journeys.send(id, heard(input)),
        handOver: (id, input) => journeys.handOver(id, heard(input)),
      },
    }),
  }
}

/** A document read otherwise than it is written; what its states say is read by `statesAs`. */
export const documentsAs = (change: Partial<PathwayDocument>): ChangedParts =>
  pathwaysAs((compiled) => {
    compiled.document = { ...compiled.document, ...change }
  })

/** A worker that comes to messages between journeys of one topic, marks them as delivered and leaves nothing of them. */
export function losesWhatIsTold(topic: string): ChangedParts['store'] {
  return (store) => {
    const told = new Set<number>()
    const noting = (tx: ReadTx): Partial<ReadTx> => ({
      undelivered: async (...asked) => {
        const rows = await tx.undelivered(...asked)
        for (const row of rows) if (row.topic === topic) told.add(row.id)
        return rows
      },
    })
    return {
      ...store,
      read: (work) => store.read((tx) => work(over(tx, noting(tx)))),
      write: async (work) => {
        let lost: { id: number; result: Awaited<ReturnType<typeof work>> } | undefined
        try {
          return await store.write(async (tx) => {
            let marked: number | undefined
            const markDelivered = async (id: number, at: number) => {
              if (!told.has(id)) return tx.markDelivered(id, at)
              marked = id
            }
            const result = await work(over<WriteTx>(tx, { markDelivered }))
            if (marked === undefined) return result
            lost = { id: marked, result }
            throw new Error('what was told is lost')
          })
        } catch (error) {
          if (!lost) throw error
          const { id, result } = lost
          await store.write((tx) => tx.markDelivered(id, 1))
          return result
        }
      },
    }
  }
}

/** A worker that deals with each message twice: only the second time it is marked as delivered. */
export function deliversTwice(store: Store): Store {
  // of this database alone: in the next, messages have the same ids
  const once = new Set<number>()
  const changed = inEachWork((tx) => ({
    markDelivered: async (id, at) => {
      if (once.has(id)) await tx.markDelivered(id, at)
      once.add(id)
    },
  }))
  return changed.store?.(store) ?? store
}

/** States that are otherwise than the document has them. */
export function statesAs(change: (definition: StateDefinition) => Partial<StateDefinition>): ChangedParts {
  return pathwaysAs(({ states }) => {
    for (const node of states.values()) node.definition = { ...node.definition, ...change(node.definition) }
  })
}

/** Modules that are otherwise than the document has them. */
export const modulesAs = (change: Partial<ModuleDefinition>): ChangedParts =>
  statesAs(({ modules }) => ({
    modules: modules && Object.fromEntries(Object.entries(modules).map(([name, one]) => [name, { ...one, ...change }])),
  }))

type Caller = Parameters<EngineParts['journeys']['send']>[1]['by']

/** An engine to which whoever acts has every case role. */
export const everyRole: ChangedParts = {
  commands: ({ journeys, tasks, ...parts }): EngineParts => {
    const as = <Input extends { by: Caller }>(input: Input): Input => ({
      ...input,
      by: { ...input.by, roles: allRoles },
    })
    return {
      ...parts,
      journeys: {
        ...journeys,
        start: (input) => journeys.start(as(input)),
        send: (id, input) => journeys.send(id, as(input)),
        jump: (id, input) => journeys.jump(id, as(input)),
        exit: (id, input) => journeys.exit(id, as(input)),
        suspend: (id, input) => journeys.suspend(id, as(input)),
        next: (id, options) => journeys.next(id, options?.by ? { by: { ...options.by, roles: allRoles } } : options),
      },
      tasks: {
        ...tasks,
        claim: (id, input) => tasks.claim(id, as(input)),
        tick: (id, input) => tasks.tick(id, as(input)),
        complete: (id, input) => tasks.complete(id, as(input)),
        answer: (id, input) => tasks.answer(id, as(input)),
      },
    }
  },
}
const allRoles = ['coach', 'manager', 'ohjaaja', 'asiakas']

/** A suspension that stops what the document keeps. */
export const keepsNothing: ChangedParts = pathwaysAs((compiled) => {
  const stopped = <Definition extends object>(one: Definition): Definition => ({ ...one, whenSuspended: 'shift' })
  const all = <Definition extends object>(named: Record<string, Definition>) =>
    Object.fromEntries(Object.entries(named).map(([name, one]) => [name, stopped(one)]))
  for (const node of compiled.states.values()) {
    node.definition = { ...node.definition, followUps: all(node.definition.followUps ?? {}) }
    const promised = compiled.promises.get(node.path)
    const followUps = Object.entries(node.definition.followUps ?? {})
    if (promised) compiled.promises = new Map([...compiled.promises, [node.path, { ...promised, followUps }]])
  }
  for (const one of compiled.transitions.values()) one.definition = stopped(one.definition)
  const { document } = compiled
  compiled.document = { ...document, taskDefinitions: all(document.taskDefinitions ?? {}) }
})
