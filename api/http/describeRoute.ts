import type { z } from '@hono/zod-openapi'
import type { ApiProblemCode } from '../problems/problemCodes.ts'
import { problemDocument, problemMediaType, problemSchema } from '../problems/problemDocument.ts'
import { problemTable } from '../problems/problemTable.ts'

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
  'not-signed-in',
  'role-refused',
  'scope-refused',
  'not-found',
  'host-refused',
  'too-many-requests',
  'internal',
  'disk-failed',
  'database-busy',
  'key-changed',
]
const ofWrites: ApiProblemCode[] = [
  ...ofAll,
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
  'precondition-failed',
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
        content: { [problemMediaType]: { schema: problemSchema, examples: Object.fromEntries(of.map(exampleOf)) } },
      },
    ]),
  )
}

/** What a problem looks like; a real one has a detail of its own, and what helps beside it. */
function exampleOf(code: ApiProblemCode): [string, { summary: string; value: object }] {
  const { title } = problemTable[code]
  const [instance, requestId] = ['/api/v1/…', '5f0c7a52-6a55-4a50-9f0b-0c1f6d3a9e77']
  const value = problemDocument({ code, detail: `${title}.`, details: {}, instance, requestId, language: 'en' })
  return [code, { summary: title, value }]
}
