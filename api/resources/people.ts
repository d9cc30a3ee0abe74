import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, peopleSchemas } from '../../engine/index.ts'
import type { SignIn } from '../auth/openSignIn.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { organisationView, teamView, teamWithMembersView, userView } from '../views/people.ts'

const tags = ['People']
const id = peopleSchemas.handleSchema
const teamParams = z.object({ team: id.meta({ example: 'ohjaus' }) })
const userParams = z.object({ user: id.meta({ example: 'mari.virtanen' }) })
const done = { 204: { description: 'Done.' } }

const organisationsRoute = createRoute({
  method: 'get',
  path: '/organisations',
  tags,
  operationId: 'listOrganisations',
  summary: 'Organisations',
  responses: {
    200: json(z.object({ items: z.array(organisationView) }).meta({ id: 'Organisations' }), 'By id.'),
    ...refusals(),
  },
})

const createOrganisationRoute = createRoute({
  method: 'post',
  path: '/organisations',
  tags,
  operationId: 'createOrganisation',
  summary: 'Add an organisation',
  request: {
    body: body(
      peopleSchemas.createOrganisationSchema
        .omit({ by: true })
        .meta({ id: 'CreateOrganisation', example: { id: 'pajat', name: 'Kainuun pajat ry', kind: 'provider' } }),
    ),
  },
  responses: { 201: json(organisationView, 'The organisation.'), ...writeRefusals('id-taken') },
})

const teamsRoute = createRoute({
  method: 'get',
  path: '/teams',
  tags,
  operationId: 'listTeams',
  summary: 'Teams',
  request: { query: z.strictObject({ organisation: id.optional() }) },
  responses: {
    200: json(z.object({ items: z.array(teamView) }).meta({ id: 'Teams' }), 'By organisation and id.'),
    ...refusals(),
  },
})

const teamRoute = createRoute({
  method: 'get',
  path: '/teams/{team}',
  tags,
  operationId: 'getTeam',
  summary: 'A team with its members',
  request: { params: teamParams },
  responses: { 200: json(teamWithMembersView, 'The team.'), ...refusals() },
})

const createTeamRoute = createRoute({
  method: 'post',
  path: '/teams',
  tags,
  operationId: 'createTeam',
  summary: 'Add a team',
  request: {
    body: body(
      peopleSchemas.createTeamSchema
        .omit({ by: true })
        .meta({ id: 'CreateTeam', example: { id: 'ohjaus', organisation: 'own', name: 'Ohjaustiimi' } }),
    ),
  },
  responses: { 201: json(teamView, 'The team.'), ...writeRefusals('id-taken') },
})

const joinRoute = createRoute({
  method: 'put',
  path: '/teams/{team}/members/{user}',
  tags,
  operationId: 'joinTeam',
  summary: 'Put a person into a team',
  description: 'With the case roles they act in on the team’s journeys. Once more changes those.',
  request: {
    params: teamParams.extend(userParams.shape),
    body: body(
      peopleSchemas.joinTeamSchema
        .omit({ by: true, user: true })
        .meta({ id: 'JoinTeam', example: { caseRoles: ['adviser', 'assessor'] } }),
    ),
  },
  responses: { ...done, ...writeRefusals() },
})

const leaveRoute = createRoute({
  method: 'delete',
  path: '/teams/{team}/members/{user}',
  tags,
  operationId: 'leaveTeam',
  summary: 'Take a person out of a team',
  request: { params: teamParams.extend(userParams.shape) },
  responses: { ...done, ...writeRefusals() },
})

const usersRoute = createRoute({
  method: 'get',
  path: '/users',
  tags,
  operationId: 'listUsers',
  summary: 'People who work with Polku, page by page',
  description: 'Those of the own organisation; an administrator sees all.',
  request: { query: z.strictObject({ organisation: id.optional(), limit: limitQuery, after: id.optional() }) },
  responses: { 200: json(pageOf(userView, 'UserPage'), 'By id.'), ...refusals() },
})

const userRoute = createRoute({
  method: 'get',
  path: '/users/{user}',
  tags,
  operationId: 'getUser',
  summary: 'A person who works with Polku',
  description: 'Of the own organisation; an administrator sees all.',
  request: { params: userParams },
  responses: { 200: json(userView, 'The person.'), ...refusals() },
})

