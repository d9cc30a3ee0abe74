import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/** Spans of Polku's work, in whatever OpenTelemetry provider the process has registered. */
export interface Tracing {
  /** the span at hand as a W3C traceparent; null when there is none */
  traceparent(): string | null
  /**
   * Runs work as a span. It is a part of the span at hand unless `within` says otherwise: a traceparent from elsewhere, or
   * null for a trace of its own. What the work throws marks it: by the error's kind only, as its words may tell of a client.
   */
  span<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>
  /** Work that belongs to the span at hand, whenever and by whomever it is run. */
  bind<A extends unknown[], T>(work: (...values: A) => T): (...values: A) => T
  /** Runs what belongs to no span, though a span is at hand. */
  apart(work: () => void): void
}

export interface SpanOptions {
  kind?: SpanKind
  attributes?: Attributes
  within?: string | null
}

/**
 * Begins to trace, if a provider is registered by now.
 * @param codeOf the code of an error that is expected, such as a refusal: that is no failure of the span's
 */
export function openTracing(codeOf: (error: unknown) => string | undefined): Tracing | undefined {
  if (!hasProvider()) return undefined
  const tracer = trace.getTracer('polku')
  const end = (span: Span, error: unknown) => {
    const code = codeOf(error)
    if (code !== undefined) {
      span.setAttribute('polku.outcome', code)
      return
    }
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
    span.setStatus({ code: SpanStatusCode.ERROR })
  }

  return {
    traceparent: () => formatTraceparent(context.active()),
    span(name, { kind = SpanKind.INTERNAL, attributes, within }, work) {
      const parent = within === undefined ? context.active() : contextOf(within)
      return tracer.startActiveSpan(name, { kind, ...(attributes && { attributes }) }, parent, async (span) => {
        try {
          return await work(span)
        } catch (error) {
          end(span, error)
          throw error
        } finally {
          span.end()
        }
      })
    },
    bind: (work) => context.bind(context.active(), work),
    apart: (work) => context.with(ROOT_CONTEXT, work),
  }
}

/** Whether an OpenTelemetry provider is registered: without one spans have no ids. */
export function hasProvider(): boolean {
  // a span that is never ended is told to nobody
  const span = trace.getTracer('polku').startSpan('polku', { root: true })
  return isSpanContextValid(span.spanContext())
}

/** W3C Trace Context, 3.2: version, trace, span, flags. */
function formatTraceparent(at: Context): string | null {
  const span = trace.getSpanContext(at)
  if (!span || !isSpanContextValid(span)) return null
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`
}

/** What is no traceparent belongs to no trace. */
function contextOf(traceparent: string | null): Context {
  const [, traceId = '', spanId = '', flags = ''] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? []
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
  return isSpanContextValid(span) ? trace.setSpanContext(ROOT_CONTEXT, span) : ROOT_CONTEXT
}
