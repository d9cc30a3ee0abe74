import { z } from '@hono/zod-openapi'

/** How Polku is doing, in figures. */
export const readinessView = z
  .object({
    status: z
      .enum(['ready', 'degraded', 'unavailable'])
      .describe('degraded: requests are served right, and a person should look. unavailable comes with status 503.'),
    reasons: z.array(z.string()).describe('Why it is not simply ready, in words.'),
    figures: z
      .object({
        dueTimers: z.number().describe('Timers whose turn has come.'),
        undelivered: z.number().describe('Messages to the outside that wait to be delivered.'),
        dead: z.number().describe('Timers and messages that failed so often that a person must look.'),
        overdueMs: z.number().describe('How long the oldest due timer has waited for the worker.'),
      })
      .nullable()
      .describe('null when the database does not answer'),
    queue: z
      .object({
        redis: z
          .enum(['ready', 'away', 'unfit'])
          .describe('away and unfit: the workers look at the database every second instead, and nothing is lost.'),
        words: z.string().describe('Why it is not simply ready.'),
        jobs: z.record(z.string(), z.number()).nullable().describe('Jobs in Redis by state.'),
        sweptAt: z.string().nullable().describe('When a worker last moved the horizon.'),
      })
      .nullable()
      .describe('null when the queue is embedded'),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof readinessView>
