import { createClient, type PolkuClient } from '../../api/client/createClient.ts'
import type { components } from '../../api/client/schema.d.ts'
import { language } from './language.ts'

export type Problem = components['schemas']['Problem']

let client: { language: string; client: PolkuClient } | undefined

/** The API, asked in the reader's language. */
export function api(): PolkuClient {
  const now = language()
  if (client?.language !== now) client = { language: now, client: createClient(location.origin, { language: now }) }
  return client.client
}

/** A refusal of the API's, thrown where a page asks for what it needs. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** What the API answered. @throws Refused for a refusal; whatever `fetch` throws when it cannot be reached */
export async function answered<T>(asked: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await asked
  if (data !== undefined) return data
  throw new Refused(error as Problem)
}
