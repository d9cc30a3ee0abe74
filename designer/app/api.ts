import { createClient, type PolkuClient } from '../../api/client/createClient.ts'
import { language } from './language.ts'
import { type Problem, Refused, refusalOf } from './Refused.ts'

export { type Problem, Refused }

let client: { language: string; client: PolkuClient } | undefined

/** The API, asked in the reader's language. */
export function api(): PolkuClient {
  const now = language()
  if (client?.language !== now) client = { language: now, client: createClient(location.origin, { language: now }) }
  return client.client
}

/**
 * What the API answered.
 * @throws Refused for a refusal; whatever `fetch` throws, or another error, when it cannot be reached
 */
export async function answered<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (data !== undefined) return data
  throw failureOf(error, response)
}

/** Waits for what is answered without content. @throws as `answered` */
export async function done(asked: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await asked
  if (!response.ok) throw failureOf(error, response)
}

const listeners = new Set<() => void>()

/** Does something whenever the API answers that nobody is signed in. */
export function whenSignedOut(act: () => void): void {
  listeners.add(act)
}

function failureOf(error: unknown, response: Response): Error {
  const failure = refusalOf(error, response)
  if (failure && response.status === 401) for (const act of listeners) act()
  return failure ?? new Error('what answered was not Polku')
}
