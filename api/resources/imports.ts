import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Polku, PolkuProblem, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { json, writeRefusals } from '../http/describeRoute.ts'
import { columnOf, rowOfCsv } from '../imports/csvColumns.ts'
import { type GivenRow, importRows, mostRows, type RowAnswer } from '../imports/importRows.ts'
import { type CsvRow, readCsv } from '../imports/readCsv.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { pointerTo } from '../problems/pointerTo.ts'
import { importView } from '../views/import.ts'

const { reason, source } = schemas.importRowSchema.shape
const rowExample = {
  key: 'asiakas-17',
  client: { name: 'Aino Asiakas', identityCode: '131052-308T', language: 'fi' },
  pathway: 'suunto',
  at: 'kuntoutus',
  startedAt: '2024-11-04',
  occurredAt: '2025-02-10',
  reason: 'Siirto vanhasta järjestelmästä',
  responsible: { user: 'mari.virtanen', team: 'ohjaus' },
  facts: { daysPerWeek: { value: 4, occurredAt: '2026-01-12' } },
  doneFollowUps: { verkostotapaaminen: '2026-01-31' },
}

/** Rows are held against their schema one by one: a wrong one stops no other. Here stands what they are to be. */
const importBody = z
  .strictObject({
    reason: reason.optional().describe('The reason of every row that has none of its own.'),
    source: source.unwrap().optional().describe('The source of every row that has none of its own.'),
    rows: z
      .array(z.record(z.string(), z.unknown()))
      .min(1)
      .max(mostRows)
      .meta({ items: { $ref: '#/components/schemas/ImportRow' } }),
  })
  .meta({ id: 'Import', example: { source: 'viikkoseuranta', rows: [rowExample] } })

const csvBody = z.string().meta({
  id: 'ImportCsv',
  description:
    'The first line names the columns: key, name, identityCode, language, pathway, version, at, startedAt, occurredAt, reason, user, team, source, fact.NAME, fact.NAME.occurredAt, fact.NAME.source, doneFollowUp.NAME, doneTasks.',
  example:
    'key;name;pathway;at;occurredAt;reason;user;fact.daysPerWeek\nasiakas-17;Aino Asiakas;suunto;kuntoutus;2025-02-10;Siirto;mari.virtanen;4\n',
})

/** Optional to the schema only: who acts is asked first. */
const importKey = schemas.keySchema.optional().meta({
  description: 'The import’s key. The same person with the same keys of import and row has one effect.',
  example: 'siirto-2026-03',
  param: { required: true },
})

const importRoute = createRoute({
  method: 'post',
  path: '/',
  tags: ['Imports'],
  operationId: 'importJourneys',
  summary: 'Bring in clients who are already under way',
  description: `Up to ${mostRows} rows, as CSV or JSON, each a command of its own: one that is refused stops no other. A row is known by the Idempotency-Key of the import and its own key, so that the same file may be sent again, mended or cut off: what is in is not brought in twice.`,
  request: {
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).default('false').describe('Say what would happen, and let nothing happen.'),
    }),
    headers: commandHeaders.extend({ 'Idempotency-Key': importKey }),
    body: { content: { 'application/json': { schema: importBody }, 'text/csv': { schema: csvBody } } },
  },
  responses: {
    200: json(importView, 'What became of each row.'),
    ...writeRefusals('malformed-csv'),
  },
})

/** Imports: clients who are already under way elsewhere, many at a time. */
export function importRoutes(polku: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openAPIRegistry.register('ImportRow', schemas.importRowSchema.meta({ example: rowExample }))
  app.openapi(importRoute, async (c) => {
    const { by, key } = callerOf(c)
    if (key === undefined) {
      const message =
        'give the import a key of your own making: by it and the key of a row it is known what is in already'
      throw new ApiProblem('invalid-request', `The header Idempotency-Key: ${message}.`, {
        errors: [{ path: ['Idempotency-Key'], message, header: 'Idempotency-Key' }],
      })
    }
    const dryRun = c.req.valid('query').dryRun === 'true'
    const isCsv = /^text\/csv\b/i.test(c.req.header('content-type') ?? '')
    const body = c.req.valid('json')
    const rows = isCsv || typeof body === 'string' ? await rowsOfCsv(polku, c) : rowsOfJson(body)
    const { organisation } = viewerOf(c)
    const answers = (await importRows(polku, rows, { by, organisation, key, dryRun })).map((one) =>
      withPlaces(one, isCsv),
    )
    c.set('shown', [...new Set(answers.flatMap(({ client }) => client ?? []))])
    const count = (wanted: RowAnswer['outcome']) => answers.filter(({ outcome }) => outcome === wanted).length
    const counts = { created: count('created'), repeated: count('repeated'), refused: count('refused') }
    return c.json({ dryRun, ...counts, rows: answers }, 200)
  })
  return app
}

function rowsOfJson({ rows, ...common }: Partial<z.infer<typeof importBody>>): GivenRow[] {
  if (!rows) throw new ApiProblem('malformed-json', 'The body is empty: send JSON or CSV.')
  return rows.map((row) => ({ row: { ...common, ...row } }))
}

async function rowsOfCsv({ pathways }: Polku, c: Context<ApiEnv>): Promise<GivenRow[]> {
  const lines = readCsv(await c.req.arrayBuffer(), c.req.header('content-type') ?? '')
  if (lines.length === 0) throw new ApiProblem('malformed-csv', 'There is no row under the names of the columns.')
  if (lines.length > mostRows) {
    throw new ApiProblem('invalid-request', `There are ${lines.length} rows; one request may bring ${mostRows}.`)
  }
  const declared = new Map<string, ReturnType<typeof factsOf>>()
  return Promise.all(
    lines.map(async (one) => {
      const { pathway = '' } = one.cells
      const facts = declared.get(pathway) ?? factsOf(pathways, one)
      declared.set(pathway, facts)
      return { line: one.line, row: rowOfCsv(one, await facts) }
    }),
  )
}

/** What the pathway of a line declares; nothing where there is no such pathway, which the row's own refusal tells. */
async function factsOf(pathways: Polku['pathways'], { cells: { pathway = '' } }: CsvRow) {
  try {
    return (await pathways.get(pathway)).document.facts ?? {}
  } catch (error) {
    if (error instanceof PolkuProblem) return {}
    throw error
  }
}

/** Tells of each error where in the body its field stands. */
function withPlaces(answer: RowAnswer, isCsv: boolean) {
  if (!answer.problem) return { ...answer, problem: undefined }
  const errors = answer.problem.errors.map(({ path, message }) => ({
    path,
    message,
    ...(isCsv ? { column: columnOf(path) } : { pointer: pointerTo(['rows', answer.row - 1, ...path]) }),
  }))
  return { ...answer, problem: { ...answer.problem, errors } }
}
