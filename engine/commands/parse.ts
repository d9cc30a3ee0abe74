import type { z } from 'zod'
import { PolkuProblem } from './problem.ts'

/**
 * Takes input in, or says which field breaks which rule.
 * @throws PolkuProblem `invalid-request` with every error found (at most 50)
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw invalidRequest(result.error)
}

/** A schema's errors as a problem: the path of each field, and the rule in words. */
export function invalidRequest(error: z.ZodError): PolkuProblem {
  const errors = error.issues.slice(0, 50).map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    message,
  }))
  const [first] = errors
  const where = first && first.path.length > 0 ? `"${first.path.join('.')}": ` : ''
  return new PolkuProblem('invalid-request', `${where}${first?.message ?? 'the request is not valid'}`, { errors })
}
