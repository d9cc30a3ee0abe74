import { context, propagation, trace } from '@opentelemetry/api'
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { testClock } from '../support/testClock.ts'
import { openTestPolku, smallPathway, startJourney } from '../support/testPolku.ts'
import { inRehabilitation, openTestApi, startTestJourney, type TestApi, textAt } from './support/openTestApi.ts'

const exporter = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
provider.register()
afterAll(async () => {
  await provider.shutdown()
  for (const api of [trace, context, propagation]) api.disable()
})
beforeEach(() => exporter.reset())

/** A span as a test speaks of it. */
const spans = () => exporter.getFinishedSpans()
const named = (name: string): ReadableSpan => {
  const found = spans().filter((span) => span.name === name)
  const [only] = found
  if (!only || found.length > 1) throw new Error(`${found.length} of ${spans().map((span) => span.name)} are "${name}"`)
  return only
}
/** The commit of a command; that of the access log stands beside it. */
const commitOf = (command: ReadableSpan): ReadableSpan => {
  const found = spans().find((span) => span.name === 'commit' && parentOf(span) === idOf(command))
  if (!found) throw new Error('the command has no commit')
  return found
}
const traceOf = (span: ReadableSpan) => span.spanContext().traceId
const idOf = (span: ReadableSpan) => span.spanContext().spanId
const parentOf = (span: ReadableSpan) => span.parentSpanContext?.spanId

const child = smallPathway({
  id: 'harjoittelu',
  initial: 'sovitaan',
  states: { sovitaan: { followUps: { watch: { after: 'P1D', actions: 'remind' } } } },
})
const parent = smallPathway({
  id: 'kurssi',
  initial: 'odottaa',
  states: {
    odottaa: { on: { aloita: 'kurssilla' } },
    kurssilla: { modules: { harjoittelu: { pathway: 'harjoittelu', label: { fi: 'Harjoittelu' } } } },
  },
})

/** A course that opens a module when it begins. */
async function openWithModule(database = temporaryFile()) {
  const api = await openTestApi({ database })
  for (const document of [child, parent]) await api.polku.pathways.publish(document, { by: { user: 'polku' } })
  const client = textAt(await api.post('/api/v1/clients', { name: 'Aino Asiakas' }), 'id')
  const started = await api.post('/api/v1/journeys', { pathway: 'kurssi', client, responsible: { user: 'mari' } })
  const journey = textAt(started, 'journey', 'id')
  await api.polku.runDue()
  exporter.reset()
  return { api, database, client, journey }
}
const begin = (api: TestApi, journey: string, headers?: Record<string, string>) =>
  api.post(`/api/v1/journeys/${journey}/events`, { event: 'aloita' }, headers)

describe('a trace', () => {
  it('goes from the request through the outbox into the worker', async () => {
    const { api, database, journey } = await openWithModule()
    expect((await begin(api, journey)).status).toBe(200)
    const request = named('POST /api/v1/journeys/:journey/events')
    const command = named('journeys.send')
    const commit = commitOf(command)
    expect([parentOf(request), parentOf(command), parentOf(commit)]).toEqual([undefined, idOf(request), idOf(command)])

    const db = new Database(database, { readonly: true })
    const rows = db.prepare<[], { topic: string; trace: string }>(
      'SELECT topic, trace FROM outbox WHERE delivered_at IS NULL',
    )
    const [row] = rows.all().filter(({ topic }) => topic === 'module.start')
    db.close()
    expect(row?.trace).toBe(`00-${traceOf(request)}-${idOf(commit)}-01`)

    exporter.reset()
    await api.polku.runDue()
    const delivery = named('deliver module.start')
    expect([traceOf(delivery), parentOf(delivery)]).toEqual([traceOf(request), idOf(commit)])
    expect(delivery.attributes).toMatchObject({ 'polku.topic': 'module.start', 'polku.attempt': 1 })
    // what the module tells in its turn is still the same story
    const started = spans().filter(({ name }) => name === 'deliver journey.started')
    expect(started.map(traceOf)).toEqual([traceOf(request)])
  })

  it('is the one that the caller names', async () => {
    const { api, journey } = await openWithModule()
    const [theirs, span] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
    await begin(api, journey, { traceparent: `00-${theirs}-${span}-01` })
    const request = named('POST /api/v1/journeys/:journey/events')
    expect([traceOf(request), parentOf(request)]).toEqual([theirs, span])
    expect(traceOf(commitOf(named('journeys.send')))).toBe(theirs)
  })

  it('stays apart from those whose commands share its commit', async () => {
    const { api, client } = await openWithModule()
    const journeys = await Promise.all(
      Array.from({ length: 8 }, async () =>
        textAt(
          await api.post('/api/v1/journeys', { pathway: 'kurssi', client, responsible: { user: 'mari' } }),
          'journey',
          'id',
        ),
      ),
    )
    await api.polku.runDue()
    exporter.reset()
    await Promise.all(journeys.map((journey) => begin(api, journey)))
    await api.polku.runDue()
    const requests = spans().filter(({ name }) => name.startsWith('POST '))
    expect(new Set(requests.map(traceOf)).size).toBe(8)
    for (const request of requests) {
      const rest = spans().filter((span) => traceOf(span) === traceOf(request))
      expect(rest.filter(({ name }) => name === 'journeys.send')).toHaveLength(1)
      expect(rest.filter(({ name }) => name === 'deliver module.start')).toHaveLength(1)
    }
  })

  it('of a timer begins with it, and of no command that woke the worker', async () => {
    const api = await openTestApi({ database: temporaryFile() })
    await inRehabilitation(api)
    api.polku.work()
    await expect.poll(() => spans().filter(({ name }) => name.startsWith('deliver')).length).toBeGreaterThan(0)
    exporter.reset()
    api.clock.set('2026-05-04T00:00:01+03:00')
    // a command whose commit wakes the worker
    await api.post('/api/v1/clients', { name: 'Eero Asiakas' })
    api.polku.wake()
    await expect.poll(() => spans().some(({ name }) => name === 'act timers')).toBe(true)
    const timer = named('act timers')
    expect(timer.parentSpanContext).toBeUndefined()
    expect(timer.attributes).toEqual({
      'polku.pathway': 'suunto',
      'polku.timer.kinds': ['followUp'],
      'polku.timers': 1,
    })
    expect(traceOf(named('POST /api/v1/clients'))).not.toBe(traceOf(timer))
    const commits = spans().filter(({ name }) => name === 'commit')
    expect(commits.map(parentOf).every((parent) => spans().some((span) => idOf(span) === parent))).toBe(true)
  })
})

