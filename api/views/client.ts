import { z } from '@hono/zod-openapi'
import { instantView } from './text.ts'

/** A client as the API shows one. */
export const clientView = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    identityCode: z.string().nullable(),
    language: z.enum(['fi', 'sv', 'en']).nullable(),
    createdAt: instantView,
  })
  .meta({ id: 'Client' })

const factView = z
  .object({
    id: z.string(),
    name: z.string().meta({ example: 'daysPerWeek' }),
    class: z.string().meta({ example: 'ordinary' }),
    value: z.union([z.string(), z.number(), z.boolean()]).meta({ example: 5 }),
    source: z.string(),
    recordedBy: z.string(),
    recordedAt: instantView,
    holdsFrom: instantView,
  })
  .meta({ id: 'Fact', description: 'A recorded value with where it comes from.' })

export const factsView = z.object({ items: z.array(factView) }).meta({ id: 'Facts' })

/** What recording facts answers. */
export const recordedView = z
  .object({
    facts: z.record(z.string(), z.string()).describe('Ids of the recorded facts, by name.'),
    journeys: z
      .array(z.object({ journey: z.string(), revision: z.number(), taken: z.array(z.string()) }))
      .describe('The client’s live journeys after it, with the transitions that it set off.'),
  })
  .meta({ id: 'RecordedFacts' })
