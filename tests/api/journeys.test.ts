import { describe, expect, it } from 'vitest'
import { inRehabilitation, openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

const coachOnly = { 'Polku-Roles': 'coach' }

describe('journeys', () => {
  it('starts a journey and tells where it is', async () => {
    const api = await openTestApi()
    const { client } = await startTestJourney(api)
    const body = { pathway: 'suunto', version: 1, client, responsible: { user: 'mari.virtanen', team: 'ohjaus' } }
    const started = await api.post('/api/v1/journeys', body)
    expect(started.status).toBe(201)
    expect(started.headers.get('location')).toBe(`/api/v1/journeys/${textAt(started, 'journey', 'id')}`)
    expect(started.at('journey')).toMatchObject({ states: ['kartoitus'], revision: 1, responsible: { team: 'ohjaus' } })
  })

  it('says with dryRun what would begin, and lets nothing begin', async () => {
    const api = await openTestApi()
    const { client } = await startTestJourney(api)
    const body = { pathway: 'suunto', client, responsible: { user: 'mari' }, dryRun: true }
    const dry = await api.post('/api/v1/journeys', body)
    expect([dry.status, dry.headers.get('location')]).toEqual([200, null])
    expect((await api.get(`/api/v1/journeys/${textAt(dry, 'journey', 'id')}`)).status).toBe(404)
    expect((await api.get(`/api/v1/journeys?client=${client}`)).at('items', 1)).toBeUndefined()
  })

  it('lists journeys by client, pathway, status and responsible person, page by page', async () => {
    const api = await openTestApi()
    const first = await startTestJourney(api)
    api.clock.advance(1)
    const second = await startTestJourney(api)
    const page = await api.get('/api/v1/journeys?status=active&pathway=suunto&responsible=mari.virtanen&limit=1')
    expect(page.at('items', 0, 'id')).toBe(first.journey)
    const rest = await api.get(`/api/v1/journeys?limit=1&after=${textAt(page, 'after')}`)
    expect([rest.at('items', 0, 'id'), rest.at('after')]).toEqual([second.journey, null])
    expect((await api.get(`/api/v1/journeys?client=${second.client}`)).at('items')).toMatchObject([
      { id: second.journey },
    ])
    expect((await api.get('/api/v1/journeys?status=ended')).at('items')).toEqual([])
  })

  it('asks for the missing fact, then refuses what is not met, then lets go on', async () => {
    const api = await openTestApi()
    const { client, path } = await inRehabilitation(api)
    const facts = `/api/v1/clients/${client}/facts`
    const unknown = await api.post(`${path}/events`, { event: 'aloitaKoulutus' })
    expect([unknown.status, unknown.at('code'), unknown.at('lacks')]).toEqual([
      409,
      'unknown',
      ['daysPerWeek', 'hoursPerDay'],
    ])

    await api.post(facts, { facts: { daysPerWeek: 3, hoursPerDay: 4 }, source: 'viikkoseuranta' })
    const next = await api.get(`${path}/next`, { 'Polku-Roles': 'counsellor' })
    expect(next.at('events', 0)).toMatchObject({ event: 'aloitaKoulutus', status: 'blocked', allowed: true })
    const blocked = await api.post(`${path}/events`, { event: 'aloitaKoulutus' })
    expect([blocked.status, blocked.at('code')]).toEqual([409, 'blocked'])
    expect(blocked.at('criteria', 0)).toMatchObject({
      name: 'sitoutuminen',
      value: false,
      seen: [
        { name: 'daysPerWeek', value: 3, unit: 'd/week' },
        { name: 'hoursPerDay', value: 4, unit: 'h/d' },
      ],
    })

    await api.post(facts, { facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'viikkoseuranta' })
    const sent = await api.post(`${path}/events`, { event: 'aloitaKoulutus', data: { school: 'Taitaja' } })
    expect(sent.status).toBe(200)
    expect(sent.at('journey', 'states')).toEqual(['koulutus'])
  })

  it('goes against an overridable criterion with a reason, and not without', async () => {
    const api = await openTestApi()
    const { client, path } = await inRehabilitation(api)
    await api.post(`/api/v1/clients/${client}/facts`, { facts: { daysPerWeek: 3, hoursPerDay: 4 }, source: 'asiakas' })
    const override = { criterion: 'sitoutuminen' }
    const silent = await api.post(`${path}/events`, { event: 'aloitaKoulutus', override })
    expect([silent.status, silent.at('code')]).toEqual([422, 'reason-required'])
    const sent = await api.post(`${path}/events`, {
      event: 'aloitaKoulutus',
      override,
      reason: 'Sovittu koulun kanssa',
    })
    expect(sent.at('journey', 'states')).toEqual(['koulutus'])
    const again = await api.post(`${path}/events`, { event: 'tyollistyi', override, reason: 'Turhaan' })
    expect([again.status, again.at('code')]).toEqual([422, 'not-overridable'])
  })

  it('tells what can be done next to whoever asks', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const stranger = await api.get(`${path}/next`, { 'Polku-User': 'vieras', 'Polku-Roles': null })
    expect(stranger.at('events')).toMatchObject([{ event: 'aloitaKuntoutus', status: 'possible', allowed: false }])
    const counsellor = await api.get(`${path}/next`, { 'Polku-User': 'mari', 'Polku-Roles': 'counsellor' })
    expect(counsellor.at('events', 0, 'allowed')).toBe(true)
    expect(counsellor.at('jumps')).toEqual(expect.arrayContaining(['kuntoutus', 'koulutus']))
    expect(counsellor.at('exits', 0)).toMatchObject({ code: 'keskeytys', allowed: true })
  })

  it('refuses a command decided on something older, and tells the present revision', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    await api.post(`${path}/hand-over`, { to: { user: 'jussi.laine' }, revision: 1 })
    const stale = await api.post(`${path}/events`, { event: 'aloitaKuntoutus', revision: 1 })
    expect([stale.status, stale.at('code'), stale.at('revision')]).toEqual([409, 'stale-revision', 2])
    expect((await api.get(path)).at('states')).toEqual(['kartoitus'])
  })

  it('tells whose case role it takes', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const refused = await api.post(`${path}/events`, { event: 'aloitaKuntoutus' }, coachOnly)
    expect(refused.at('accepted')).toEqual(['counsellor'])
    expect(refused.at('detail')).toContain('it takes "counsellor"')
  })

  it.each([
    ['events', { event: 'aloitaKoulutus' }, {}, 409, 'unhandled'],
    ['events', { event: 'aloitaKuntoutus' }, coachOnly, 403, 'not-allowed'],
    ['jump', { to: 'tyossa', reason: 'Kokeeksi' }, {}, 422, 'not-enterable'],
    ['jump', { to: 'koulutus' }, {}, 400, 'invalid-request'],
    ['exit', { code: 'muutto' }, {}, 422, 'no-such-exit'],
    ['exit', { code: 'keskeytys' }, {}, 422, 'reason-required'],
    ['exit', { code: 'keskeytys', reason: 'x' }, coachOnly, 403, 'not-allowed'],
    ['reverse', { entry: 9, reason: 'Virhe' }, {}, 409, 'not-reversible'],
    ['events', { event: 'aloitaKuntoutus', occurredAt: '2026-03-03T10:00:00+02:00' }, {}, 422, 'in-the-future'],
    ['events', { event: 'aloitaKuntoutus', occurredAt: '2026-03-01T10:00:00+02:00' }, {}, 422, 'reason-required'],
    [
      'events',
      { event: 'aloitaKuntoutus', occurredAt: '2025-03-01T10:00:00+02:00', reason: 'Unohtui' },
      {},
      422,
      'too-early',
    ],
  ])('refuses %s %j with %j as %i %s, and changes nothing', async (command, body, headers, status, code) => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const before = await api.get(path)
    const refused = await api.post(`${path}/${command}`, body, headers)
    expect([refused.status, refused.at('code')]).toEqual([status, code])
    expect((await api.get(path)).body).toEqual(before.body)
  })

  it('jumps with a reason, takes it back, and ends by an exit, after which nothing more is taken', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const jumped = await api.post(`${path}/jump`, { to: 'koulutus', reason: 'Siirtyi toisesta palvelusta' })
    expect(jumped.at('journey', 'states')).toEqual(['koulutus'])
    const reversed = await api.post(`${path}/reverse`, { entry: jumped.at('entry'), reason: 'Väärä asiakas' })
    expect(reversed.at('journey', 'states')).toEqual(['kartoitus'])
    const ended = await api.post(`${path}/exit`, { code: 'keskeytys', reason: 'Muutti pois' })
    expect(ended.at('journey', 'end')).toMatchObject({ code: 'keskeytys', kind: 'exit', outcome: 'interrupted' })
    const late = await api.post(`${path}/events`, { event: 'aloitaKuntoutus' })
    expect([late.status, late.at('code')]).toEqual([409, 'ended'])
    expect((await api.get(`${path}/next`)).at('events')).toEqual([])
  })

  it('is suspended and resumed; meanwhile transitions are refused', async () => {
    const api = await openTestApi()
    const { path } = await inRehabilitation(api)
    const past = await api.post(`${path}/suspend`, { reason: 'Perhevapaa', reviewDate: '2026-03-01' })
    expect([past.status, past.at('code')]).toEqual([422, 'wrong-kind'])
    const coded = await api.post(`${path}/suspend`, { reason: 'Perhevapaa', code: 'loma', reviewDate: '2026-09-01' })
    expect([coded.status, coded.at('code')]).toEqual([422, 'no-such-reason'])
    const suspended = await api.post(`${path}/suspend`, { reason: 'Perhevapaa', reviewDate: '2026-09-01' })
    expect(suspended.at('journey', 'suspensions')).toMatchObject([{ id: 1, reviewDate: '2026-09-01' }])
    const refused = await api.post(`${path}/events`, { event: 'aloitaKoulutus' })
    expect([refused.status, refused.at('code')]).toEqual([409, 'suspended'])
    expect((await api.get(`${path}/next`)).at('events', 0, 'status')).toBe('suspended')
    expect((await api.post(`${path}/resume`, { suspension: 1 })).at('journey', 'suspensions')).toEqual([])
    const again = await api.post(`${path}/resume`, { suspension: 1 })
    expect([again.status, again.at('code')]).toEqual([409, 'no-such-suspension'])
  })

  it('starts a module when a person asks; its child is a journey of its own', async () => {
    const api = await openTestApi()
    const { path, journey } = await inRehabilitation(api)
    const started = await api.post(`${path}/modules`, { pathway: 'suunto' })
    expect(started.status).toBe(200)
    expect(started.at('journey', 'children')).toMatchObject([
      { journey: `${journey}-1`, pathway: 'suunto', version: 1 },
    ])
    await api.polku.runDue()
    const child = await api.get(`/api/v1/journeys/${textAt(started, 'child')}`)
    expect(child.at('parent')).toEqual({ journey, module: 'adHoc' })
    const unknown = await api.post(`${path}/modules`, { module: 'puuttuva' })
    expect([unknown.status, unknown.at('code')]).toEqual([422, 'no-such-module'])
    const both = await api.post(`${path}/modules`, { module: 'a', pathway: 'suunto' })
    expect([both.status, both.at('code')]).toEqual([400, 'invalid-request'])
  })

  it('says with dryRun what a command would do, and lets nothing happen', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const dry = await api.post(`${path}/events`, { event: 'aloitaKuntoutus', dryRun: true })
    expect([dry.status, dry.at('journey', 'states')]).toEqual([200, ['kuntoutus']])
    expect((await api.get(path)).at('revision')).toBe(1)
  })

  it('shows the journal page by page, with what people wrote', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    await api.post(`${path}/hand-over`, { to: { user: 'jussi.laine' }, reason: 'Vaihtoi toimipistettä' })
    await api.post(`${path}/events`, { event: 'aloitaKuntoutus', data: { place: 'Verkkotie' } })
    const first = await api.get(`${path}/history?limit=2`)
    expect(first.at('items')).toMatchObject([
      { seq: 1, type: 'start', by: 'mari.virtanen', byRule: false },
      { seq: 2, type: 'handOver', reason: 'Vaihtoi toimipistettä' },
    ])
    expect(first.at('after')).toBe('2')
    const second = await api.get(`${path}/history?after=2&limit=2`)
    expect(second.at('items')).toMatchObject([{ seq: 3, event: 'aloitaKuntoutus', data: { place: 'Verkkotie' } }])
    expect(second.at('after')).toBeNull()
  })

  it('shows armed timers, and that the journal replays', async () => {
    const api = await openTestApi()
    const { journey, path } = await inRehabilitation(api)
    expect((await api.get(`${path}/timers`)).at('items')).toMatchObject([
      { kind: 'followUp', name: 'salkku', dueDate: '2026-05-04' },
    ])
    const replayed = await api.get(`${path}/replay`)
    expect(replayed.body).toMatchObject({ journey, matches: true, state: { value: 'kuntoutus' } })
  })

  it('knows no journey that is not there, whatever is asked of it', async () => {
    const api = await openTestApi()
    for (const path of ['', '/next', '/history', '/timers', '/replay']) {
      expect((await api.get(`/api/v1/journeys/nothing${path}`)).at('code'), path).toBe('not-found')
    }
    expect((await api.post('/api/v1/journeys/nothing/events', { event: 'x' })).at('code')).toBe('not-found')
    const client = textAt(await api.post('/api/v1/clients', {}), 'id')
    const body = { pathway: 'nothing', client, responsible: { user: 'mari' } }
    const refused = await api.post('/api/v1/journeys', body)
    expect([refused.status, refused.at('code'), refused.at('accepted')]).toEqual([404, 'not-found', ['suunto']])
  })
})
