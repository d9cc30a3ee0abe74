import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { type Admission, type Polku, type Reader, schemas, type Viewer } from '../../engine/index.ts'
import type { SignIn } from '../auth/openSignIn.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { sightOf } from '../http/caller.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { redact } from './redact.ts'
import { isOpenTo, type Right, rights, type Subject } from './rights.ts'

export interface GuardOptions {
  /** who has been let in too often waits; asked once it is known who it is */
  limit?: MiddlewareHandler<ApiEnv>
  polku: Polku
  signIn: SignIn
  /** the app whose routes it stands before; asked when the first request comes */
  app: () => OpenAPIHono<ApiEnv>
  /** answers what no operation takes */
  unknown: (c: Context<ApiEnv>) => Response
  /** addresses that are for anybody, and no operations */
  open: readonly string[]
}

interface Named {
  operation: string
  params: Record<string, string>
}

/**
 * Stands before every route of the API: finds out who asks, whether the operation's right lets them, and how they stand to
 * the client it is about; and keeps the access log. Whoever does not see a client learns nothing of it: it is not found.
 */
export function guard({ polku, signIn, app, unknown, open, limit }: GuardOptions): MiddlewareHandler<ApiEnv> {
  let find: ((c: Context<ApiEnv>) => Named | undefined) | undefined
  return async (c, next) => {
    find ??= findOperations(app())
    const named = find(c)
    if (open.includes(c.req.path)) return next()
    // what is no operation reaches no handler: a route that was not described would be one that nobody guards
    if (!named) return unknown(c)
    const right = rights[named.operation]
    if (!right) throw new Error(`the operation ${named.operation} declares no right`)
    c.set('operation', named.operation)
    const viewer = await identify(c, polku, signIn, right)
    if (viewer) {
      requireRole(viewer, right)
      c.set('viewer', viewer)
    }
    if (limit) await limit(c, async () => undefined)
    if (!viewer || right.record === 'none') return next()
    c.set('purpose', purposeOf(c))
    const admission = await admit(c, polku, viewer, right, named)
    if (admission) {
      const { standing, reader } = admission
      c.set('standing', standing)
      c.set('reader', reader)
      await whileLogging(
        log(c, polku, viewer, right, standing.basis, [standing.client], standing.journey),
        async () => {
          requireTheirs(reader, right, named)
          await next()
        },
      )
      await show(c, (body) => redact(body, reader), reader)
    } else {
      await next()
      if (right.on === 'list' && c.res.ok) await showList(c, polku, viewer)
    }
    const shown = c.get('shown')
    if (shown && shown.length > 0 && c.res.ok) {
      await log(c, polku, viewer, right, right.on === 'list' ? 'list' : 'owner', shown, null)
    }
  }
}

/**
 * Does what was asked while the access log is written: whatever is answered, a refusal too, has been logged. A command that
 * comes at once shares the log's commit.
 */
async function whileLogging(logged: Promise<void>, work: () => Promise<void>): Promise<void> {
  // it is waited for below: until then it may fail without anybody listening
  logged.catch(() => undefined)
  try {
    await work()
  } finally {
    await logged
  }
}

/** A task or a fact that is not theirs to see is not found, or not theirs to record. @throws ApiProblem */
function requireTheirs({ tasks }: Reader, { on }: Right, { params }: Named): void {
  if (on === 'task' && tasks && !tasks.has(params.task ?? '')) {
    throw new ApiProblem('not-found', `There is no task "${params.task}".`)
  }
}

/** Takes out of an answer what the reader may not see. */
async function show(
  c: Context<ApiEnv>,
  cut: (body: unknown) => unknown,
  reader?: Pick<Reader, 'isOwner' | 'confidential' | 'hidden'>,
): Promise<void> {
  const isWhole = reader?.isOwner && reader.confidential && reader.hidden.size === 0
  const type = c.res.headers.get('content-type') ?? ''
  if (isWhole || !/\bjson\b/.test(type)) return
  const { status, headers } = c.res
  const shown = JSON.stringify(await cut(await c.res.json()))
  c.res = undefined
  c.res = new Response(shown, { status, headers })
}

