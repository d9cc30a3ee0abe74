import { Hono } from 'hono'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { createFigures, type FiguresOptions } from '../metrics/createFigures.ts'
import type { Metrics } from '../metrics/createMetrics.ts'

/**
 * `GET /metrics`: everything in Prometheus' text format. A part that cannot be looked up is left out; the answer comes all
 * the same. Call it once for each `Metrics`.
 */
export function metricsRoutes({ registry }: Metrics, options: FiguresOptions): Hono<ApiEnv> {
  const lookUp = createFigures(registry, options)
  return new Hono<ApiEnv>().get('/metrics', async (c) => {
    await lookUp()
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
}
