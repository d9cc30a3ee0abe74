import { z } from '@hono/zod-openapi'
import { schemas, type WorklistCursor, workSchemas } from '../../engine/index.ts'
import { parseJson } from './parseJson.ts'

/** Several ids in one value of a query, separated by commas. */
export const idsQuery = z
  .string()
  .max(4000)
  .transform((list) => list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
  .optional()

/** Whose worklist it is to be, and what of it. */
export const worklistFilterQuery = z.strictObject({
  ...workSchemas.worklistFilterSchema.shape,
  users: idsQuery.meta({
    description: 'Whose work, separated by commas; the acting person’s without it.',
    example: 'mari.virtanen,jussi.laine',
  }),
  teams: idsQuery.meta({ description: 'And that of these teams, separated by commas.', example: 'ohjaus' }),
  everyone: z.enum(['true', 'false']).default('false').meta({ description: 'Everybody’s work instead.' }),
})

const cursorSchema = z.strictObject({
  key: z.string().max(100),
  journey: schemas.idSchema,
  task: z.int().min(0),
  why: z.string().max(50),
  client: schemas.idSchema.optional(),
})

/** Where a list goes on. */
export const worklistCursorQuery = z
  .string()
  .max(1000)
  .transform((text, ctx): WorklistCursor => {
    const found = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
    if (found.success) return found.data
    ctx.addIssue({ code: 'custom', message: 'hand back `after` of the page before' })
    return z.NEVER
  })
  .optional()

/** The same as text. */
export const worklistCursor = (cursor: WorklistCursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')
