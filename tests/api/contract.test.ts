import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patience, runs } from '../support/runs.ts'
import {
  allowedRequests,
  type ContractRequest,
  type Known,
  placesOf,
  spoiltRequests,
} from './support/contractRequests.ts'
import { type Answer, inRehabilitation, openTestApi, type TestApi, textAt } from './support/openTestApi.ts'

/** A Polku with one of everything that an address may name. */
async function withEverything(): Promise<{ api: TestApi; known: Known }> {
  const api = await openTestApi({ onError: () => {}, hasDemoClock: true })
  const { client, journey, path } = await inRehabilitation(api)
  const opened = await api.post('/api/v1/tasks', { journey, title: 'Soita', assignee: 'jussi.laine' })
  await api.ask('PUT', '/api/v1/drafts/luonnos', { body: { document: { id: 'luonnos' } } })
  const scenario = { name: 'Perus', startsAt: '2026-03-02T08:00:00Z', steps: [] }
  await api.ask('PUT', '/api/v1/pathways/suunto/scenarios/perus', { body: scenario })
  await api.polku.runDue()
  const told = await api.get('/api/v1/notifications', { 'Polku-User': 'jussi.laine' })
  const other = await inRehabilitation(api)
  await api.post(`${path}/suspend`, { reason: 'Perhevapaa', reviewDate: '2026-09-01' })
  const known = {
    client: [client, other.client],
    journey: [journey, other.journey],
    task: [textAt(opened, 'task')],
    draft: ['luonnos'],
    scenario: ['perus'],
    pathway: ['suunto'],
    version: ['1'],
    user: ['jussi.laine'],
    team: ['team-of-jussi.laine'],
    organisation: ['own'],
    timer: [`${journey}.1`],
    message: ['1'],
    notification: [textAt(told, 'items', 0, 'id')],
    event: ['aloitaKoulutus'],
    code: ['keskeytys'],
  }
  return { api, known }
}

const send = (api: TestApi, { method, path, headers, body }: ContractRequest): Promise<Answer> =>
  api.ask(method, path, {
    ...(body !== undefined && { raw: body }),
    headers: { 'Polku-User': null, 'Polku-Roles': null, 'Content-Type': null, ...headers },
  })

describe('every operation', { timeout: patience }, () => {
  it('answers what the document says, to what it allows and to what it does not, and never fails', async () => {
    const { api, known } = await withEverything()
    const { numRuns = 0, seed } = runs(6)
    const well = new Set<string>()
    const places = placesOf(api.document)
    for (const place of places) {
      const { operationId } = place.operation
      for (const make of [allowedRequests, spoiltRequests]) {
        for (const request of fc.sample(make(api.document, place, known), {
          numRuns,
          ...(seed !== undefined && { seed }),
        })) {
          // the answer is held against the document as it comes
          const answer = await send(api, request).catch((error: Error) => {
            throw new Error(`${JSON.stringify(request)}\n${error.message}`, { cause: error })
          })
          // nobody works here, so that what comes due waits: that much it may say
          const isWell = answer.status < 500 || answer.at('code') === 'not-ready'
          expect(isWell, `${JSON.stringify(request)}\n${answer.text}\n${api.logged.at(-2)}`).toBe(true)
          if (answer.status < 300) well.add(operationId)
          if (answer.status >= 400) expect(answer.at('code'), JSON.stringify(request)).toBeTypeOf('string')
        }
      }
    }
    // a contract that nothing passes holds nothing
    const never = places.map(({ operation }) => operation.operationId).filter((id) => !well.has(id))
    expect(never.length / places.length, never.join(' ')).toBeLessThan(0.5)
  })
})
