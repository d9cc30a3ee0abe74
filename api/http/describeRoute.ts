import type { z } from '@hono/zod-openapi'
import { problemMediaType, problemSchema } from '../problems/problemDocument.ts'
import { type ApiProblemCode, problemTable } from '../problems/problemTable.ts'

/** An answer in JSON, as a route describes it. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A body in JSON that a request must have. */
export function body<T extends z.ZodType>(schema: T) {
  return { required: true as const, content: { 'application/json': { schema } } }
}

/** A body in JSON that may be left out altogether. */
export function optionalBody<T extends z.ZodType>(schema: T) {
  return { required: false as const, content: { 'application/json': { schema } } }
}

const ofAll: ApiProblemCode[] = [
  'invalid-request',
  'host-refused',
  'internal',
  'disk-failed',
  'database-busy',
  'key-changed',
]
const ofWrites: ApiProblemCode[] = [
  ...ofAll,
  'acting-person-missing',
  'malformed-json',
  'unsafe-json',
  'cross-site',
  'body-too-large',
  'unsupported-media-type',
]
/** What any command on a journey may be refused with. */
const ofJourneys: ApiProblemCode[] = [
  'not-found',
  'stale-revision',
  'key-reused',
  'ended',
  'not-allowed',
  'reason-required',
  'in-the-future',
  'too-early',
  'endless-loop',
]

/** The refusals of a question. The type says nothing of them: they are thrown, never returned by a handler. */
export const refusals = (...codes: ApiProblemCode[]): object => responses([...ofAll, ...codes])

/** The refusals of a request that is not a GET. */
export const writeRefusals = (...codes: ApiProblemCode[]): object => responses([...ofWrites, ...codes])

/** The refusals of a command on a journey. */
export const commandRefusals = (...codes: ApiProblemCode[]): object => responses([...ofWrites, ...ofJourneys, ...codes])

/** One response a status, naming its codes. */
function responses(codes: readonly ApiProblemCode[]): object {
  const byStatus = new Map<number, ApiProblemCode[]>()
  for (const code of new Set(codes)) {
    const { status } = problemTable[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `\`${code}\`: ${problemTable[code].title}`).join('. '),
        content: { [problemMediaType]: { schema: problemSchema } },
      },
    ]),
  )
}
