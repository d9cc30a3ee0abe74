import { describe, expect, it } from 'vitest'
import { openSignIn } from '../../../api/auth/openSignIn.ts'
import { createApp } from '../../../api/createApp.ts'
import { createLog } from '../../../api/http/createLog.ts'
import { createCallers } from '../../support/callers.ts'
import { openTestPolku } from '../../support/testPolku.ts'
import { textAt } from '../support/openTestApi.ts'
import { openSharedClient, type Person } from './sharedClient.ts'

const notFound = [404, 'not-found']
const seen = [200, undefined]

describe('a client', () => {
  it('is seen by the own team and those above it, and by nobody else', async () => {
    const { client, journey, told } = await openSharedClient()
    for (const path of [`/clients/${client}`, `/journeys/${journey}`, `/clients/${client}/facts`]) {
      for (const person of ['mari', 'matti', 'aila'] as Person[]) expect(await told(person, path), person).toEqual(seen)
      for (const person of ['jussi', 'outi', 'piia', 'pekka'] as Person[]) {
        expect(await told(person, path), person).toEqual(notFound)
      }
      expect(await told('hallinto', path)).toEqual([403, 'role-refused'])
    }
  })

  it('that is not seen is as one that is not there, whatever is asked', async () => {
    const { client, journey, as } = await openSharedClient()
    const asked = (id: string, of: string): [string, string, unknown][] => [
      ['GET', `/clients/${id}`, undefined],
      ['POST', `/clients/${id}/facts`, { facts: { tunnit: 5 }, source: 'x' }],
      ['POST', '/journeys', { pathway: 'yhteinen', client: id, responsible: { user: 'jussi' } }],
      ['GET', `/journeys/${of}/history`, undefined],
      ['POST', `/journeys/${of}/events`, { event: 'siirry', dryRun: true }],
      ['POST', `/tasks/${of}.1/claim`, {}],
      ['POST', '/tasks', { journey: of, title: 'x', role: 'adviser' }],
      ['GET', `/clients/${id}/grants`, undefined],
    ]
    const blank = (text: string, ...ids: string[]) => ids.reduce((rest, id) => rest.replaceAll(id, '…'), text)
    const there = asked(client, journey)
    const nowhere = asked('ei-ole', 'ei-ole')
    for (const [index, [method, path, body]] of there.entries()) {
      const [, otherPath = '', otherBody] = nowhere[index] ?? []
      const [real, none] = [await as('jussi', method, path, body), await as('jussi', method, otherPath, otherBody)]
      expect([path, real.status]).toEqual([path, none.status])
      const words = (answer: typeof real) => blank(String(answer.at('detail')), client, journey, 'ei-ole')
      expect(words(real)).toBe(words(none))
    }
  })

  it('stands in lists only of those who see it', async () => {
    const { client, get, refer } = await openSharedClient()
    const listed = async (person: Person) => {
      const lists = await Promise.all(['/clients', '/journeys', '/tasks'].map((path) => get(person, path)))
      return lists.map(({ text }) => text.includes(client))
    }
    for (const person of ['mari', 'matti', 'aila'] as Person[]) expect(await listed(person)).toEqual([true, true, true])
    for (const person of ['jussi', 'outi', 'piia'] as Person[])
      expect(await listed(person)).toEqual([false, false, false])
    await refer()
    expect(await listed('piia')).toEqual([true, true, true])
    expect(await listed('pekka')).toEqual([false, false, false])
  })

  it('is seen by whoever added them until a journey is for others to answer for', async () => {
    const { post, told } = await openSharedClient()
    const client = textAt(await post('mari', '/clients', { name: 'Uusi' }), 'id')
    expect(await told('mari', `/clients/${client}`)).toEqual(seen)
    const started = await post('mari', '/journeys', { pathway: 'yhteinen', client, responsible: { user: 'mari' } })
    const handOver = { to: { user: 'jussi', team: 'nuoret' }, reason: 'Siirtyy nuorten palveluun' }
    expect((await post('mari', `/journeys/${started.at('journey', 'id')}/hand-over`, handOver)).status).toBe(200)
    await expect.poll(() => told('mari', `/clients/${client}`)).toEqual(notFound)
    expect(await told('jussi', `/clients/${client}`)).toEqual(seen)
  })

  it('of another team is seen for a day when glass is broken, to read and no more, and it is logged', async () => {
    const { api, client, journey, told, post, get } = await openSharedClient()
    expect((await post('outi', `/clients/${client}/broken-glass`, { reason: 'x' })).status).toBe(404)
    const broken = await post('jussi', `/clients/${client}/broken-glass`, { reason: 'Päivystys' })
    expect(broken.status).toBe(201)
    expect(await told('jussi', `/journeys/${journey}`)).toEqual(seen)
    expect((await get('jussi', `/clients/${client}/facts`)).text).not.toContain('velat')
    expect((await post('jussi', `/journeys/${journey}/events`, { event: 'omat' })).status).toBe(404)
    const log = await get('aila', `/clients/${client}/access-log`)
    expect(log.at('items')).toContainEqual(
      expect.objectContaining({ user: 'jussi', operation: 'getJourney', basis: `breakGlass ${broken.at('id')}` }),
    )
    api.clock.advance(24 * 3_600_000)
    expect(await told('jussi', `/journeys/${journey}`)).toEqual(notFound)
  })
})

