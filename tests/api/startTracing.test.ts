import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { context, diag, propagation, trace } from '@opentelemetry/api'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { pino } from 'pino'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { startTracing } from '../../api/tracing/startTracing.ts'
import { hasProvider } from '../../engine/observe/tracing.ts'
import { openTestApi } from './support/openTestApi.ts'

const log = pino({ level: 'silent' })

afterEach(() => {
  vi.unstubAllEnvs()
  for (const api of [trace, context, propagation, diag]) api.disable()
})

/** What a collector is sent, as far as a test looks at it. */
interface Sent {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] }
    scopeSpans: { spans: { name: string }[] }[]
  }[]
}

async function startCollector() {
  const sent: { path: string; body: Sent }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      sent.push({ path: request.url ?? '', body: JSON.parse(text) as Sent })
      response.setHeader('Content-Type', 'application/json').end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { sent, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

it('sends spans to where the environment says, what is left at the end as well', async () => {
  const { sent, address } = await startCollector()
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', address)
  vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=testi')
  const stop = await startTracing(process.env, log)
  const api = await openTestApi()
  await api.get('/api/v1/pathways')
  await stop()
  const [{ path, body } = { path: '', body: undefined }] = sent
  expect(path).toBe('/v1/traces')
  const [resource] = body?.resourceSpans ?? []
  const attributes = new Map(resource?.resource.attributes.map(({ key, value }) => [key, value.stringValue]))
  expect([attributes.get('service.name'), attributes.get('deployment.environment.name')]).toEqual(['polku', 'testi'])
  const names = resource?.scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name))
  expect(names).toEqual(expect.arrayContaining(['pathways.publish', 'commit', 'pathways.list', 'GET /api/v1/pathways']))
})

it.each([
  ['nowhere is named', {}],
  ['it is switched off', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }],
])('traces nothing where %s', async (_, environment) => {
  const stop = await startTracing(environment, log)
  expect(hasProvider()).toBe(false)
  await stop()
})

it('leaves a provider alone that is there already', async () => {
  const provider = new NodeTracerProvider()
  provider.register()
  const words: string[] = []
  const stop = await startTracing(
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' },
    pino({}, { write: (line: string) => words.push(line) }),
  )
  await stop()
  expect(words).toEqual([])
})

it('ends although the collector is away, and says so in the log', async () => {
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:1')
  const words: string[] = []
  const stop = await startTracing(process.env, pino({}, { write: (line: string) => words.push(line) }))
  trace.getTracer('test').startSpan('one').end()
  await stop()
  expect(words.join()).toContain('the last spans were not taken')
})
