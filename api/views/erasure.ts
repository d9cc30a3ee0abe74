import { z } from '@hono/zod-openapi'
import { instantView } from './text.ts'

export const erasureView = z
  .object({
    client: z.string(),
    recordClass: z.string().nullable().describe('The records that were erased; null for all there was of the client.'),
    erasedAt: instantView,
    erasedBy: z.string(),
    reason: z.string(),
    basis: z.string(),
    isLogCleared: z
      .boolean()
      .describe('False when others were reading the database all the while: erase again, which only clears its log.'),
  })
  .meta({ id: 'Erasure', description: 'What was erased of a client, why, and on what ground.' })

export const erasuresView = z
  .object({ items: z.array(erasureView.omit({ isLogCleared: true })) })
  .meta({ id: 'Erasures' })

const legalHoldView = z
  .object({
    id: z.string(),
    why: z.string(),
    placedBy: z.string(),
    placedAt: instantView,
    until: z.string().nullable(),
    endedAt: instantView.nullable(),
    endedBy: z.string().nullable(),
    isStanding: z.boolean(),
  })
  .meta({ id: 'LegalHold' })

export const legalHoldsView = z.object({ items: z.array(legalHoldView) }).meta({ id: 'LegalHolds' })
