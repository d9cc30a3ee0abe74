import type { z } from 'zod'
import { documentSchema } from '../../document.ts'
import type { JsonPath } from './report.ts'

/** The parts of a zod definition that lead further in. */
interface Definition {
  type: string
  innerType?: z.core.$ZodType
  options?: readonly z.core.$ZodType[]
  shape?: Record<string, z.core.$ZodType>
  valueType?: z.core.$ZodType
  element?: z.core.$ZodType
  getter?: () => z.core.$ZodType
}

/**
 * The keys that the schema knows at a place of the document, for hints about keys it does not.
 *
 * @example acceptedKeys(['states', 'a', 'on', 'go']) // ['target', 'reenter', 'label', …]
 */
export function acceptedKeys(path: JsonPath): string[] {
  let schemas = unwrap(documentSchema)
  for (const step of path) schemas = schemas.flatMap((schema) => into(schema, step)).flatMap(unwrap)
  return [...new Set(schemas.flatMap((schema) => Object.keys(definitionOf(schema).shape ?? {})))]
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition

function into(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const { shape, valueType, element } = definitionOf(schema)
  if (shape) return Object.entries(shape).flatMap(([key, value]) => (key === step ? [value] : []))
  const next = typeof step === 'number' ? element : valueType
  return next ? [next] : []
}

/** The alternatives behind optional, default, lazy and union. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, options, getter } = definitionOf(schema)
  if (innerType) return unwrap(innerType)
  if (getter) return unwrap(getter())
  return options ? options.flatMap(unwrap) : [schema]
}