describe('a protected address', () => {
  it('is shown to those only who have that right, wherever the client is shown', async () => {
    const { api, client, get, post, as } = await openSharedClient()
    const secret = { addressProtected: true, address: { street: 'Piilokatu 1' } }
    const changed = await as('mari', 'PATCH', `/clients/${client}`, secret, { 'If-Match': '"1"' })
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    const again = await as('mari', 'PATCH', `/clients/${client}`, secret, { 'If-Match': '"1"' })
    expect([again.status, again.at('code')]).toEqual([412, 'precondition-failed'])
    const shown = async () => {
      const answers = [
        await get('mari', `/clients/${client}`),
        await get('mari', '/clients'),
        await post('mari', '/clients/search', { name: 'Aino Asiakas' }),
      ]
      expect(answers.map(({ text }) => text.includes(client))).toEqual([true, true, true])
      return answers.map(({ text }) => text.includes('Piilokatu'))
    }
    expect(await shown()).toEqual([false, false, false])
    await api.polku.people.changeUser('mari', { by: { user: 'polku' }, revision: 1, seesProtected: true })
    expect(await shown()).toEqual([true, true, true])
  })
})

describe('an auditor who also counsels', () => {
  it('works with the clients of the own team, and of the others sees what auditors see', async () => {
    const { api, client, journey, as } = await openSharedClient()
    const both = { systemRoles: ['counsellor', 'auditor'] as const }
    const caller = await createCallers(api.polku).headersOf('kaksi', both)
    const ask = (method: string, path: string, body?: unknown) =>
      api.ask(method, `/api/v1${path}`, { body, headers: { 'Polku-User': null, ...caller } })
    expect((await ask('GET', `/journeys/${journey}`)).status).toBe(200)
    expect((await ask('GET', `/clients/${client}/facts`)).text).not.toContain('velat')
    expect((await ask('POST', `/journeys/${journey}/events`, { event: 'vapaa' })).status).toBe(404)
    const own = await ask('POST', '/clients', { name: 'Oma asiakas' })
    const record = { facts: { tunnit: 4 }, source: 'puhelu' }
    expect((await ask('POST', `/clients/${own.at('id')}/facts`, record)).status).toBe(200)
    const log = await as('aila', 'GET', `/clients/${client}/access-log`)
    expect(log.at('items')).toContainEqual(expect.objectContaining({ user: 'kaksi', basis: 'audit' }))
  })
})

describe('what is it for', () => {
  it('is asked before anything is done', async () => {
    const { as, get } = await openSharedClient()
    const words = { 'Polku-Purpose': 'asiakkaan oma pyynto' }
    const refused = await as('mari', 'POST', '/clients', { name: 'Turha Asiakas' }, words)
    expect([refused.status, refused.at('code'), refused.at('errors', 0, 'header')]).toEqual([
      400,
      'invalid-request',
      'Polku-Purpose',
    ])
    expect((await get('mari', '/clients')).text).not.toContain('Turha')
  })
})

