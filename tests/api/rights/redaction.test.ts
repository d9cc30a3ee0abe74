import { describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../../engine/index.ts'
import { createCallers } from '../../support/callers.ts'
import { type Answer, openTestApi, textAt } from '../support/openTestApi.ts'
import { openSharedClient, type Person } from './sharedClient.ts'

interface Criterion {
  value: unknown
  seen: { name: string }[]
  lacks: string[]
}
const namesIn = (criterion: Criterion) => criterion.seen.map(({ name }) => name).sort()
const inNext = (answer: Answer) => {
  const events = answer.at('events') as { event: string; transitions: { criteria: Criterion[] }[] }[]
  return events.find(({ event }) => event === 'siirry')?.transitions[0]?.criteria[0] as Criterion
}
const inProblem = (answer: Answer) => answer.at('criteria', 0) as Criterion

describe('what a criterion saw', () => {
  it('is told whole to the owner organisation, and to a provider without what it may not read', async () => {
    const { journey, refer, get, post } = await openSharedClient()
    await refer()
    const send = (person: Person, more: object = {}) =>
      post(person, `/journeys/${journey}/events`, { event: 'siirry', ...more })
    for (const person of ['mari', 'matti'] as Person[]) {
      const criterion = inNext(await get(person, `/journeys/${journey}/next`))
      expect([criterion.value, namesIn(criterion)], person).toEqual([false, ['tunnit', 'tyokyky']])
    }
    const [next, refused, dry] = [
      inNext(await get('piia', `/journeys/${journey}/next`)),
      inProblem(await send('piia')),
      inProblem(await send('piia', { dryRun: true })),
    ]
    // of events that are others' they learn nothing at all
    const events = (await get('piia', `/journeys/${journey}/next`)).at('events') as { event: string }[]
    expect(events.map(({ event }) => event)).toEqual(['siirry'])
    for (const criterion of [next, refused, dry]) {
      expect([criterion.value, namesIn(criterion)]).toEqual(['hidden', ['tunnit']])
    }
    expect(namesIn(inProblem(await send('mari')))).toEqual(['tunnit', 'tyokyky'])
  })

  it('is not given away by what is lacking', async () => {
    const { api, client, journey, refer, get, post } = await openSharedClient()
    await api.polku.pathways.get('yhteinen')
    await refer()
    const other = await post('mari', '/clients', { name: 'Uusi' })
    const started = await post('mari', '/journeys', {
      pathway: 'yhteinen',
      client: other.at('id'),
      responsible: { user: 'mari', team: 'ohjaus' },
    })
    const fresh = String(started.at('journey', 'id'))
    await refer({ client: other.at('id'), journey: fresh })
    const refused = await post('piia', `/journeys/${fresh}/events`, { event: 'siirry' })
    expect([refused.at('code'), refused.at('lacks')]).toEqual(['unknown', ['tunnit']])
    const lacking = (answer: Answer) => {
      const events = answer.at('events') as { event: string; lacks: { name: string }[] }[]
      return events.find(({ event }) => event === 'siirry')?.lacks.map(({ name }) => name)
    }
    expect(lacking(await get('piia', `/journeys/${fresh}/next`))).toEqual(['tunnit'])
    expect(lacking(await get('mari', `/journeys/${fresh}/next`))?.sort()).toEqual(['tunnit', 'tyokyky'])
    expect(client).not.toBe(other.at('id'))
    expect(journey).not.toBe(fresh)
  })
})

describe('facts', () => {
  const names = (answer: Answer) => (answer.at('items') as { name: string }[]).map(({ name }) => name).sort()

  it('are read by whom their class and their readers name', async () => {
    const { client, refer, get } = await openSharedClient()
    await refer()
    for (const path of [`/clients/${client}/facts`, `/clients/${client}/facts/history`]) {
      expect(names(await get('mari', path))).toEqual(['huoli', 'tunnit', 'tyokyky'])
      expect(names(await get('matti', path))).toEqual(['huoli', 'tunnit', 'tyokyky'])
      expect(names(await get('aila', path))).toEqual(['tunnit', 'tyokyky'])
      expect(names(await get('piia', path))).toEqual(['tunnit'])
    }
  })

  it('are read as far as a consent covers them, and by nobody once it is withdrawn', async () => {
    const { client, journey, post, get } = await openSharedClient()
    const consent = (items: string[]) => ({
      client,
      journey,
      organisation: 'pajat',
      caseRole: 'coach',
      basis: 'consent',
      purpose: 'Työpajajakso',
      consent: { giver: 'Aino Asiakas', items },
    })
    const narrow = await post('mari', '/grants', consent(['muu']))
    expect([narrow.at('giver'), narrow.at('items')]).toEqual(['Aino Asiakas', ['muu']])
    expect(names(await get('piia', `/clients/${client}/facts`))).toEqual([])
    const wide = await post('mari', '/grants', consent(['tunnit', 'tyokyky']))
    expect(names(await get('piia', `/clients/${client}/facts`))).toEqual(['tunnit'])
    for (const grant of [narrow, wide]) await post('mari', `/grants/${grant.at('id')}/withdrawal`)
    expect((await get('piia', `/clients/${client}/facts`)).status).toBe(404)
    const without = await post('mari', '/grants', { ...consent(['tunnit']), consent: undefined })
    expect([without.at('code'), without.at('errors', 0, 'path', 0)]).toEqual(['invalid-request', 'consent'])
  })

  it('that are confidential stay with the organisation of whoever recorded them', async () => {
    const { api, client, journey, refer, get } = await openSharedClient()
    await refer()
    const facts = { facts: { huoli: 'vain pajalle' }, source: 'paja', by: { user: 'piia' } }
    await api.polku.clients.record(client, facts)
    expect((await get('piia', `/clients/${client}/facts`)).text).toContain('vain pajalle')
    for (const person of ['mari', 'matti', 'aila'] as Person[]) {
      for (const path of [
        `/clients/${client}/facts`,
        `/clients/${client}/facts/history`,
        `/journeys/${journey}/next`,
      ]) {
        expect((await get(person, path)).text, `${person} ${path}`).not.toContain('vain pajalle')
      }
    }
    // what was recorded before is the owner's still
    expect((await get('mari', `/clients/${client}/facts/history`)).text).toContain('velat')
    expect((await get('piia', `/clients/${client}/facts/history`)).text).not.toContain('velat')
  })
})

describe('what somebody is let in to', () => {
  const second: PathwayInput = {
    id: 'toinen',
    title: { fi: 'Toinen' },
    caseRoles: { coach: { label: { fi: 'Valmentaja' }, lane: 'provider' } },
    facts: { salaisuus: { type: 'text', label: { fi: 'Muu asia' }, readers: ['coach'] } },
    taskDefinitions: { muu: { label: { fi: 'Muu tehtävä' }, role: 'coach' } },
    initial: 'alku',
    states: {
      alku: { tasks: ['muu'], on: { loppu: { target: 'loppu', by: ['coach'] } } },
      loppu: { type: 'final', end: { code: 'loppu', label: { fi: 'Loppu' }, outcome: 'completed' } },
    },
  }

  it('is one journey: of the client’s other journeys they read and record nothing', async () => {
    const { api, client, refer, get, post } = await openSharedClient()
    await api.polku.pathways.publish(second, { by: { user: 'polku' } })
    const responsible = { user: 'mari', team: 'ohjaus' }
    const other = textAt(await post('mari', '/journeys', { pathway: 'toinen', client, responsible }), 'journey', 'id')
    await post('mari', `/clients/${client}/facts`, { facts: { salaisuus: 'muualla' }, source: 'puhelu' })
    await refer()
    const shown = async () => {
      const facts = await get('piia', `/clients/${client}/facts`)
      const tasks = await get('piia', `/tasks?client=${client}`)
      return [facts.text.includes('tunnit'), facts.text.includes('muualla'), tasks.text.includes(other)]
    }
    const record = () => post('piia', `/clients/${client}/facts`, { facts: { salaisuus: 'uusi' }, source: 'paja' })
    expect(await shown()).toEqual([true, false, false])
    expect((await record()).status).toBe(403)
    await refer({ journey: other })
    expect(await shown()).toEqual([true, true, true])
    expect((await record()).status).toBe(200)
  })

  it('is a client whom they meet and can reach, without what is for the owner organisation', async () => {
    const { client, refer, get, as } = await openSharedClient()
    const person = {
      birthDate: '1999-02-03',
      phone: '+358401234567',
      address: { street: 'Kotikatu 1' },
      proxies: [{ name: 'Eeva Edustaja', kind: 'guardian', scope: 'raha-asiat' }],
    }
    const changed = await as('mari', 'PATCH', `/clients/${client}`, person, { 'If-Match': '"1"' })
    expect([changed.status, changed.text]).toEqual([200, expect.any(String)])
    await refer()
    const kept = ['Aino Asiakas', '+358401234567', '1999-02-03', 'Kotikatu', 'Edustaja', 'ohjaus']
    for (const path of [`/clients/${client}`, '/clients']) {
      const [whole, part] = [await get('mari', path), await get('piia', path)]
      expect(
        kept.slice(0, 5).filter((text) => !whole.text.includes(text)),
        path,
      ).toEqual([])
      expect(
        kept.filter((text) => part.text.includes(text)),
        path,
      ).toEqual(kept.slice(0, 2))
    }
  })
})

describe('history, tasks and why it is on hold', () => {
  it('are told to a provider without others’ words', async () => {
    const { journey, refer, get, post } = await openSharedClient()
    await refer()
    const hold = { reason: 'Sairaalassa', reviewDate: '2026-04-01' }
    expect((await post('mari', `/journeys/${journey}/suspend`, hold)).status).toBe(200)
    const [whole, part] = [
      await get('mari', `/journeys/${journey}/history`),
      await get('piia', `/journeys/${journey}/history`),
    ]
    expect(whole.text).toContain('Sairaalassa')
    expect(part.text).not.toContain('Sairaalassa')
    expect((part.at('items') as unknown[]).length).toBe((whole.at('items') as unknown[]).length)
    expect((part.at('items') as { entry: object }[]).map(({ entry }) => entry)).toEqual(
      (part.at('items') as unknown[]).map(() => ({})),
    )
    const view = await get('piia', `/journeys/${journey}`)
    expect(view.at('suspensions', 0)).toMatchObject({ code: null, reviewDate: '2026-04-01' })
    expect(view.text).not.toContain('arvio')
    expect((view.at('tasks') as { name: string }[]).map(({ name }) => name).sort()).toEqual(['palaveri', 'raportti'])
  })

  it('and so are answers, the first time and when they are repeated under their key', async () => {
    const { api, journey, refer, as } = await openSharedClient()
    await refer()
    const tasks = (await as('piia', 'GET', `/tasks?journey=${journey}`)).at('items') as { name: string; id: string }[]
    const id = tasks.find(({ name }) => name === 'raportti')?.id
    const claim = () => as('piia', 'POST', `/tasks/${id}/claim`, {}, { 'Idempotency-Key': 'ota-1' })
    const [first, again] = [await claim(), await claim()]
    expect(first.status).toBe(200)
    for (const answer of [first, again]) expect(answer.text).not.toContain('"arvio"')
    expect(again.body).toEqual(first.body)
    expect(JSON.stringify(await api.polku.journeys.get(journey))).toContain('"arvio"')
  })
})

describe('how many journeys are on a version', () => {
  it.each(['administrator', 'counsellor', 'manager', 'provider', 'auditor', 'integration'] as const)(
    'is told to the role %s only if it may count them',
    async (role) => {
      const api = await openTestApi()
      const headers = await createCallers(api.polku).headersOf('kokeilija', { systemRoles: [role] })
      const ask = (path: string) =>
        api.get(`/api/v1/pathways/suunto/versions${path}`, { 'Polku-User': null, ...headers })
      const mayCount = (await ask('/1/census')).status === 200
      expect(mayCount).toBe(role === 'administrator')
      const versions = await ask('')
      expect(versions.at('items', 0, 'version')).toBe(1)
      expect(versions.at('items', 0, 'journeys')).toEqual(mayCount ? { live: 0, ended: 0 } : undefined)
    },
  )
})
