import { z } from '@hono/zod-openapi'

/** What verification found in a document. */
export const findingView = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']).describe('Errors stop publishing; warnings are to be weighed.'),
    verdict: z
      .enum(['failing', 'unproved'])
      .optional()
      .describe('Of a promise that is not proved: whether it certainly fails, or may.'),
    path: z.array(z.union([z.string(), z.number()])).describe('Where in the document.'),
    message: z.string(),
    hint: z.string(),
    trace: z.array(z.string()).optional().describe('Events that lead a client into it, where that can be shown.'),
  })
  .meta({ id: 'Finding' })
