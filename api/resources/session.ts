import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Polku, peopleSchemas } from '../../engine/index.ts'
import type { SignIn } from '../auth/openSignIn.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { addressOf } from '../http/addressOf.ts'
import { viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { localPathPattern } from '../pages/localPath.js'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { viewerView } from '../views/people.ts'

const tags = ['Sign-in']
const passwordSchema = z.string().max(1000).meta({ format: 'password' })
/** An address within Polku: never another site that a link has named. */
const localPathSchema = z.string().max(500).regex(localPathPattern, 'a path of Polku’s own, such as /pathways/suunto')
const done = { 204: { description: 'Done.' } }

const signInRoute = createRoute({
  method: 'post',
  path: '/session',
  tags,
  operationId: 'signIn',
  summary: 'Sign in with a password',
  description: 'Sets a cookie that lasts twelve hours. Systems use a token instead.',
  request: {
    body: body(
      z
        .strictObject({ email: z.string().min(1).max(254), password: passwordSchema })
        .meta({ id: 'SignIn', example: { email: 'mari.virtanen@example.org', password: 'neljä sanaa riittää hyvin' } }),
    ),
  },
  responses: { ...done, ...writeRefusals('not-signed-in', 'too-many-attempts') },
})

const whoAmIRoute = createRoute({
  method: 'get',
  path: '/session',
  tags,
  operationId: 'whoAmI',
  summary: 'Who I am here',
  responses: { 200: json(viewerView, 'The person who is signed in, or whom the token acts as.'), ...refusals() },
})

const signOutRoute = createRoute({
  method: 'delete',
  path: '/session',
  tags,
  operationId: 'signOut',
  summary: 'Sign out',
  responses: { ...done, ...writeRefusals() },
})

const everywhereRoute = createRoute({
  method: 'delete',
  path: '/sessions',
  tags,
  operationId: 'signOutEverywhere',
  summary: 'Sign out everywhere',
  description: 'Ends every session of the signed-in person, on all machines.',
  responses: { ...done, ...writeRefusals() },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/password',
  tags,
  operationId: 'changePassword',
  summary: 'Change my password',
  description: 'Ends all other sessions of the signed-in person.',
  request: {
    body: body(
      z.strictObject({ current: passwordSchema, password: passwordSchema }).meta({
        id: 'ChangePassword',
        example: { current: 'neljä sanaa riittää hyvin', password: 'toiset neljä sanaa tässä' },
      }),
    ),
  },
  responses: { ...done, ...writeRefusals('password-weak', 'too-many-attempts') },
})

const chooseRoute = createRoute({
  method: 'post',
  path: '/password',
  tags,
  operationId: 'choosePassword',
  summary: 'Choose a password, with a link’s token',
  description: 'The token of a one-time link that an administrator has made. It works once.',
  request: {
    body: body(
      z
        .strictObject({ token: z.string().min(1).max(200), password: passwordSchema })
        .meta({ id: 'ChoosePassword', example: { token: 'q1w2e3r4t5', password: 'neljä sanaa riittää hyvin' } }),
    ),
  },
  responses: { ...done, ...writeRefusals('link-invalid', 'password-weak', 'too-many-attempts') },
})

const setUpRoute = createRoute({
  method: 'post',
  path: '/setup',
  tags,
  operationId: 'setUp',
  summary: 'Set up the first administrator',
  description: 'With the token of the link that the first start has printed.',
  request: {
    body: body(
      z
        .strictObject({
          token: z.string().min(1).max(200),
          name: peopleSchemas.createUserSchema.shape.name,
          email: z.email().max(254),
          password: passwordSchema,
          organisation: peopleSchemas.createOrganisationSchema.shape.name.describe(
            'The name of one’s own organisation.',
          ),
        })
        .meta({
          id: 'SetUp',
          example: {
            token: 'q1w2e3r4t5',
            name: 'Aino Pääkäyttäjä',
            email: 'aino@example.org',
            password: 'neljä sanaa riittää hyvin',
            organisation: 'Kainuun työllisyysalue',
          },
        }),
    ),
  },
  responses: { ...done, ...writeRefusals('link-invalid', 'password-weak', 'too-many-attempts', 'user-taken') },
})

const providersRoute = createRoute({
  method: 'get',
  path: '/sign-in',
  tags,
  operationId: 'listSignInProviders',
  summary: 'Where else one may sign in',
  description: 'Organisations’ own sign-ins, by OpenID Connect.',
  responses: {
    200: json(
      z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }).meta({ id: 'SignInProviders' }),
      'The providers.',
    ),
    ...refusals(),
  },
})

