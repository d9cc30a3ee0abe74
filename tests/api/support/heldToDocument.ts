import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect } from 'vitest'

interface Content {
  schema: object
  example?: unknown
  examples?: Record<string, { value: unknown }>
}
interface Described {
  content?: Record<string, Content>
}
export interface Operation {
  operationId: string
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, Described>
}
export interface OpenApiDocument {
  openapi: string
  info: { title: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

/** An answer as it came over HTTP. */
export interface Answered {
  method: string
  path: string
  status: number
  type: string
  body: unknown
}

/** Holds every answer against what the OpenAPI document says of it: status, media type and schema. */
export function heldToDocument(document: OpenApiDocument): (answer: Answered) => void {
  // formats are for people here; that instants are instants is the engine's matter
  // each schema is used a few times only: code that is made quickly is worth more here than quick code
  const ajv = new Ajv2020({ strict: false, validateFormats: false, inlineRefs: false, code: { optimize: false } })
  ajv.addSchema({ $id: 'urn:polku:openapi', components: document.components })
  const compiled = new Map<string, ValidateFunction>()
  const patterns = Object.entries(document.paths).map(([path, methods]) => ({
    methods,
    path,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    isExact: !path.includes('{'),
  }))

  return ({ method, path, status, type, body }) => {
    const matching = patterns
      .filter(({ pattern, methods }) => pattern.test(path) && methods[method.toLowerCase()])
      .sort((a, b) => Number(b.isExact) - Number(a.isExact))
    const [found] = matching
    if (!found) return
    const described = found.methods[method.toLowerCase()]?.responses[status]
    const name = `${method} ${found.path} ${status}`
    expect(described, `${name} is documented`).toBeDefined()
    if (!described?.content) return expect(body, name).toBeUndefined()
    const [media = ''] = type.split(';')
    const schema = described.content[media]?.schema
    expect(schema, `${name} as ${media} is documented`).toBeDefined()
    if (!schema) return
    const validate = compiled.get(name) ?? ajv.compile(local(schema))
    compiled.set(name, validate)
    expect(validate(body) ? [] : validate.errors, `${name} has the documented form`).toEqual([])
  }
}

/** References to components, as references into the document that ajv knows. */
export function local(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"urn:polku:openapi#/components/'))
}
