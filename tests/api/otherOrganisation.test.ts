import { expect, it } from 'vitest'
import { rights } from '../../api/rights/rights.ts'
import { createCallers } from '../support/callers.ts'
import { placesOf } from './support/contractRequests.ts'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

it('people of another organisation do not learn that a client, a journey or a task is there', async () => {
  const api = await openTestApi()
  const { client, journey } = await startTestJourney(api)
  const task = textAt(await api.post('/api/v1/tasks', { journey, title: 'Soita', role: 'counsellor' }), 'task')
  const by = { user: 'polku' }
  await api.polku.people.createOrganisation({ by, id: 'toinen', name: 'Toinen kunta', kind: 'authority' })
  const { Authorization } = await createCallers(api.polku).headersOf('ville.vieras', {
    organisation: 'toinen',
    systemRoles: ['manager', 'counsellor', 'provider', 'auditor'],
    caseRoles: ['counsellor', 'coach'],
  })
  const headers = { 'Polku-User': null, Authorization }
  let asked = 0
  for (const { method, path, operation } of placesOf(api.document)) {
    if (!['client', 'journey', 'task'].includes(rights[operation.operationId]?.on ?? '')) continue
    const address = path.replace('{client}', client).replace('{journey}', journey).replace('{task}', task)
    const [content] = Object.values(operation.requestBody?.content ?? {})
    const name =
      String(Reflect.get(content?.schema ?? {}, '$ref'))
        .split('/')
        .at(-1) ?? ''
    const body: unknown = Reflect.get(api.document.components.schemas[name] ?? {}, 'example')
    const refused = await api.ask(method, address, { ...(content && { body }), headers })
    // the same as for what is not there at all
    expect([operation.operationId, refused.status, refused.at('code')]).toEqual([
      operation.operationId,
      404,
      'not-found',
    ])
    asked += 1
  }
  expect(asked).toBeGreaterThan(20)
  for (const list of ['clients', 'journeys', 'tasks']) {
    const found = await api.get(`/api/v1/${list}`, headers)
    expect([list, found.status, found.at('items')]).toEqual([list, 200, []])
  }
})