const byProviderRoute = createRoute({
  method: 'get',
  path: '/sign-in/{provider}',
  tags,
  operationId: 'signInByProvider',
  summary: 'Sign in at one’s organisation',
  request: {
    params: z.object({ provider: z.string().min(1).max(64).meta({ example: 'kunta' }) }),
    query: z.strictObject({ next: localPathSchema.optional().describe('The page to come to when signed in.') }),
  },
  responses: { 302: { description: 'On to the provider.' }, ...refusals('not-found', 'too-many-attempts') },
})

/** Signing in and out. What the library behind it answers is told in our own problems; only its cookies are passed on. */
export function sessionRoutes(polku: Polku, signIn: SignIn): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()

  async function ask(c: Context<ApiEnv>, path: string, sent?: object): Promise<Response> {
    const { method, headers } = { method: 'POST', headers: c.req.raw.headers }
    const answer = await signIn.answer(path, { method, headers, address: addressOf(c), body: sent ?? {} })
    for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
    if (answer.status === 429) {
      c.header('Retry-After', answer.headers.get('x-retry-after') ?? '60')
      throw new ApiProblem('too-many-attempts', 'This has been tried too often; wait a minute.')
    }
    return answer
  }

  /** @throws ApiProblem `password-weak`, or the problem that is meant by a refusal of any other kind */
  async function require(answer: Response, otherwise: ApiProblem): Promise<void> {
    if (answer.ok) return
    const said = (await answer.json().catch(() => ({}))) as { code?: string }
    if (said.code === 'PASSWORD_TOO_SHORT' || said.code === 'PASSWORD_TOO_LONG') {
      const errors = [{ path: ['password'], message: 'must have from 12 to 128 characters' }]
      throw new ApiProblem('password-weak', 'A password has from 12 to 128 characters.', { errors })
    }
    if (answer.status >= 500) throw new Error(`the sign-in answered ${answer.status}`)
    throw otherwise
  }

  const wrong = () => new ApiProblem('not-signed-in', 'The e-mail address or the password is wrong.')
  const spent = () => new ApiProblem('link-invalid', 'The link has been used, is too old, or is not one.')

  app.openapi(signInRoute, async (c) => {
    await require(await ask(c, 'sign-in/email', c.req.valid('json')), wrong())
    return c.body(null, 204)
  })
  app.openapi(whoAmIRoute, (c) => {
    const { memberships, ...viewer } = viewerOf(c)
    const teams = memberships.map(({ team, caseRoles }) => ({ team, caseRoles }))
    return c.json({ ...viewer, teams, scopes: c.get('token')?.scopes ?? null }, 200)
  })
  app.openapi(signOutRoute, async (c) => {
    await ask(c, 'sign-out')
    return c.body(null, 204)
  })
  app.openapi(everywhereRoute, async (c) => {
    await polku.signIn.endSessions(viewerOf(c).user)
    await ask(c, 'sign-out')
    return c.body(null, 204)
  })
  app.openapi(changeRoute, async (c) => {
    const { current, password } = c.req.valid('json')
    const asked = { currentPassword: current, newPassword: password, revokeOtherSessions: true }
    await require(await ask(c, 'change-password', asked), wrong())
    return c.body(null, 204)
  })
  app.openapi(chooseRoute, async (c) => {
    const { token, password } = c.req.valid('json')
    await require(await ask(c, 'reset-password', { token, newPassword: password }), spent())
    return c.body(null, 204)
  })
  app.openapi(setUpRoute, async (c) => {
    const { token, password, ...who } = c.req.valid('json')
    if (await polku.signIn.hasAccounts()) throw spent()
    await require(await ask(c, 'reset-password', { token, newPassword: password }), spent())
    const { id } = await polku.people.nameFirst(who)
    // each process that started before has printed one
    await polku.signIn.withdrawLinks(id)
    return c.body(null, 204)
  })
  app.openapi(providersRoute, (c) => c.json({ items: [...signIn.providers] }, 200))
  app.openapi(byProviderRoute, async (c) => {
    const { provider } = c.req.valid('param')
    if (!signIn.providers.some(({ id }) => id === provider)) {
      throw new ApiProblem('not-found', `There is no sign-in "${provider}".`)
    }
    const { next: callbackURL = '/' } = c.req.valid('query')
    const answer = await ask(c, 'sign-in/social', { provider, callbackURL, errorCallbackURL: '/sign-in' })
    const { url } = (await answer.json()) as { url?: string }
    if (!answer.ok || url === undefined) throw new Error(`the sign-in answered ${answer.status} to ${provider}`)
    return c.redirect(url, 302)
  })
  return app
}
