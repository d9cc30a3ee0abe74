import { z } from '@hono/zod-openapi'

/** A drawing as Mermaid reads it. */
export const mermaidView = z
  .object({
    mermaid: z.string().describe('A `stateDiagram-v2`, for https://mermaid.js.org and whatever draws it.'),
  })
  .meta({ id: 'MermaidExport' })
