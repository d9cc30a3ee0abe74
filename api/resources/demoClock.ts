import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Duration, DurationError, dueAfter, getCalendar } from '../../engine/pathway/calendar/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { instantView } from '../views/text.ts'

/** A clock that a demonstration sets. */
export interface DemoClock {
  now(): Date
  /** Goes forward, letting everything act that falls due on the way, each at its own instant. */
  advanceTo(at: Date): Promise<void>
}

/** The farthest leap: every due instant on the way is acted on. */
const farthest = 'P5Y'
const calendar = getCalendar('fi')

const clockView = z.object({ now: instantView }).meta({ id: 'DemoClock' })
const leapBody = z
  .union([
    z.strictObject({ to: z.iso.datetime({ offset: true }).describe('An instant.') }),
    z.strictObject({
      by: z.string().max(40).describe('A duration: P2M, P20D, PT36H. P2M ends at the start of a day.'),
    }),
  ])
  .meta({ id: 'DemoClockLeap', example: { by: 'P2M' } })

const tags = ['Demo clock']

const getRoute = createRoute({
  method: 'get',
  path: '/clock',
  tags,
  operationId: 'getDemoClock',
  summary: 'What the demo clock shows',
  responses: { 200: json(clockView, 'The demo’s now.'), ...refusals() },
})

const leapRoute = createRoute({
  method: 'post',
  path: '/clock',
  tags,
  operationId: 'advanceDemoClock',
  summary: 'Let time pass',
  description: 'Forward only, and step by step: what falls due on the way acts at its own instant. Five years at most.',
  request: { body: body(leapBody) },
  responses: { 200: json(clockView, 'The demo’s now.'), ...writeRefusals('clock-backwards', 'clock-too-far') },
})

/** The clock of a demonstration. These routes exist only where the server was given one. */
export function demoClockRoutes(clock: DemoClock): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  /** leaps wait for each other */
  let leaping: Promise<void> = Promise.resolve()
  app.openapi(getRoute, (c) => c.json({ now: clock.now().toISOString() }, 200))
  app.openapi(leapRoute, async (c) => {
    const leap = c.req.valid('json')
    const mine = leaping.then(() => clock.advanceTo(targetOf(leap, clock.now())))
    leaping = mine.catch(() => undefined)
    await mine
    return c.json({ now: clock.now().toISOString() }, 200)
  })
  return app
}

function targetOf(leap: z.infer<typeof leapBody>, now: Date): Date {
  const to = 'to' in leap ? Date.parse(leap.to) : after(now, leap.by)
  if (to < now.getTime()) {
    throw new ApiProblem('clock-backwards', `The demo clock is at ${now.toISOString()} and only goes forward.`)
  }
  if (to > after(now, farthest))
    throw new ApiProblem('clock-too-far', `Five years at a time at most, from ${now.toISOString()}.`)
  return new Date(to)
}

/** A calendar duration counts days, and so ends at the start of one: never before now. */
function after(now: Date, duration: Duration): number {
  try {
    return Math.max(now.getTime(), dueAfter({ at: now.getTime() }, duration, { calendar }).at)
  } catch (error) {
    if (!(error instanceof DurationError)) throw error
    throw new ApiProblem('invalid-request', `"by": ${error.message}.`, {
      errors: [{ path: ['by'], message: error.message }],
    })
  }
}
