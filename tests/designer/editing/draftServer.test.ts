import { describe, expect, it } from 'vitest'
import { createClient } from '../../../api/client/createClient.ts'
import { draftBody } from '../../../designer/editing/draftBody.ts'
import { type DraftServer, draftServer } from '../../../designer/editing/draftServer.ts'
import { caseOf } from '../../../designer/findings/caseOf.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import { openTestApi } from '../../api/support/openTestApi.ts'
import { createCallers } from '../../support/callers.ts'

const body = draftBody({
  document: asDraftDocument({ id: 'polku', title: { fi: 'Polku' }, states: {} }),
  layout: { positions: { a: { x: 1, y: 2 } }, collapsed: ['a'], direction: 'down' },
})

/** Drafts over a connection that answers so. */
const serverOver = (answer: () => Response | Promise<Response>): DraftServer =>
  draftServer(() => createClient('http://localhost', { fetch: async () => answer() }))

/** Drafts over Polku's own API, for Aino, and for somebody whom it does not know. */
async function openDrafts() {
  const { polku, app } = await openTestApi()
  const { Authorization } = await createCallers(polku).headersOf('aino')
  const serverAs = (token: string): DraftServer =>
    draftServer(() =>
      createClient('http://localhost', { token, language: 'fi', fetch: async (request) => app.request(request) }),
    )
  return { polku, aino: serverAs(Authorization.slice('Bearer '.length)), nobody: serverAs('polku_of_nobody') }
}

const page = (status: number, headers: Record<string, string> = {}) =>
  new Response('<!doctype html><title>Välityspalvelin</title>', {
    status,
    headers: { 'Content-Type': 'text/html', ...headers },
  })

describe('what becomes of a draft that is sent', () => {
  it('is saved, is stale, or is gone', async () => {
    const { polku, aino: server } = await openDrafts()
    await polku.pathways.saveDraft('luonnos', { document: body.document, by: { user: 'aino' } })
    const saved = await server.save('luonnos', body, 1)
    expect(saved).toMatchObject({ kind: 'saved', draft: { revision: 2, savedBy: 'aino', ...body } })
    expect(await server.save('luonnos', body, 1)).toEqual({ kind: 'stale' })
    expect(await server.read('luonnos')).toMatchObject({ kind: 'found', draft: { revision: 2, ...body } })
    await polku.pathways.deleteDraft('luonnos')
    expect(await server.save('luonnos', body, 2)).toEqual({ kind: 'stale' })
    expect(await server.read('luonnos')).toEqual({ kind: 'gone' })
  })

  it('is found to lack one thing while nothing is drawn yet', async () => {
    const { polku, aino } = await openDrafts()
    await polku.pathways.saveDraft('luonnos', { document: body.document, by: { user: 'aino' } })
    const read = await aino.read('luonnos')
    const { findings, document } = read.kind === 'found' ? read.draft : expect.fail()
    expect(findings.map((finding) => caseOf(finding, document))).toEqual(['dead-end:empty'])
  })

  it('is refused in the reader’s language, or asks who is there', async () => {
    const { aino, nobody } = await openDrafts()
    const refused = await aino.save('ei kelpaa', body, 1)
    expect(refused).toMatchObject({
      kind: 'refused',
      failure: { problem: { status: 400, title: expect.stringMatching(/[äö]/) } },
    })
    expect(await nobody.save('luonnos', body, 1)).toEqual({ kind: 'signedOut' })
    expect(await nobody.read('luonnos')).toEqual({ kind: 'signedOut' })
  })

  it('is refused for good where it is too large, whoever on the way says so', async () => {
    const { aino } = await openDrafts()
    const large = { ...body, document: { ...body.document, description: { fi: 'a'.repeat(3_000_000) } } }
    for (const server of [aino, serverOver(() => page(413))])
      expect(await server.save('luonnos', large, 1)).toMatchObject({
        kind: 'refused',
        failure: { problem: { code: 'body-too-large', status: 413 } },
      })
  })

  it.each([
    ['nothing answers', () => Promise.reject(new TypeError('fetch failed')), { isBusy: false, isUndone: false }],
    ['a page of a network’s stands in its place', () => page(200), { isBusy: false, isUndone: false }],
    ['a proxy says no', () => page(403), { isBusy: true, isUndone: false }],
    ['a proxy does not reach it', () => page(502), { isBusy: true, isUndone: false }],
    ['it answers with nothing', () => new Response(null, { status: 500 }), { isBusy: true, isUndone: false }],
    [
      'it is asked too often',
      () => page(429, { 'Retry-After': '20' }),
      { isBusy: true, isUndone: true, retryAfterMs: 20_000 },
    ],
  ])('may be tried again when %s', async (_, answer, how) => {
    expect(await serverOver(answer).save('luonnos', body, 1)).toEqual({ kind: 'unreachable', ...how })
    expect(await serverOver(answer).read('luonnos')).toEqual({ kind: 'unreachable', ...how })
  })
})
