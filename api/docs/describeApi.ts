import { readFile } from 'node:fs/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '../http/ApiEnv.ts'

/** What the OpenAPI document says of the API as a whole. */
const about = {
  openapi: '3.1.0',
  info: {
    title: 'Polku',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
    description: [
      'A durable workflow engine with configurable client service pathways.',
      '',
      'People sign in (`POST /session`), and a cookie carries their session. Systems send `Authorization: Bearer` with a token that an administrator has made, and do what its scopes name. What somebody may see and do depends on their roles, their teams, and what they have been let in to; what they may not see is not found. Every look at a client is logged; `Polku-Purpose` says what for.',
      '',
      '**Commands.** With an `Idempotency-Key` the same caller gets the same answer to the same request, and one effect. `revision` refuses a command that was decided on something older. `occurredAt` says when it was true in the world. `dryRun` says what would happen, and lets nothing happen.',
      '',
      '**Refusals** are problem documents (RFC 9457), `application/problem+json`. Programs go by `code`; [all codes](/problems). 409: in the way of how things stand now. 422: against a rule.',
      '',
      '**Lists** come in pages: hand `after` back as `?after=`.',
    ].join('\n'),
  },
  servers: [{ url: '/', description: 'This server' }],
  tags: [
    { name: 'Pathways', description: 'What administrators design: documents, verified and published in versions.' },
    { name: 'Drafts', description: 'What the designer edits.' },
    { name: 'Walks', description: 'Example clients who walk through documents, and how each must fare.' },
    { name: 'Clients', description: 'The people whom journeys are about.' },
    { name: 'Erasure', description: 'Erasing clients, what holds it up, and how long data is kept.' },
    { name: 'Facts', description: 'Typed values about a client; never overwritten, only superseded.' },
    { name: 'Journeys', description: 'A client’s runs through versions of pathways.' },
    { name: 'Tasks', description: 'Work that waits for people.' },
    { name: 'Imports', description: 'Clients who are already under way elsewhere, many at a time.' },
    { name: 'Worklists', description: 'What waits for whom today, why, and since when.' },
    { name: 'Contacts', description: 'Talks, meetings, visits, attempts and notes about a client.' },
    { name: 'Substitutes', description: 'Who stands in for whom.' },
    { name: 'Notifications', description: 'What the acting person was told, and how they wish to be.' },
    { name: 'Dead letters', description: 'What failed so often that a person must look.' },
    { name: 'Sign-in', description: 'Who one is here.' },
    { name: 'People', description: 'Organisations, teams, users and the tokens of systems.' },
    { name: 'Rights', description: 'Who has been let in to a client, and who has looked.' },
    { name: 'Health', description: 'Whether Polku is up and doing its work.' },
  ],
}

type Document = ReturnType<OpenAPIHono<ApiEnv>['getOpenAPI31Document']>

/** Serves the OpenAPI 3.1 document, which is made from the very schemas that requests are held against. */
export function serveOpenApi(app: OpenAPIHono<ApiEnv>, path: string, hasDemoClock: boolean): void {
  const demo = { name: 'Demo clock', description: 'The clock of a demonstration.' }
  const config = hasDemoClock ? { ...about, tags: [...about.tags, demo] } : about
  let document: Promise<Document> | undefined
  app.get(path, async (c) => {
    document ??= withExamples(app.getOpenAPI31Document(config))
    return c.json(await document)
  })
}

/** Shows what each operation answers when all is well; `tests/api/examples.test.ts` has recorded it. */
async function withExamples(document: Document): Promise<Document> {
  const text = await readFile(new URL('./examples.json', import.meta.url), 'utf8')
  const examples = new Map(Object.entries(JSON.parse(text) as Record<string, unknown>))
  const operations = Object.values(document.paths ?? {}).flatMap((item) => [
    item.get,
    item.post,
    item.put,
    item.patch,
    item.delete,
  ])
  for (const operation of operations) {
    const example = examples.get(operation?.operationId ?? '')
    for (const [status, response] of Object.entries(operation?.responses ?? {})) {
      const content = 'content' in response ? response.content?.['application/json'] : undefined
      if (example !== undefined && content && Number(status) < 300) content.example = example
    }
  }
  return document
}