const createUserRoute = createRoute({
  method: 'post',
  path: '/users',
  tags,
  operationId: 'createUser',
  summary: 'Add a person',
  description: 'They can sign in once they have chosen a password through an invitation, or at their organisation.',
  request: {
    body: body(
      peopleSchemas.createUserSchema.omit({ by: true }).meta({
        id: 'CreateUser',
        example: {
          id: 'mari.virtanen',
          name: 'Mari Virtanen',
          email: 'mari.virtanen@example.org',
          organisation: 'own',
          systemRoles: ['counsellor'],
        },
      }),
    ),
  },
  responses: { 201: json(userView, 'The person.'), ...writeRefusals('user-taken') },
})

const changeUserRoute = createRoute({
  method: 'patch',
  path: '/users/{user}',
  tags,
  operationId: 'changeUser',
  summary: 'Change a person',
  description: 'With `active: false` they are signed out everywhere at once, and their tokens open nothing.',
  request: {
    params: userParams,
    body: body(
      peopleSchemas.changeUserSchema
        .omit({ by: true })
        .meta({ id: 'ChangeUser', example: { systemRoles: ['counsellor', 'manager'], revision: 1 } }),
    ),
  },
  responses: {
    200: json(userView, 'The person.'),
    ...writeRefusals('user-taken', 'stale-revision', 'last-administrator'),
  },
})

const inviteRoute = createRoute({
  method: 'post',
  path: '/users/{user}/invitation',
  tags,
  operationId: 'inviteUser',
  summary: 'Make a link to choose a password',
  description:
    'For a new person, or one who has forgotten it. The link works once and for a day; earlier ones no more.',
  request: { params: userParams },
  responses: {
    201: json(z.object({ link: z.string() }).meta({ id: 'Invitation' }), 'The link, to hand to the person.'),
    ...writeRefusals(),
  },
})

const outRoute = createRoute({
  method: 'delete',
  path: '/users/{user}/sessions',
  tags,
  operationId: 'signUserOut',
  summary: 'Sign a person out everywhere',
  request: { params: userParams },
  responses: { ...done, ...writeRefusals() },
})

/** Organisations, teams and the people who work with Polku. */
export function peopleRoutes(
  { people, signIn: sessions }: Polku,
  signIn: SignIn,
  baseUrl: string,
): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(organisationsRoute, async (c) => c.json({ items: await people.organisations() }, 200))
  app.openapi(createOrganisationRoute, async (c) => {
    return c.json(await people.createOrganisation({ ...c.req.valid('json'), by: actorOf(c) }), 201)
  })
  app.openapi(teamsRoute, async (c) => c.json({ items: await people.teams(c.req.valid('query').organisation) }, 200))
  app.openapi(teamRoute, async (c) => c.json(await people.team(c.req.valid('param').team), 200))
  app.openapi(createTeamRoute, async (c) => {
    return c.json(await people.createTeam({ ...c.req.valid('json'), by: actorOf(c) }), 201)
  })
  app.openapi(joinRoute, async (c) => {
    const { team, user } = c.req.valid('param')
    await people.join(team, { ...c.req.valid('json'), user, by: actorOf(c) })
    return c.body(null, 204)
  })
  app.openapi(leaveRoute, async (c) => {
    const { team, user } = c.req.valid('param')
    await people.leave(team, user)
    return c.body(null, 204)
  })
  app.openapi(usersRoute, async (c) => {
    const { limit, after, organisation } = c.req.valid('query')
    const viewer = viewerOf(c)
    const of = viewer.systemRoles.includes('administrator') ? organisation : viewer.organisation
    const found = await people.users({ limit: limit + 1, after, organisation: of })
    return c.json(
      page(found, limit, (one) => one.id),
      200,
    )
  })
  app.openapi(userRoute, async (c) => {
    const found = await people.user(c.req.valid('param').user)
    const { systemRoles, organisation } = viewerOf(c)
    if (found.organisation !== organisation && !systemRoles.includes('administrator')) {
      throw new ApiProblem('not-found', `There is no user "${found.id}".`)
    }
    return c.json(found, 200)
  })
  app.openapi(createUserRoute, async (c) => {
    return c.json(await people.createUser({ ...c.req.valid('json'), by: actorOf(c) }), 201)
  })
  app.openapi(changeUserRoute, async (c) => {
    const given = { ...c.req.valid('json'), by: actorOf(c) }
    return c.json(await people.changeUser(c.req.valid('param').user, given), 200)
  })
  app.openapi(inviteRoute, async (c) => {
    const user = await people.user(c.req.valid('param').user)
    await sessions.withdrawLinks(user.id)
    // behind a #, it never reaches a server's log
    return c.json({ link: `${baseUrl}/welcome#${await signIn.invite(user)}` }, 201)
  })
  app.openapi(outRoute, async (c) => {
    await sessions.endSessions(c.req.valid('param').user)
    return c.body(null, 204)
  })
  return app
}
