import { DiagLogLevel, diag } from '@opentelemetry/api'
import type { Logger } from 'pino'
import { hasProvider } from '../../engine/observe/tracing.ts'
import manifest from '../../package.json' with { type: 'json' }

/** Ends what was begun: what has not been sent yet is sent, though not waited for long. */
export type StopTracing = () => Promise<void>

/** How long the end waits for spans to be taken. Milliseconds. */
const patienceMs = 5_000

/**
 * Sends spans to where `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` says, by OTLP over HTTP; the
 * other variables of OpenTelemetry hold as well (`OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER`, …). Where neither is set
 * nothing is loaded, nor where a provider has been registered already (`node --import …`). To be called before `openPolku`.
 */
export async function startTracing(
  environment: Readonly<Record<string, string | undefined>>,
  log: Logger,
): Promise<StopTracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED } = environment
  const isAsked = Boolean(OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT)
  if (!isAsked || OTEL_SDK_DISABLED?.toLowerCase() === 'true' || hasProvider()) return async () => {}
  const tell = (words: string) => log.warn({ words }, 'tracing')
  const ignore = () => {}
  diag.setLogger({ error: tell, warn: tell, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN)
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const named = resources.resourceFromAttributes({ 'service.name': 'polku', 'service.version': manifest.version })
  const provider = new NodeTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        tell(`the last spans were not taken within ${patienceMs / 1000} seconds`)
        resolve()
      }, patienceMs)
    })
    await Promise.race([provider.shutdown().catch((error: unknown) => tell(String(error))), late])
    clearTimeout(timer)
  }
}
