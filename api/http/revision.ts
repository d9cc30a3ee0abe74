import { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

const entityTag = /^"(\d{1,15})"$/

/** The header of a request that is decided on a revision; the same as `revision` in its body. */
export const ifMatch = {
  'If-Match': z
    .string()
    .regex(/^("\d{1,15}"|\*)$/, 'give the ETag that was answered, such as "4"')
    .optional()
    .meta({
      description: 'The ETag of what it was decided on. Refused with 412 when something has happened since.',
      example: '"4"',
    }),
}

/** The header of a question whose answer may be known already. */
export const ifNoneMatch = {
  'If-None-Match': z.string().optional().meta({ description: 'The ETag of what is known already.', example: '"4"' }),
}

/** What an answer with an entity tag may be instead. */
export const notModified = { 304: { description: 'It is what If-None-Match names: nothing has happened since.' } }

/** Names the revision of what is answered. */
export function tagRevision(c: Context<ApiEnv>, { revision }: { revision: number }): void {
  c.header('ETag', `"${revision}"`)
}

const answerNotModified = etag()

/**
 * Answers If-None-Match, for whoever is shown all that there is: what others are shown depends on who they are as well, and
 * may become another without anything having happened.
 */
export const notModifiedToWhoSeesAll: MiddlewareHandler<ApiEnv> = (c, next) => {
  const reader = c.get('reader')
  const seesAll = !reader || (reader.isOwner && reader.hidden.size === 0)
  return seesAll ? answerNotModified(c, next) : next()
}

/**
 * Takes the revision that If-Match names into the body, where commands have theirs. Whoever gives both means one.
 * A command that is refused because of it is answered with 412 by `onError`.
 */
export const readIfMatch: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const [, digits] = entityTag.exec(c.req.header('if-match')?.trim() ?? '') ?? []
  if (digits === undefined || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const revision = Number(digits)
  c.set('ifMatch', revision)
  if (c.req.method === 'DELETE') return next()
  const text = await c.req.text()
  const body: unknown = text.trim() === '' ? {} : JSON.parse(text)
  // what is no object is for its schema to refuse
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return next()
  if ('revision' in body && body.revision !== revision) {
    const message = 'is another revision than If-Match names'
    throw new ApiProblem('invalid-request', `"revision" ${message}.`, { errors: [{ path: ['revision'], message }] })
  }
  const { raw } = c.req
  const headers = new Headers(raw.headers)
  headers.set('Content-Type', 'application/json')
  headers.delete('Content-Length')
  c.req.raw = new Request(raw.url, { method: raw.method, headers, body: JSON.stringify({ ...body, revision }) })
  c.req.bodyCache = {}
  return next()
}
