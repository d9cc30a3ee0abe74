import { type LetIn, letIn } from '../../api/demo/letIn.ts'
import { openPolku, type Polku } from '../../engine/index.ts'

/** The headers by which somebody calls the API. */
export type Caller = { Authorization: string }

/** People who may call the API, each with a token that has every scope. */
export interface Callers {
  /** The headers by which this user calls. Who is not there yet is added; the case roles are the last that were asked for. */
  headersOf(user: string, options?: Omit<LetIn, 'user'>): Promise<Caller>
}

/** Before a token expires, a person gets another. Milliseconds. */
const tokenAge = 300 * 24 * 60 * 60 * 1000

/**
 * Lets people in as tests need them, by the engine’s own commands.
 * @param now tells the time of that Polku, where it may pass by years; epoch milliseconds
 */
export function createCallers(polku: Polku, now = () => 0): Callers {
  const known = new Map<string, { caller: Caller; caseRoles: string; at: number }>()
  let before: Promise<unknown> = Promise.resolve()
  const headersOf: Callers['headersOf'] = async (user, options = {}) => {
    const caseRoles = options.caseRoles?.join() ?? ''
    const there = known.get(user)
    const isFresh = there !== undefined && now() - there.at < tokenAge
    if (isFresh && there.caseRoles === caseRoles) return there.caller
    const caller = { Authorization: `Bearer ${await letIn(polku, { ...options, user })}` }
    known.set(user, { caller, caseRoles, at: now() })
    return caller
  }
  return {
    // one after another: two that come at once may be the same person
    headersOf: (user, options) => {
      const next = before.then(() => headersOf(user, options))
      before = next.catch(() => {})
      return next
    },
  }
}

/** Somebody who may call the API of a process on this database; the process may be running, or not yet. */
export async function callerOn(database: string, user: string, options?: Omit<LetIn, 'user'>): Promise<Caller> {
  const polku = await openPolku({ database })
  try {
    return await createCallers(polku).headersOf(user, options)
  } finally {
    await polku.close()
  }
}
