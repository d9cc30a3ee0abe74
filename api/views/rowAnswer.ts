import { z } from '@hono/zod-openapi'

/** What became of one row of a call that does the same to many. */
export const rowAnswerView = z
  .object({
    journey: z.string(),
    task: z.string().nullable(),
    status: z.enum(['done', 'possible', 'refused']).describe('With `dryRun`, what would be done is possible.'),
    revision: z.number().nullable().describe('The journey’s revision after it.'),
    code: z.string().nullable().describe('Why it was refused; /problems explains each code.'),
    detail: z.string().nullable(),
  })
  .meta({ id: 'RowAnswer', description: 'One row; one that is refused holds up no other.' })
