import * as fc from 'fast-check'

/** The part of JSON Schema that the OpenAPI document speaks. */
export interface Schema {
  $ref?: string
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  type?: string | string[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  example?: unknown
}

const deepest = 6

/**
 * Values that a schema accepts, as far as it says. What stands in it as an example comes often: it leads further in than
 * anything made up.
 */
export function arbitraryOf(schema: Schema, components: Record<string, Schema>, depth = 0): fc.Arbitrary<unknown> {
  const inside = (one: Schema) => arbitraryOf(one, components, depth + 1)
  if (schema.$ref !== undefined) {
    const named = components[schema.$ref.split('/').at(-1) ?? '']
    if (!named) throw new Error(`${schema.$ref} is not among the components`)
    return arbitraryOf(named, components, depth)
  }
  const made = makeUp(schema, inside, depth)
  return schema.example === undefined
    ? made
    : fc.oneof({ arbitrary: made, weight: 2 }, { arbitrary: fc.constant(schema.example), weight: 1 })
}

function makeUp(schema: Schema, inside: (one: Schema) => fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(inside))
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inside)).map((parts) => Object.assign({}, ...parts))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return fc.oneof(...types.map((type) => ofType(type, schema, inside, depth)))
}

function ofType(
  type: string | undefined,
  schema: Schema,
  inside: (one: Schema) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -100, max: schema.maximum ?? (schema.minimum ?? 0) + 5 })
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 8 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 3 } = schema
      return fc.array(inside(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) })
    }
    case 'object':
      return object(schema, inside, depth)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function object(
  { properties = {}, required = [], additionalProperties }: Schema,
  inside: (one: Schema) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const known = Object.entries(properties).filter(([name]) => depth < deepest || required.includes(name))
  const named = fc.record(Object.fromEntries(known.map(([name, one]) => [name, inside(one)])), {
    requiredKeys: required as never[],
  })
  if (known.length > 0 || !additionalProperties || depth >= deepest) return named
  const values = additionalProperties === true ? fc.jsonValue({ maxDepth: 2 }) : inside(additionalProperties)
  return fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,12}$/), values, { maxKeys: 3 })
}

function text({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') {
    return fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  }
  if (format === 'date-time') {
    return fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
  }
  if (format === 'email') return fc.emailAddress()
  const most = Math.max(minLength, Math.min(maxLength, 40))
  if (pattern !== undefined && !pattern.startsWith('^[^')) return fc.stringMatching(new RegExp(pattern))
  return (
    fc
      .string({ minLength, maxLength: most, unit: 'grapheme' })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no field takes, so what is made up has none
      .map((made) => made.replace(/[\u0000-\u001f]/g, '_').padEnd(minLength, 'x'))
      .map((made) => made.slice(0, Math.max(minLength, maxLength)))
      .filter((made) => !/\p{Surrogate}/u.test(made))
  )
}
