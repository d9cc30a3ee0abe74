import type { MiddlewareHandler } from 'hono'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'
import { findJsonError } from './findJsonError.ts'

/** The deepest nesting; states of a pathway may nest 20 deep, which is two levels of JSON each. */
const deepest = 64
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Looks at a body before anything else does: JSON, in UTF-8, not too deep, with nothing in it that is a trap. An empty one
 * is none, whatever its type says: many programs name the type with every request.
 * @param csv paths that take CSV as well, which is left as it is
 */
export const readBody =
  ({ csv }: { csv: readonly string[] }): MiddlewareHandler<ApiEnv> =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const type = c.req.header('content-type')
    if (csv.includes(c.req.path) && type !== undefined && /^text\/csv\s*(;|$)/i.test(type)) return next()
    const bytes = await c.req.arrayBuffer()
    const isJson = type !== undefined && /^application\/json\s*(;|$)/i.test(type)
    if (bytes.byteLength === 0 && (isJson || type === undefined)) {
      c.req.raw.headers.delete('content-type')
      return next()
    }
    if (!isJson) {
      throw new ApiProblem('unsupported-media-type', 'Send the body with Content-Type: application/json.', {
        accepted: ['application/json'],
      })
    }
    const text = decode(bytes)
    const errors = trapsIn(parse(text))
    const [first] = errors
    if (first) throw new ApiProblem('unsafe-json', `"${first.path.join('.')}" ${first.message}.`, { errors })
    // whoever asks for it next would have it decoded anew, by way of a web response
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) })
    return next()
  }

/** What to answer when there is no body where there must be one. */
export function emptyBody(): ApiProblem {
  return new ApiProblem('malformed-json', 'The body is empty: send a JSON object, at least {}.')
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ApiProblem('malformed-json', 'The body is not UTF-8.')
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw emptyBody()
  try {
    return JSON.parse(text)
  } catch {
    const found = findJsonError(text)
    const where = found ? ` at line ${found.line}, column ${found.column}: expected ${found.expected}` : ''
    throw new ApiProblem('malformed-json', `The body is not JSON${where}.`)
  }
}

type Path = (string | number)[]
interface Trap {
  path: Path
  message: string
}

/** What in a parsed body no schema may be trusted with. At most one trap a branch, 50 in all. */
function trapsIn(value: unknown, path: Path = [], found: Trap[] = []): Trap[] {
  if (found.length >= 50) return found
  if (typeof value === 'string') {
    const message = whatIsWrong(value)
    if (message) found.push({ path, message })
  } else if (typeof value === 'object' && value !== null) {
    if (path.length >= deepest) {
      found.push({ path, message: `is nested deeper than ${deepest}` })
      return found
    }
    for (const [key, inside] of Object.entries(value)) {
      const place = [...path, Array.isArray(value) ? Number(key) : key]
      const message = unsafeKeys.has(key) ? 'is a key that means something to JavaScript itself' : whatIsWrong(key)
      if (message) found.push({ path: place, message })
      else trapsIn(inside, place, found)
    }
  }
  return found
}

function whatIsWrong(text: string): string | undefined {
  if (text.includes('\u0000')) return 'holds a NUL character'
  return /\p{Surrogate}/u.test(text) ? 'holds half of a surrogate pair' : undefined
}
