import { z } from '@hono/zod-openapi'
import { problemCodes } from '../../engine/index.ts'

const rowView = z
  .object({
    row: z.number().int().describe('Which of the rows, from 1.'),
    line: z.number().int().optional().describe('Where it stands in a CSV file; the line of names is 1.'),
    key: z.string().nullable().describe('The row’s own key.'),
    outcome: z
      .enum(['created', 'repeated', 'refused'])
      .describe('repeated: it was brought in before, under the same keys. Nothing was changed.'),
    client: z.string().optional(),
    journey: z.string().optional(),
    problem: z
      .object({
        code: z.enum(problemCodes),
        title: z.string(),
        detail: z.string(),
        errors: z.array(
          z.object({
            path: z.array(z.union([z.string(), z.number()])).describe('The field of the row.'),
            message: z.string(),
            pointer: z.string().optional().describe('The same, from the top of a JSON body (RFC 6901).'),
            column: z.string().optional().describe('The column of a CSV file.'),
          }),
        ),
        accepted: z.array(z.string()).optional().describe('What would be accepted instead.'),
      })
      .optional()
      .describe('Why it was refused.'),
  })
  .meta({ id: 'ImportedRow' })

/** What became of an import, row by row. */
export const importView = z
  .object({
    dryRun: z.boolean(),
    created: z.number().int(),
    repeated: z.number().int(),
    refused: z.number().int(),
    rows: z.array(rowView),
  })
  .meta({ id: 'ImportAnswer' })
