import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Polku, type Sight, schemas, type Viewer } from '../../engine/index.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

/** Headers of a command that may be repeated safely. */
export const commandHeaders = z.object({
  'Idempotency-Key': schemas.keySchema.optional().meta({
    description: 'The same caller with the same key and body gets the same answer, and one effect.',
    example: '0d1f6f0e-start-kartoitus',
  }),
})

/** Who acts, in which case roles, and under which key. */
export function callerOf(c: Context<ApiEnv>): { by: schemas.Actor; key: string | undefined } {
  return { by: actorOf(c), key: c.req.header('Idempotency-Key') }
}

/** The acting person, with the case roles they have in the matter at hand. */
export function actorOf(c: Context<ApiEnv>): schemas.Actor {
  const { user } = viewerOf(c)
  const standing = c.get('standing')
  const isGuest = standing !== undefined && standing.through !== 'owner'
  return { user, roles: standing?.caseRoles ?? [], ...(isGuest && { isGuest }) }
}

/** Who asks; the guard has let them in. */
export function viewerOf(c: Context<ApiEnv>): Viewer {
  const viewer = c.get('viewer')
  if (!viewer) throw new Error(`${c.get('operation')} is for nobody in particular, and asks who`)
  return viewer
}

/** What the asking person sees, for lists; found out once a request. */
export async function sightOf(c: Context<ApiEnv>, access: Polku['access']): Promise<Sight> {
  const sight = c.get('sight') ?? (await access.sight(viewerOf(c)))
  c.set('sight', sight)
  return sight
}

/** What concerns another person's work is theirs, or their manager's. @throws ApiProblem `not-found` */
export async function requireOwnOr(c: Context<ApiEnv>, people: Polku['people'], other: string): Promise<void> {
  const { user, systemRoles, organisation } = viewerOf(c)
  if (user === other) return
  const known = await people.users({ organisation })
  if (systemRoles.includes('manager') && known.some(({ id }) => id === other)) return
  throw new ApiProblem('not-found', `There is no user "${other}" whose work is yours to arrange.`)
}