/** Each item of a list as this person may see it: of what they were let in to, what is declared for them. */
async function showList(c: Context<ApiEnv>, { access }: Polku, viewer: Viewer): Promise<void> {
  if ((await sightOf(c, access)).granted.length === 0) return
  const readers = new Map<string, Reader>()
  const readerOf = async (client: string, { journey, id, pathway }: ListItem): Promise<Reader | undefined> => {
    const on = idOf(journey) ?? (pathway === undefined ? undefined : id)
    const known = readers.get(on ?? client)
    if (known) return known
    const admission = await access.admit(viewer, on === undefined ? { client } : { journey: on })
    const reader = admission?.reader
    if (reader) readers.set(on ?? client, reader)
    return reader
  }
  await show(c, async (body) => {
    const { items, ...page } = body as { items?: ListItem[] }
    if (!items) return body
    const seen: unknown[] = []
    const shown = new Set<string>()
    for (const item of items) {
      // a list of clients has them by their own id
      const client = idOf(item.client) ?? item.id ?? ''
      const reader = await readerOf(client, item)
      const [left] = reader ? (redact([item], reader) as unknown[]) : []
      if (left === undefined) continue
      seen.push(left)
      shown.add(client)
    }
    c.set('shown', [...shown])
    return { ...page, items: seen }
  })
}

/** What a client, a journey or a task in a list has that tells whose it is. */
interface ListItem {
  id?: string
  client?: string | { id: string }
  journey?: string | { id: string }
  pathway?: string
}

const idOf = (named: string | { id: string } | undefined): string | undefined =>
  typeof named === 'object' ? named.id : named

function log(
  c: Context<ApiEnv>,
  { access }: Polku,
  { user, organisation }: Viewer,
  right: Right,
  basis: string,
  clients: readonly string[],
  journey: string | null,
): Promise<void> {
  const { access: kind, record } = right
  const row = {
    user,
    organisation,
    token: c.get('token')?.id ?? null,
    operation: c.get('operation') ?? '',
    access: kind,
    recordClass: record,
    purpose: c.get('purpose'),
    basis,
    journey,
    request: c.get('requestId'),
  }
  return access.log(row, clients)
}

/** What for, as a code: words would outlive the person whom they are about. @throws ApiProblem `invalid-request` */
function purposeOf(c: Context<ApiEnv>): string {
  const given = c.req.header('Polku-Purpose')
  if (given === undefined) return 'service'
  if (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(given)) return given
  const errors = [
    { path: ['Polku-Purpose'], header: 'Polku-Purpose', message: 'a code of letters, digits and -, 40 at most' },
  ]
  throw new ApiProblem('invalid-request', `The header Polku-Purpose: ${errors[0]?.message}.`, { errors })
}

/** Who asks, by session or token; undefined where nobody need be known. @throws ApiProblem `not-signed-in`, `scope-refused` */
export async function identify(
  c: Context<ApiEnv>,
  polku: Polku,
  signIn: SignIn,
  { roles, scope, access }: Right,
): Promise<Viewer | undefined> {
  if (roles === 'public') return undefined
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    const verified = await polku.tokens.verify(given)
    if (!verified) throw notSignedIn(c, 'The token is not one, has expired or has been revoked.')
    const { viewer, ...token } = verified
    const wanted = `${scope}:${access}`
    if (scope !== 'session' && !token.scopes.includes(wanted)) {
      throw new ApiProblem('scope-refused', `The token does not have the scope "${wanted}".`, { accepted: [wanted] })
    }
    c.set('token', token)
    return viewer
  }
  const user = await signIn.userOf(c.req.raw.headers)
  const viewer = user === undefined ? undefined : await polku.access.viewer(user)
  if (!viewer) throw notSignedIn(c, 'Sign in, or send a token.')
  return viewer
}

