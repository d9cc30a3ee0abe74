import { createFigures } from '../../../api/metrics/createFigures.ts'
import { createMetrics } from '../../../api/metrics/createMetrics.ts'
import { openPolku } from '../../../engine/index.ts'

export interface DeclaredMetric {
  type: string
  labels: readonly string[]
}

/** Every metric that `/metrics` has, by name, whether it has a value already or not. */
export async function declaredMetrics(): Promise<Map<string, DeclaredMetric>> {
  const { registry } = createMetrics()
  const polku = await openPolku({ database: ':memory:' })
  createFigures(registry, { polku, file: undefined })
  await polku.close()
  return new Map(
    registry
      .getMetricsAsArray()
      .map((metric) => [metric.name, { type: String(metric.type), labels: labelsOf(metric) }]),
  )
}

const labelsOf = (metric: object): string[] =>
  'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames : []
