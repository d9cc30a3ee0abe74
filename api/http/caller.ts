import { z } from '@hono/zod-openapi'
import { type ProblemDetails, schemas } from '../../engine/index.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'

const roles = z.string().optional().meta({
  description: 'The acting person’s case roles, separated by commas.',
  example: 'counsellor,coach',
})

/** Headers of every request that is not a GET. */
export const writeHeaders = z.object({
  // optional to the schema only: a request without it is refused under a code of its own
  'Polku-User': z
    .string()
    .optional()
    .meta({
      description: 'Who acts: the id of a person, in ASCII. There is no sign-in yet.',
      example: 'mari.virtanen',
      param: { required: true },
    }),
  'Polku-Roles': roles,
})

/** Headers of a command that may be repeated safely. */
export const commandHeaders = writeHeaders.extend({
  'Idempotency-Key': schemas.keySchema.optional().meta({
    description: 'The same caller with the same key and body gets the same answer, and one effect.',
    example: '0d1f6f0e-start-kartoitus',
  }),
})

/** Headers of a question about what is the asking person's own. */
export const mineHeaders = writeHeaders.pick({ 'Polku-User': true })

/** Headers of a question whose answer depends on who asks. */
export const askHeaders = z.object({
  'Polku-User': z.string().optional().meta({ description: 'Who asks.', example: 'mari.virtanen' }),
  'Polku-Roles': roles,
})

type Headers = Partial<z.infer<typeof askHeaders>> & { 'Idempotency-Key'?: string }

/**
 * Who acts, and under which key.
 * @throws ApiProblem `acting-person-missing`, `invalid-request`
 */
export function callerOf(headers: Headers): { by: schemas.Actor; key: string | undefined } {
  return { by: actorOf(headers), key: headers['Idempotency-Key'] }
}

/** The acting person. @throws ApiProblem `acting-person-missing`, `invalid-request` */
export function actorOf(headers: Headers): schemas.Actor {
  const user = headers['Polku-User']?.trim() ?? ''
  if (user === '') {
    throw new ApiProblem('acting-person-missing', 'Say who acts in the header Polku-User, for example: mari.virtanen')
  }
  return { user: readUser(user), roles: readRoles(headers['Polku-Roles']) }
}

/** Who asks: nobody in particular when the header is missing. */
export function askerOf(headers: Headers): schemas.Actor {
  const user = headers['Polku-User']?.trim() ?? ''
  return { user: user === '' ? '' : readUser(user), roles: readRoles(headers['Polku-Roles']) }
}

/** A comma would be a header given twice; what is not ASCII comes over HTTP as something else than was meant. */
function readUser(user: string): string {
  if (/^[\x20-\x2b\x2d-\x7e]{1,200}$/.test(user)) return user
  throw refuse('Polku-User', 'one id, in ASCII without commas, 200 characters at most')
}

function readRoles(list: string | undefined): string[] {
  const found = (list ?? '').split(',').flatMap((role) => (role.trim() === '' ? [] : [role.trim()]))
  if (found.length <= 50 && found.every((role) => /^[\x20-\x7e]{1,64}$/.test(role))) return found
  throw refuse('Polku-Roles', 'at most 50 case roles, in ASCII, 64 characters each')
}

function refuse(header: string, message: string): ApiProblem {
  const details: ProblemDetails = { errors: [{ path: [header], message }] }
  return new ApiProblem('invalid-request', `The header ${header}: ${message}.`, details)
}
