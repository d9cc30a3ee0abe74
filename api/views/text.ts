import { z } from '@hono/zod-openapi'

/** A text for people, as a pathway holds it. */
export const textView = z
  .object({ fi: z.string(), sv: z.string().optional(), en: z.string().optional() })
  .meta({ id: 'Text', description: 'A text for people: Finnish always, Swedish and English where given.' })

/** An instant as the API writes it: ISO 8601 in UTC. */
export const instantView = z.string().meta({ format: 'date-time', example: '2026-03-02T08:15:00.000Z' })

/** A local date of the pathway's calendar. */
export const dateView = z.string().meta({ format: 'date', example: '2026-05-04' })

/** Anything JSON can hold under names. */
export const recordView = z.record(z.string(), z.unknown()).meta({ type: 'object', additionalProperties: true })
