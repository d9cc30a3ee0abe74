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
      'There is no sign-in yet: the server listens on this machine only, and every request but a GET (and a question about what is one’s own) says who acts in the header `Polku-User`, with the person’s case roles in `Polku-Roles`.',
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
    { name: 'Clients', description: 'The people whom journeys are about.' },
    { name: 'Erasure', description: 'Erasing clients, what holds it up, and how long data is kept.' },
    { name: 'Facts', description: 'Typed values about a client; never overwritten, only superseded.' },
    { name: 'Journeys', description: 'A client’s runs through versions of pathways.' },
    { name: 'Tasks', description: 'Work that waits for people.' },
    { name: 'Notifications', description: 'What the acting person was told, and how they wish to be.' },
    { name: 'Dead letters', description: 'What failed so often that a person must look.' },
    { name: 'Health', description: 'Whether Polku is up and doing its work.' },
  ],
}

/** Serves the OpenAPI 3.1 document, which is made from the very schemas that requests are held against. */
export function serveOpenApi(app: OpenAPIHono<ApiEnv>, path: string, hasDemoClock: boolean): void {
  const demo = { name: 'Demo clock', description: 'The clock of a demonstration.' }
  const config = hasDemoClock ? { ...about, tags: [...about.tags, demo] } : about
  let document: ReturnType<typeof app.getOpenAPI31Document> | undefined
  app.get(path, (c) => {
    document ??= app.getOpenAPI31Document(config)
    return c.json(document)
  })
}
