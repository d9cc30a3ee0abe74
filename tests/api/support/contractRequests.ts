import * as fc from 'fast-check'
import { parseJson } from '../../../api/http/parseJson.ts'
import { arbitraryOf, type Schema } from './arbitrarySchema.ts'
import type { OpenApiDocument, Operation } from './heldToDocument.ts'

/** A request to an operation, as it goes out. */
export interface ContractRequest {
  operationId: string
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

/** Ids of what is there, by the name of the parameter that takes one. */
export type Known = Readonly<Record<string, readonly string[]>>

type Parameter = NonNullable<Operation['parameters']>[number]

/** What means nothing anywhere, or means something to somebody else: languages, paths, databases. */
const junk = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; DROP TABLE clients; --",
  '%00',
  'Ä'.repeat(300),
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  true,
  [],
  [[[[]]]],
  {},
  { $ref: '#' },
  '9999-99-99',
  '+275760-09-13T00:00:00.000Z',
  '0000-01-01T00:00:00Z',
)

/** Requests that the document allows, about things that are there. */
export function allowedRequests(document: OpenApiDocument, place: Place, known: Known): fc.Arbitrary<ContractRequest> {
  const { components } = document
  const schemas = components.schemas as Record<string, Schema>
  const { operation } = place
  const parameters = fc.tuple(
    ...(operation.parameters ?? []).map((parameter) => {
      const made = arbitraryOf(parameter.schema as Schema, schemas).map((value) => ({
        parameter,
        value: String(value),
      }))
      const ids = known[parameter.name] ?? []
      const there = ids.length > 0 ? fc.constantFrom(...ids).map((value) => ({ parameter, value })) : made
      const given =
        parameter.in === 'path' ? fc.oneof({ arbitrary: there, weight: 4 }, { arbitrary: made, weight: 1 }) : made
      return parameter.required ? given : fc.option(given, { nil: undefined, freq: 1 })
    }),
  )
  const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
    arbitraryOf(schema as Schema, schemas).map((value) => ({
      type,
      text: type === 'application/json' ? JSON.stringify(aboutKnown(value, known)) : String(value),
    })),
  )
  const body = bodies.length > 0 ? fc.oneof(...bodies) : fc.constant(undefined)
  return fc.tuple(parameters, body).map(([given, sent]) =>
    requestOf(
      place,
      given.flatMap((one) => one ?? []),
      sent,
    ),
  )
}

/** The same with something in them that the document does not allow, or that is not there. */
export function spoiltRequests(document: OpenApiDocument, place: Place, known: Known): fc.Arbitrary<ContractRequest> {
  return fc
    .tuple(allowedRequests(document, place, known), fc.nat(), junk, fc.nat(11))
    .map(([request, at, value, how]) => {
      const spoilt: ContractRequest = { ...request, headers: { ...request.headers } }
      const parts = spoilt.path.split('?')[0]?.split('/') ?? []
      const name = Object.keys(spoilt.headers)[at % Math.max(1, Object.keys(spoilt.headers).length)] ?? 'X-Nothing'
      switch (how) {
        case 0:
          spoilt.path += `${spoilt.path.includes('?') ? '&' : '?'}${encodeURIComponent(plain(value))}=x`
          return spoilt
        case 1:
          spoilt.path = parts
            .map((part, index) => (index === parts.length - 1 ? encodeURIComponent(plain(value)) : part))
            .join('/')
          return spoilt
        case 2:
          if (name in acting) return spoilt
          // HTTP itself carries no other characters in a header
          spoilt.headers[name] = plain(value)
            .replace(/[^\x20-\x7e\xa0-\xff]/g, '')
            .slice(0, 400)
          return spoilt
        case 3:
          delete spoilt.headers[name]
          return spoilt
        default:
          return spoilt.body === undefined ? spoilt : { ...spoilt, body: spoiltBody(spoilt.body, at, value, how) }
      }
    })
}

/** An operation with where it is. */
export interface Place {
  method: string
  path: string
  operation: Operation
}

export function placesOf(document: OpenApiDocument): Place[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

/** Who asks: `openTestApi` makes a token of it. */
const acting = { 'Polku-User': 'mari.virtanen', 'Polku-Roles': 'counsellor,coach' }

function requestOf(
  { method, path, operation }: Place,
  given: readonly { parameter: Parameter; value: string }[],
  body: { type: string; text: string } | undefined,
): ContractRequest {
  let address = path
  const query = new URLSearchParams()
  const headers: Record<string, string> = { ...acting, ...(body && { 'Content-Type': body.type }) }
  for (const { parameter, value } of given) {
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value))
    else if (parameter.in === 'query') query.append(parameter.name, value)
    else headers[parameter.name] = value.replace(/[^\x20-\x7e]/g, '_')
  }
  const search = query.size > 0 ? `?${query}` : ''
  return { operationId: operation.operationId, method, path: `${address}${search}`, headers, body: body?.text }
}

/** Ids within a body are of things that are there, too. */
function aboutKnown(value: unknown, known: Known): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, one]) => {
    const [id] = typeof one === 'string' ? (known[name] ?? []) : []
    return [name, id ?? one]
  })
  return Object.fromEntries(entries)
}

function spoiltBody(text: string, at: number, value: unknown, how: number): string {
  if (how === 4) return text.slice(0, at % (text.length + 1))
  if (how === 5) return `${text}${plain(value)}`
  if (how === 6) return '[]'
  if (how === 7) return ''
  const body = parseJson(text)
  if (typeof body !== 'object' || body === null) return JSON.stringify(value)
  const names = Object.keys(body)
  const name = names[at % Math.max(1, names.length)] ?? 'nothing'
  if (how === 8) return JSON.stringify({ ...body, [name]: undefined })
  if (how === 9) return JSON.stringify({ ...body, [plain(value).slice(0, 20) || 'nothing']: value })
  return JSON.stringify({ ...body, [name]: value })
}

const plain = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\p{Surrogate}/gu, '')