describe('people', () => {
  it('of another organisation are not found', async () => {
    const { told } = await openSharedClient()
    expect(await told('mari', '/users/matti')).toEqual(seen)
    for (const person of ['mari', 'matti'] as Person[]) expect(await told(person, '/users/piia')).toEqual(notFound)
    expect(await told('hallinto', '/users/piia')).toEqual(seen)
  })
})

describe('what is no operation', () => {
  it('reaches no handler, whoever asks', async () => {
    const { polku } = await openTestPolku()
    const baseUrl = 'http://localhost'
    const app = createApp({
      polku,
      log: createLog({ write: () => {} }),
      baseUrl,
      signIn: openSignIn(polku, { baseUrl }),
    })
    app.get('/api/v1/forgotten', (c) => c.text('everything'))
    const headers = { ...(await createCallers(polku).headersOf('matti')) }
    const answer = await app.request('/api/v1/forgotten', { headers })
    expect([answer.ok, await answer.text()]).not.toContain('everything')
    expect(answer.ok).toBe(false)
    expect((await app.request('/api/v1/openapi.json')).status).toBe(200)
  })
})

describe('a provider', () => {
  it('is let in as a case role whose lane is open, on a journey of the client, by name and basis', async () => {
    const { client, journey, post, refer, told } = await openSharedClient()
    const whole = {
      client,
      journey,
      organisation: 'pajat',
      caseRole: 'coach',
      basis: 'statute',
      section: '1 §',
      purpose: 'x',
    }
    const refused = async (more: object) => {
      const answer = await post('mari', '/grants', { ...whole, ...more })
      return [answer.at('code'), answer.at('errors', 0, 'path', 0)]
    }
    expect(await refused({ caseRole: 'adviser' })).toEqual(['lane-closed', undefined])
    expect(await refused({ caseRole: 'nimetön' })).toEqual(['invalid-request', 'caseRole'])
    expect(await refused({ section: undefined })).toEqual(['invalid-request', 'section'])
    expect(await refused({ journey: undefined })).toEqual(['invalid-request', 'until'])
    expect(await refused({ until: '2020-01-01' })).toEqual(['invalid-request', 'until'])
    expect(await refused({ organisation: 'tuntematon' })).toEqual(['invalid-request', 'organisation'])
    expect(await refused({ team: 'ohjaus' })).toEqual(['invalid-request', 'team'])
    expect(await refused({ journey: 'ei-ole' })).toEqual(['not-found', undefined])
    expect(await told('piia', `/journeys/${journey}`)).toEqual(notFound)
    const grant = await refer()
    expect(await told('piia', `/journeys/${journey}`)).toEqual(seen)
    expect((await post('mari', `/grants/${grant}/withdrawal`)).at('withdrawnBy')).toBe('mari')
    expect(await told('piia', `/journeys/${journey}`)).toEqual(notFound)
  })

  it('does what is declared for its role, and nothing that is open to all of the owner’s', async () => {
    const { client, journey, refer, post, get } = await openSharedClient()
    await refer()
    const send = async (event: string) => (await post('piia', `/journeys/${journey}/events`, { event })).at('code')
    expect(await send('vapaa')).toBe('not-allowed')
    expect(await send('omat')).toBe('not-allowed')
    expect(await send('siirry')).toBe('blocked')
    expect(await send('salaa')).toBe('not-allowed')
    expect((await post('piia', `/journeys/${journey}/exit`, { code: 'loppu', reason: 'x' })).at('code')).toBe(
      'role-refused',
    )
    const record = async (facts: object) =>
      (await post('piia', `/clients/${client}/facts`, { facts, source: 'paja' })).at('code')
    expect(await record({ tunnit: 4 })).toBeUndefined()
    expect(await record({ tunnit: 4, tyokyky: 9 })).toBe('not-allowed')
    const tasks = (await get('piia', `/tasks?journey=${journey}`)).at('items') as { name: string; id: string }[]
    expect(tasks.map(({ name }) => name).sort()).toEqual(['palaveri', 'raportti'])
    const [own] = tasks.filter(({ name }) => name === 'raportti')
    expect((await post('piia', `/tasks/${own?.id}/complete`, { form: { tunnit: 5 } })).status).toBe(200)
    const all = (await get('mari', `/tasks?journey=${journey}`)).at('items') as { name: string; id: string }[]
    const theirs = all.find(({ name }) => name === 'arvio')
    expect((await get('piia', `/tasks/${theirs?.id}`)).at('code')).toBe('not-found')
    expect((await post('piia', `/tasks/${theirs?.id}/claim`)).at('code')).toBe('not-found')
  })

  it('has its duties as long as they last: what is reported after the end too', async () => {
    const { api, client, journey, refer, told, post, get } = await openSharedClient()
    await refer()
    await post('mari', `/clients/${client}/facts`, { facts: { tunnit: 6, tyokyky: 7 }, source: 'x' })
    expect((await post('mari', `/journeys/${journey}/events`, { event: 'siirry' })).status).toBe(200)
    await api.polku.runDue()
    expect((await get('mari', `/journeys/${journey}`)).at('status')).toBe('ended')
    const journeys = (await get('piia', '/journeys')).at('items') as { id: string; pathway: string }[]
    const check = journeys.find(({ pathway }) => pathway === 'jalki')?.id ?? ''
    expect(journeys.map(({ pathway }) => pathway).sort()).toEqual(['jalki', 'yhteinen'])
    expect((await post('piia', `/journeys/${check}/events`, { event: 'saatu' })).status).toBe(200)
    expect(await told('piia', `/journeys/${journey}`)).toEqual(notFound)
    expect(await told('piia', `/clients/${client}`)).toEqual(notFound)
  })

  it('until a last day sees to its end and no longer', async () => {
    const { api, journey, refer, told } = await openSharedClient()
    await refer({ until: '2026-03-03' })
    api.clock.set('2026-03-03T21:59:59.000Z')
    expect(await told('piia', `/journeys/${journey}`)).toEqual(seen)
    api.clock.set('2026-03-03T22:00:00.000Z')
    expect(await told('piia', `/journeys/${journey}`)).toEqual(notFound)
  })
})

