import type { Hook } from '@hono/zod-openapi'
import { type ApiFieldError, ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'
import { emptyBody } from './readBody.ts'

const places: Readonly<Record<string, string>> = {
  query: ' in the query',
  param: ' in the address',
  header: ' in the headers',
}

/** What a schema refuses, as a problem that names every field. The library’s own answer would show its insides. */
export const refuseInvalid: Hook<unknown, ApiEnv, string, Promise<void>> = async (result, c) => {
  if (result.success) return
  if (result.target === 'json' && (await c.req.arrayBuffer()).byteLength === 0) throw emptyBody()
  const errors = result.error.issues.slice(0, 50).map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
    if (issue.code === 'unrecognized_keys') {
      return placed(result.target, [...path, ...issue.keys.slice(0, 1)], 'is not a field here')
    }
    return placed(result.target, path, issue.message)
  })
  const [first] = errors
  const where = first && first.path.length > 0 ? `"${first.path.join('.')}"` : 'The request'
  throw new ApiProblem('invalid-request', `${where}${places[result.target] ?? ''}: ${first?.message ?? 'not valid'}`, {
    errors,
  })
}

/** An error with the part of the request that it is in. */
function placed(target: string, path: (string | number)[], message: string): ApiFieldError {
  const name = String(path[0] ?? '')
  if (target === 'header') return { path, message, header: name }
  return target === 'json' ? { path, message } : { path, message, parameter: name }
}
