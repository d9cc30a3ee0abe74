import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Polku, QueueState } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { json, refusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { loggedError } from '../problems/answerProblem.ts'
import { type Readiness, readinessView } from '../views/readiness.ts'

/** A worker this far behind should be looked at, milliseconds. */
const lateMs = 60_000
/** A month's turn may take the worker this long; more, and the pathways' promises are not being kept. Milliseconds. */
const tooLateMs = 300_000

const tags = ['Health']

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags,
  operationId: 'health',
  summary: 'Is the process up?',
  description: 'Asks nothing of the database. A process that does not answer this is to be restarted.',
  responses: { 200: json(z.object({ status: z.literal('up') }).meta({ id: 'Health' }), 'It is.'), ...refusals() },
})

const readyRoute = createRoute({
  method: 'get',
  path: '/ready',
  tags,
  operationId: 'ready',
  summary: 'Is Polku doing its work?',
  description: `503 when the database does not answer, or the oldest due timer has waited for more than ${tooLateMs / 1000} seconds. Beyond ${lateMs / 1000} seconds, with dead letters, or without its Redis, it is \`degraded\` with 200: commands are answered right (they let due timers act first), and a person should look.`,
  responses: { 200: json(readinessView, 'Ready, or degraded.'), ...refusals('not-ready') },
})

/** Liveness and readiness. */
export function healthRoutes(polku: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(healthRoute, (c) => c.json({ status: 'up' as const }, 200))
  app.openapi(readyRoute, async (c) => {
    const readiness = await readinessOf(polku, (error) => {
      c.get('log').error({ requestId: c.get('requestId'), error: loggedError(error) }, 'the database does not answer')
    })
    if (readiness.status === 'unavailable') {
      throw new ApiProblem('not-ready', `${readiness.reasons.join('; ')}.`, { readiness })
    }
    return c.json(readiness, 200)
  })
  return app
}

async function readinessOf(polku: Polku, onError: (error: unknown) => void): Promise<Readiness> {
  try {
    const [backlog, queue] = await Promise.all([polku.backlog(), polku.queueState()])
    const figures = figuresOf(backlog)
    const { overdueMs, dead } = figures
    const reasons: string[] = []
    if (overdueMs > lateMs) reasons.push(`the worker is ${Math.round(overdueMs / 1000)} seconds behind`)
    if (dead > 0) reasons.push(`${dead} timers or messages failed so often that a person must look`)
    if (queue && queue.redis !== 'ready') reasons.push(queue.words)
    const status = overdueMs > tooLateMs ? 'unavailable' : reasons.length > 0 ? 'degraded' : 'ready'
    return { status, reasons, figures, queue: queue ? queueView(queue) : null }
  } catch (error) {
    onError(error)
    return { status: 'unavailable', reasons: ['the database does not answer'], figures: null, queue: null }
  }
}

function figuresOf(backlog: Awaited<ReturnType<Polku['backlog']>>): NonNullable<Readiness['figures']> {
  const { now, dueTimers, waitingMessages, deadTimers, deadMessages, oldestDueAt } = backlog
  const overdueMs = oldestDueAt === null ? 0 : Math.max(0, now - oldestDueAt)
  return { dueTimers, undelivered: waitingMessages, dead: deadTimers + deadMessages, overdueMs }
}

function queueView({ redis, words, jobs, sweptAt }: QueueState): NonNullable<Readiness['queue']> {
  return {
    redis,
    words,
    jobs: jobs ?? null,
    sweptAt: sweptAt === undefined ? null : new Date(sweptAt).toISOString(),
  }
}
