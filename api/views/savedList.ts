import { z } from '@hono/zod-openapi'
import { workSchemas } from '../../engine/index.ts'
import { instantView } from './text.ts'

/** A worklist with filters and an order, under a name. */
export const savedListView = z
  .object({
    id: z.string(),
    owner: z.string(),
    name: z.string(),
    list: workSchemas.worklistSchema,
    filters: workSchemas.worklistFilterSchema.extend({
      users: z.array(z.string()).optional(),
      teams: z.array(z.string()).optional(),
      everyone: z.boolean().optional(),
    }),
    sort: workSchemas.worklistSortSchema,
    sharedWith: z.object({ kind: z.enum(['team', 'organisation']), id: z.string() }).nullable(),
    savedAt: instantView,
  })
  .meta({ id: 'SavedList', description: 'A worklist with filters and an order, under a name of its owner’s.' })
