import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, type TestApi, textAt } from './support/openTestApi.ts'

const jussi = { 'Polku-User': 'jussi.laine' }
const path = '/api/v1/notifications'
const settings = '/api/v1/notification-settings'

/** So many tasks that Mari has opened for Jussi, and that he was told of. */
async function withTold(count: number): Promise<{ api: TestApi; journey: string; tasks: string[] }> {
  const api = await openTestApi()
  const { journey } = await startTestJourney(api)
  const tasks: string[] = []
  for (let index = 0; index < count; index++) {
    const opened = await api.post('/api/v1/tasks', { journey, title: 'Soita', assignee: 'jussi.laine' })
    tasks.push(textAt(opened, 'task'))
    await api.polku.runDue()
  }
  return { api, journey, tasks }
}

describe('notifications', () => {
  it('are the acting person’s own: which task, in words and by id', async () => {
    const { api, journey, tasks } = await withTold(1)
    const mine = await api.get(path, jussi)
    expect([mine.status, mine.at('after')]).toEqual([200, null])
    expect(mine.at('items')).toMatchObject([
      {
        journey,
        recipient: 'jussi.laine',
        channel: 'worklist',
        template: 'task.opened',
        text: { fi: 'Sinulle on avattu tehtävä' },
        payload: { task: tasks[0], kind: 'adHoc' },
        state: 'unread',
        deliveries: [],
      },
    ])
    expect((await api.get(path, { 'Polku-User': 'mari.virtanen' })).at('items')).toEqual([])
  })

  it('are listed newest first, page by page, and by state', async () => {
    const { api, tasks } = await withTold(3)
    const seen: unknown[] = []
    let after: unknown
    do {
      const page = await api.get(`${path}?limit=2${after ? `&after=${String(after)}` : ''}`, jussi)
      seen.push(...(page.at('items') as { payload: { task: string } }[]).map(({ payload }) => payload.task))
      after = page.at('after')
    } while (after !== null)
    expect(seen).toEqual([...tasks].reverse())
    const id = textAt(await api.get(path, jussi), 'items', 0, 'id')
    await api.post(`${path}/${id}/seen`, undefined, jussi)
    expect((await api.get(`${path}?state=seen`, jussi)).at('items')).toMatchObject([{ id, state: 'seen' }])
    expect((await api.get(`${path}?state=unread`, jussi)).at('items', 'length')).toBe(2)
    expect((await api.get(`${path}?channel=email`, jussi)).at('items')).toEqual([])
    expect((await api.get(`${path}?channel=any`, jussi)).at('items', 'length')).toBe(3)
    expect((await api.get(`${path}?state=lost`, jussi)).at('code')).toBe('invalid-request')
    expect((await api.get(`${path}?colour=red`, jussi)).at('code')).toBe('invalid-request')
  })

  it('are seen once, by whom they are for', async () => {
    const { api } = await withTold(1)
    const id = textAt(await api.get(path, jussi), 'items', 0, 'id')
    const others = await api.post(`${path}/${id}/seen`)
    expect([others.status, others.at('code')]).toEqual([404, 'not-found'])
    const seen = await api.post(`${path}/${id}/seen`, undefined, jussi)
    expect([seen.status, seen.at('state'), seen.at('seenAt')]).toEqual([200, 'seen', '2026-03-02T08:00:00.000Z'])
    api.clock.advance(60_000)
    expect((await api.post(`${path}/${id}/seen`, {}, jussi)).at('seenAt')).toBe('2026-03-02T08:00:00.000Z')
  })

  it('and settings are nobody’s without a name', async () => {
    const api = await openTestApi()
    for (const mine of [path, settings]) {
      const refused = await api.get(mine, { 'Polku-User': null })
      expect([refused.status, refused.at('code')], mine).toEqual([401, 'not-signed-in'])
    }
  })
})

describe('the settings', () => {
  it('are the worklist, in Finnish, until a person says otherwise', async () => {
    const api = await openTestApi()
    const untold = { user: 'jussi.laine', email: null, language: 'fi', byEmail: [], isEmailSent: false }
    expect((await api.get(settings, jussi)).body).toEqual(untold)
    const wished = { email: 'jussi.laine@example.org', language: 'sv', byEmail: ['task.overdue'] }
    const saved = await api.ask('PUT', settings, { body: wished, headers: jussi })
    expect([saved.status, saved.body]).toEqual([200, { ...untold, ...wished }])
    expect((await api.get(settings, jussi)).body).toEqual(saved.body)
    expect((await api.get(settings, { 'Polku-User': 'mari.virtanen' })).at('email')).toBeNull()
    expect((await api.ask('PUT', settings, { body: {}, headers: jussi })).body).toEqual(untold)
  })

  it.each([
    ['email', { email: 'jussi' }],
    ['email', { byEmail: ['task.overdue'] }],
    ['byEmail', { email: 'jussi@example.org', byEmail: ['everything'] }],
    ['language', { language: 'de' }],
    ['user', { user: 'mari.virtanen' }],
  ])('are refused for %s in %j', async (field, body) => {
    const api = await openTestApi()
    const refused = await api.ask('PUT', settings, { body, headers: jussi })
    expect([refused.status, refused.at('code'), refused.at('errors', 0, 'path', 0)]).toEqual([
      400,
      'invalid-request',
      field,
    ])
    expect((await api.get(settings, jussi)).at('email')).toBeNull()
  })
})
