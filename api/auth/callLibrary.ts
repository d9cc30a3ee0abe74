import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'

/** Where better-auth keeps its storages, one for all of its copies in a process. */
const shared = Symbol.for('better-auth:global')
const sharedSchema = z.object({ context: z.record(z.string(), z.unknown()) })

/** As the storages are one for the whole process, so is the count. */
let underWay = 0

/**
 * Calls the library that signs people in, and has Node follow promises no longer than that takes. The library keeps who
 * asks in `AsyncLocalStorage`; from its first use on, Node 20 tells of every promise in the process, which takes a fourth
 * of all processor time, also of requests that come with tokens. So when no call is under way the storages are let go;
 * the next call takes them up again by itself.
 */
export async function callLibrary<T>(call: () => Promise<T>): Promise<T> {
  underWay++
  try {
    return await call()
  } finally {
    underWay--
    if (underWay === 0) letGo()
  }
}

/** A library that keeps them elsewhere one day costs speed, and nothing else. */
function letGo(): void {
  const found = sharedSchema.safeParse(Reflect.get(globalThis, shared))
  if (!found.success) return
  for (const one of Object.values(found.data.context)) if (one instanceof AsyncLocalStorage) one.disable()
}
