import { describe, expect, it } from 'vitest'
import { smallPathway } from '../support/testPolku.ts'
import { inRehabilitation, openTestApi, startTestJourney, type TestApi, textAt } from './support/openTestApi.ts'

async function openTask(api: TestApi, journey: string, more: object = {}): Promise<string> {
  const opened = await api.post('/api/v1/tasks', { journey, title: 'Soita työnantajalle', role: 'counsellor', ...more })
  expect(opened.status).toBe(201)
  return `/api/v1/tasks/${textAt(opened, 'task')}`
}

/** In rehabilitation, two months on: the portfolio is to be reviewed. */
async function withReview(api: TestApi): Promise<{ client: string; path: string; task: string }> {
  const started = await inRehabilitation(api)
  api.clock.set('2026-05-04T10:00:00+03:00')
  await api.polku.runDue()
  const worklist = await api.get('/api/v1/tasks?role=coach')
  return { ...started, task: `/api/v1/tasks/${textAt(worklist, 'items', 0, 'id')}` }
}

describe('tasks', () => {
  it('opens a task that no pathway foresaw, and tells where it is', async () => {
    const api = await openTestApi()
    const { journey, client } = await startTestJourney(api)
    const opened = await api.post('/api/v1/tasks', { journey, title: 'Soita', description: 'Heti', role: 'counsellor' })
    expect(opened.status).toBe(201)
    const location = opened.headers.get('location') ?? ''
    expect(location).toBe(`/api/v1/tasks/${textAt(opened, 'task')}`)
    expect((await api.get(location)).body).toMatchObject({
      client,
      kind: 'adHoc',
      status: 'open',
      content: { title: 'Soita', description: 'Heti' },
    })
    const dry = await api.post('/api/v1/tasks', { journey, title: 'Soita', role: 'counsellor', dryRun: true })
    expect(dry.status).toBe(200)
    const nobody = await api.post('/api/v1/tasks', { journey, title: 'Soita' })
    expect([nobody.status, nobody.at('code'), nobody.at('errors', 0, 'path')]).toEqual([
      400,
      'invalid-request',
      ['role'],
    ])
  })

  it('lists open work by due date, those without one last, page by page', async () => {
    const api = await openTestApi()
    const { journey, client } = await startTestJourney(api)
    await openTask(api, journey, { title: 'c' })
    await openTask(api, journey, { title: 'b', dueDate: '2026-04-02' })
    await openTask(api, journey, { title: 'a', dueDate: '2026-04-01' })
    await openTask(api, journey, { title: 'd', assignee: 'jussi.laine', role: undefined })
    const titles: unknown[] = []
    let after: unknown
    do {
      const page = await api.get(`/api/v1/tasks?client=${client}&limit=1${after ? `&after=${String(after)}` : ''}`)
      titles.push(page.at('items', 0, 'content', 'title'))
      after = page.at('after')
    } while (after !== null)
    expect(titles).toEqual(['a', 'b', 'c', 'd'])
    expect((await api.get('/api/v1/tasks?assignee=jussi.laine')).at('items')).toMatchObject([
      { content: { title: 'd' } },
    ])
    expect((await api.get('/api/v1/tasks?role=coach')).at('items')).toEqual([])
    expect((await api.get(`/api/v1/tasks?journey=${journey}&overdue=true`)).at('items')).toEqual([])
  })

  it('claims without a body, delegates, gives back, postpones and cancels', async () => {
    const api = await openTestApi()
    const { journey } = await startTestJourney(api)
    const task = await openTask(api, journey)
    expect((await api.post(`${task}/claim`)).at('journey', 'tasks', 0, 'assignee')).toBe('mari.virtanen')
    const taken = await api.post(`${task}/claim`, {}, { 'Polku-User': 'jussi.laine' })
    expect([taken.status, taken.at('code')]).toEqual([409, 'task-taken'])
    const delegated = await api.post(`${task}/delegate`, { to: 'jussi.laine', reason: 'Loma' })
    expect(delegated.at('journey', 'tasks', 0, 'assignee')).toBe('jussi.laine')
    expect((await api.post(`${task}/delegate`, { to: null })).at('journey', 'tasks', 0, 'assignee')).toBeNull()
    const postponed = await api.post(`${task}/postpone`, { dueDate: '2026-04-17', reason: 'Asiakas sairaana' })
    expect(postponed.at('journey', 'tasks', 0, 'dueDate')).toBe('2026-04-17')
    const history = await api.get(`/api/v1/journeys/${journey}/history?after=${Number(postponed.at('entry')) - 1}`)
    expect(history.at('items', 0)).toMatchObject({ type: 'postponeTask', reason: 'Asiakas sairaana' })
    expect((await api.post(`${task}/cancel`, {})).at('code')).toBe('reason-required')
    expect((await api.post(`${task}/cancel`, { reason: 'Hoitui' })).at('journey', 'tasks')).toEqual([])
    const again = await api.post(`${task}/cancel`, { reason: 'Hoitui' })
    expect([again.status, again.at('code')]).toEqual([409, 'no-such-task'])
    expect((await api.get('/api/v1/tasks')).at('items')).toEqual([])
    expect((await api.get('/api/v1/tasks?status=any')).at('items')).toMatchObject([{ status: 'cancelled' }])
    expect((await api.get('/api/v1/tasks?status=completed')).at('items')).toEqual([])
  })

  it('takes an empty body for none, also of one who names its type with every request', async () => {
    const api = await openTestApi()
    const { journey } = await startTestJourney(api)
    const headers = { 'Content-Type': 'application/json' }
    const [first, second] = [await openTask(api, journey), await openTask(api, journey)]
    expect((await api.ask('POST', `${first}/claim`, { headers })).at('journey', 'tasks', 0, 'assignee')).toBe(
      'mari.virtanen',
    )
    expect((await api.ask('POST', `${first}/complete`, { headers })).status).toBe(200)
    expect((await api.ask('POST', `${second}/claim`, { headers })).status).toBe(200)
    expect((await api.ask('POST', `${second}/delegate`, { headers })).at('code')).toBe('malformed-json')
    expect((await api.ask('POST', `${second}/complete`, { headers, raw: ' ' })).at('code')).toBe('malformed-json')
  })

  it('completes a task, and records what its form binds to facts', async () => {
    const api = await openTestApi()
    const { client, task } = await withReview(api)
    expect((await api.get(task)).at('form', 0)).toMatchObject({ fact: 'daysPerWeek', required: true })
    const empty = await api.post(`${task}/complete`)
    expect([empty.status, empty.at('code'), empty.at('errors', 0, 'path')]).toEqual([
      422,
      'invalid-fact',
      ['form', 'daysPerWeek'],
    ])
    const wrong = await api.post(`${task}/complete`, { form: { daysPerWeek: 9 } })
    expect([wrong.status, wrong.at('code')]).toEqual([422, 'invalid-fact'])
    const completed = await api.post(`${task}/complete`, { form: { daysPerWeek: 4, review: 'Etenee hyvin' } })
    expect(completed.status).toBe(200)
    expect((await api.get(`/api/v1/clients/${client}/facts`)).at('items')).toMatchObject([
      { name: 'daysPerWeek', value: 4 },
    ])
    expect((await api.get(task)).body).toMatchObject({ status: 'completed', content: { review: 'Etenee hyvin' } })
  })

  it('ticks a checklist, and completes it when what is required is ticked', async () => {
    const api = await openTestApi()
    const item = { id: 'statement', label: { fi: 'Lausunto' }, required: true }
    const close = {
      label: { fi: 'Päätös' },
      role: 'coach',
      checklist: [item, { ...item, id: 'sent', required: false }],
    }
    const document = smallPathway({ taskDefinitions: { close }, initial: 'end', states: { end: { tasks: ['close'] } } })
    const { client } = await startTestJourney(api)
    await api.polku.pathways.publish(document, { by: { user: 'polku' } })
    const body = { pathway: 'small', client, responsible: { user: 'mari.virtanen' } }
    const task = `/api/v1/tasks/${textAt(await api.post('/api/v1/journeys', body), 'journey', 'tasks', 0, 'id')}`
    const early = await api.post(`${task}/complete`)
    expect([early.status, early.at('code'), early.at('lacks')]).toEqual([409, 'checklist-open', ['statement']])
    expect((await api.post(`${task}/ticks`, { items: { statement: true } })).status).toBe(200)
    expect((await api.get(task)).at('checklist')).toEqual([
      { ...item, isTicked: true },
      { ...item, id: 'sent', required: false, isTicked: false },
    ])
    const unknown = await api.post(`${task}/ticks`, { items: { sent: true, posted: true } })
    expect([unknown.status, unknown.at('code'), unknown.at('accepted')]).toEqual([
      422,
      'no-such-item',
      ['statement', 'sent'],
    ])
    expect((await api.post(`${task}/complete`)).status).toBe(200)
  })

  it('refuses to cancel what the pathway asks for, and to answer what is no proposal', async () => {
    const api = await openTestApi()
    const { task } = await withReview(api)
    expect((await api.post(`${task}/cancel`, {})).at('code')).toBe('wrong-kind')
    expect((await api.post(`${task}/answer`, { accept: true })).at('code')).toBe('wrong-kind')
  })

  it('accepts a proposal that time has made, and dismisses one with a reason', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    await api.post(`${path}/jump`, { to: 'koulutus', reason: 'Siirtyi' })
    api.clock.set('2026-06-03T10:00:00+03:00')
    await api.polku.runDue()
    const proposal = (await api.get(path)).at('tasks', 0)
    expect(proposal).toMatchObject({ kind: 'proposal' })
    const id = textAt(await api.get(path), 'tasks', 0, 'id')
    expect((await api.post(`/api/v1/tasks/${id}/complete`)).at('code')).toBe('wrong-kind')
    expect((await api.post(`/api/v1/tasks/${id}/answer`, { accept: false })).at('code')).toBe('reason-required')
    const dry = await api.post(`/api/v1/tasks/${id}/answer`, { accept: false, reason: 'Opinnot kesken', dryRun: true })
    expect(dry.at('journey', 'tasks')).toEqual([])
    const accepted = await api.post(`/api/v1/tasks/${id}/answer`, { accept: true })
    expect(accepted.at('journey', 'end', 'code')).toBe('tyossa')
  })

  it('knows no task that is not there', async () => {
    const api = await openTestApi()
    const { journey } = await startTestJourney(api)
    expect((await api.get(`/api/v1/tasks/${journey}.9`)).at('code')).toBe('not-found')
    expect((await api.post('/api/v1/tasks/nothing.1/claim')).at('code')).toBe('not-found')
    expect((await api.get('/api/v1/tasks/nothing')).at('code')).toBe('invalid-request')
  })
})