function notSignedIn(c: Context<ApiEnv>, words: string): ApiProblem {
  c.header('WWW-Authenticate', 'Bearer')
  return new ApiProblem('not-signed-in', words)
}

/** @throws ApiProblem `role-refused` */
export function requireRole(viewer: Viewer, right: Right): void {
  if (isOpenTo(viewer, right)) return
  const accepted = [right.roles].flat()
  throw new ApiProblem('role-refused', `This is for: ${accepted.join(', ')}.`, { accepted })
}

/** How they stand to what the request is about; undefined where it is about nobody in particular. @throws ApiProblem `not-found` */
async function admit(
  c: Context<ApiEnv>,
  { access, grants, contacts }: Polku,
  viewer: Viewer,
  { on, granted, access: kind }: Right,
  { params }: Named,
): Promise<Admission | undefined> {
  const subject = await subjectOf(c, on, params)
  if (!subject) return undefined
  const { what, id } = subject
  if (!schemas.idSchema.safeParse(id).success) {
    const [field, isInBody] = [on === 'task' ? on : what, on.endsWith('InBody')]
    const message = 'is not of the form that ids have'
    const errors = [{ path: [field], message, ...(!isInBody && { parameter: field }) }]
    throw new ApiProblem('invalid-request', `The ${what}’s id ${message}.`, { errors })
  }
  const client =
    what === 'grant'
      ? (await grants.get(id)).client
      : what === 'contact'
        ? (await contacts.get(id, viewer.organisation)).client
        : id
  const admission = await access.admit(viewer, what === 'journey' ? { journey: id } : { client })
  const standing = admission?.standing
  const isOwner = standing?.through === 'owner' && (kind === 'read' || !standing.isAudit)
  const mayAct = isOwner || (granted && (standing?.through === 'grant' || kind === 'read'))
  if (!admission || !mayAct) throw new ApiProblem('not-found', `There is no ${what} "${id}".`)
  return admission
}

async function subjectOf(
  c: Context<ApiEnv>,
  on: Subject,
  params: Record<string, string>,
): Promise<{ what: 'client' | 'journey' | 'grant' | 'contact'; id: string } | undefined> {
  switch (on) {
    case 'client':
    case 'journey':
    case 'grant':
    case 'contact':
      return { what: on, id: params[on] ?? '' }
    case 'task':
      return { what: 'journey', id: /^(.+)\.\d{1,9}$/.exec(params.task ?? '')?.[1] ?? '' }
    case 'clientInBody':
    case 'journeyInBody':
    case 'eitherInBody': {
      const body: unknown = await c.req.json().catch(() => undefined)
      const named = (what: 'client' | 'journey') => {
        const id = typeof body === 'object' && body !== null ? Reflect.get(body, what) : undefined
        // what is not there, the schema refuses in words
        return typeof id === 'string' ? { what, id } : undefined
      }
      if (on === 'clientInBody') return named('client')
      return named('journey') ?? (on === 'eitherInBody' ? named('client') : undefined)
    }
    default:
      return undefined
  }
}

/** Which operation a request is for, by the routes that the OpenAPI document is made from. */
function findOperations(app: OpenAPIHono<ApiEnv>): (c: Context<ApiEnv>) => Named | undefined {
  const router = new TrieRouter<string>()
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { method, path, operationId } = definition.route
    if (operationId === undefined) throw new Error(`${method} ${path} has no operationId`)
    router.add(method.toUpperCase(), path.replaceAll(/\{([^}]+)\}/g, ':$1'), operationId)
  }
  return ({ req }) => {
    const method = req.method === 'HEAD' ? 'GET' : req.method
    const [found] = router.match(method, req.path)
    const [first] = found
    if (!first) return undefined
    const [operation, params] = first
    return { operation, params: Object.fromEntries(Object.entries(params).map(([k, v]) => [k, decode(String(v))])) }
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