it('does not go on in the worker that a commit has woken', async () => {
  let tries = 0
  const deliver = async () => {
    tries += 1
    throw new Error('nobody answers')
  }
  const { polku } = await openTestPolku({ database: temporaryFile(), deliver, onError: () => {} })
  polku.work()
  exporter.reset()
  await startJourney(child, { on: { polku, clock: testClock() } })
  await expect.poll(() => tries).toBeGreaterThan(0)
  await expect.poll(async () => (await polku.backlog()).retryingMessages).toBe(tries)
  // that the attempt has failed is written after its span
  const commits = spans().filter(({ name }) => name === 'commit')
  const parents = commits.map((commit) => spans().find((span) => idOf(span) === parentOf(commit))?.name)
  expect(parents.sort()).toEqual(
    ['clients.create', 'journeys.start', 'pathways.publish', ...Array(tries).fill('deliver journey.started')].sort(),
  )
})

describe('a span', () => {
  it('tells of a refusal by its code, and not as a failure', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    exporter.reset()
    await api.post(`${path}/events`, { event: 'fly' })
    const [request, command] = [named('POST /api/v1/journeys/:journey/events'), named('journeys.send')]
    expect(request.attributes).toMatchObject({ 'http.response.status_code': 409, 'polku.outcome': 'unhandled' })
    expect(command.attributes).toEqual({ 'polku.outcome': 'unhandled' })
    expect([request.status.code, command.status.code]).toEqual([0, 0])
  })

  it('tells of a failure by its kind alone', async () => {
    const api = await openTestApi()
    await api.polku.close()
    exporter.reset()
    await expect(api.polku.clients.create({ by: { user: 'mari' }, name: 'Aino Asiakas' })).rejects.toThrow('closed')
    const command = named('clients.create')
    expect([command.status, command.events]).toEqual([{ code: 2 }, []])
    expect(command.attributes).toEqual({ 'error.type': 'Error' })
  })

  it('names no client, no person, no journey and no address', async () => {
    const { api, client, journey } = await openWithModule()
    await begin(api, journey)
    await api.post(`/api/v1/clients/${client}/facts`, { facts: { daysPerWeek: 4 }, source: 'Aino kertoi' })
    await api.get(`/api/v1/clients/${client}?name=Aino`)
    await api.get('/api/v1/clients/131052-9085')
    await api.polku.runDue()
    const told = JSON.stringify(
      spans().map(({ name, attributes, events, links, status }) => [name, attributes, events, links, status]),
    )
    expect(spans().length).toBeGreaterThan(10)
    for (const word of [client, journey, 'Aino', 'mari', '131052']) expect(told).not.toContain(word)
  })

  it('is made of no probe, and its trace stands in the log', async () => {
    const api = await openTestApi()
    exporter.reset()
    await api.get('/api/v1/health')
    await api.get('/api/v1/ready')
    expect(spans().map(({ name }) => name)).toEqual([])
    await api.get('/api/v1/pathways')
    const line: unknown = JSON.parse(api.logged.at(-1) ?? '')
    expect(line).toMatchObject({ route: '/api/v1/pathways', trace: traceOf(named('GET /api/v1/pathways')) })
  })
})
