import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

describe('contacts over HTTP', () => {
  it('records a meeting with what was agreed next, in one call', async () => {
    const api = await openTestApi()
    const { client, journey } = await startTestJourney(api)
    const recorded = await api.post(`/api/v1/clients/${client}/contacts`, {
      journey,
      kind: 'networkMeeting',
      channel: 'visit',
      minutes: 45,
      present: [{ role: 'opettaja' }],
      text: 'Jatketaan.',
      agreedNext: { title: 'Soita', dueDate: '2026-03-13' },
    })
    expect([recorded.status, recorded.at('revision')]).toEqual([201, 2])
    expect(recorded.headers.get('Location')).toBe(`/api/v1/contacts/${textAt(recorded, 'contact', 'id')}`)
    expect((await api.get(`/api/v1/tasks/${textAt(recorded, 'contact', 'task')}`)).at('content', 'title')).toBe('Soita')
    expect((await api.get(`/api/v1/journeys/${journey}/contacts`)).at('items', 0)).toEqual(recorded.at('contact'))
  })

  it('needs only the channel where nobody answered, and pages newest first', async () => {
    const api = await openTestApi()
    const { client } = await startTestJourney(api)
    const path = `/api/v1/clients/${client}/contacts`
    for (const channel of ['phone', 'message']) await api.post(path, { channel, outcome: 'triedNoAnswer' })
    const first = await api.get(`${path}?limit=1`)
    expect(first.at('items', 0, 'channel')).toBe('message')
    const second = await api.get(`${path}?limit=1&after=${textAt(first, 'after')}`)
    expect([second.at('items', 0, 'channel'), second.at('after')]).toEqual(['phone', null])
    const refused = await api.post(path, { kind: 'homeVisit' })
    expect([refused.status, refused.at('errors', 0, 'path')]).toEqual([400, ['channel']])
  })

  it('corrects and marks as entered in error', async () => {
    const api = await openTestApi()
    const { client } = await startTestJourney(api)
    const path = `/api/v1/clients/${client}/contacts`
    const wrong = textAt(await api.post(path, { kind: 'dropIn', channel: 'visit' }), 'contact', 'id')
    const body = { kind: 'errandTogether', channel: 'visit' }
    const right = await api.post(`/api/v1/contacts/${wrong}/corrections`, body)
    expect([right.status, right.at('contact', 'replaces')]).toEqual([201, wrong])
    const marked = await api.post(`/api/v1/contacts/${textAt(right, 'contact', 'id')}/entered-in-error`, {
      reason: 'x',
    })
    expect(marked.at('contact', 'enteredInError', 'reason')).toBe('x')
    expect((await api.get(path)).at('items')).toEqual([])
    expect((await api.get(`${path}?withErrors=true`)).at('items', 1, 'id')).toBe(wrong)
    expect((await api.get(`/api/v1/contacts/${wrong}`)).at('replacedBy')).toBe(textAt(right, 'contact', 'id'))
  })
})