describe('the access log', () => {
  it('has a line for every look and every write, and for one list of several clients one', async () => {
    const { client, journey, get, post } = await openSharedClient()
    const second = textAt(await post('mari', '/clients', { name: 'Toinen' }), 'id')
    await get('mari', `/journeys/${journey}`)
    await get('mari', '/clients')
    await post('mari', `/journeys/${journey}/events`, { event: 'siirry' })
    const items = (await get('aila', `/clients/${client}/access-log?limit=4`)).at('items')
    expect(items).toMatchObject([
      { user: 'aila', operation: 'listAccessOfClient', access: 'read', recordClass: 'accessLog' },
      { user: 'mari', operation: 'sendEvent', access: 'write', journey, basis: 'owner' },
      { user: 'mari', operation: 'listClients', access: 'read', clients: expect.arrayContaining([client, second]) },
      { user: 'mari', operation: 'getJourney', access: 'read', journey, clients: [client], purpose: 'service' },
    ])
  })

  it('tells on what basis, and for what purpose', async () => {
    const { client, refer, as, get } = await openSharedClient()
    const grant = await refer()
    await as('piia', 'GET', `/clients/${client}`, undefined, { 'Polku-Purpose': 'meeting-preparation' })
    expect((await get('aila', `/clients/${client}/access-log?limit=2`)).at('items', 1)).toMatchObject({
      user: 'piia',
      organisation: 'pajat',
      basis: `statute ${grant}`,
      purpose: 'meeting-preparation',
    })
  })

  it('is read by those who watch, of their own organisation, page by page', async () => {
    const { client, get, told } = await openSharedClient()
    expect(await told('mari', `/clients/${client}/access-log`)).toEqual([403, 'role-refused'])
    expect(await told('outi', `/clients/${client}/access-log`)).toEqual(notFound)
    expect(await told('outi', '/users/mari/access-log')).toEqual(notFound)
    const first = await get('aila', '/users/mari/access-log?limit=2')
    expect(first.at('items')).toHaveLength(2)
    const next = await get('aila', `/users/mari/access-log?limit=2&after=${first.at('after')}`)
    expect(Number(next.at('items', 0, 'id'))).toBeLessThan(Number(first.at('items', 1, 'id')))
  })
})
