import { z } from '@hono/zod-openapi'
import { dateView, instantView } from './text.ts'

/** Who stands in for whom. */
export const substituteView = z
  .object({
    id: z.string(),
    user: z.string(),
    substitute: z.string(),
    from: dateView,
    until: dateView,
    createdAt: instantView,
    createdBy: z.string(),
  })
  .meta({ id: 'Substitute', description: 'Who stands in for whom, both days included.' })
