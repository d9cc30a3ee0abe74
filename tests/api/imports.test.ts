import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledPathways } from '../../workflows/index.ts'
import { type Answer, openTestApi, type TestApi, textAt } from './support/openTestApi.ts'

const path = '/api/v1/imports'
const csv = (text: string, key = 'siirto', query = '', type = 'text/csv') => ({
  path: `${path}${query}`,
  asked: { raw: text, headers: { 'Content-Type': type, 'Idempotency-Key': key } },
})

async function send(api: TestApi, text: string, key?: string, query?: string, type?: string): Promise<Answer> {
  const { path: to, asked } = csv(text, key, query, type)
  return api.ask('POST', to, asked)
}

const outcomes = (answer: Answer) => (answer.at('rows') as { outcome: string }[]).map(({ outcome }) => outcome)
const counts = (answer: Answer) => ['created', 'repeated', 'refused'].map((one) => answer.at(one))

const header = 'key;name;identityCode;pathway;at;startedAt;occurredAt;reason;user;fact.daysPerWeek;doneFollowUp.salkku'
const row = (key: string, more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    key,
    name: `Asiakas ${key}`,
    identityCode: '',
    pathway: 'suunto',
    at: 'kuntoutus',
    startedAt: '2025-01-07',
    occurredAt: '2025-06-16',
    reason: 'Siirto',
    user: 'mari.virtanen',
    'fact.daysPerWeek': '2,5',
    'doneFollowUp.salkku': '4',
    ...Object.fromEntries(Object.entries(more).map(([name, cell]) => [name, cell ?? ''])),
  }
  return header
    .split(';')
    .map((name) => cells[name])
    .join(';')
}

describe('an import of clients who are under way', () => {
  it('brings in each where they stand, with what was done and what is known', async () => {
    const api = await openTestApi()
    const answer = await send(api, `\ufeff${header}\r\n${row('1', { identityCode: '131052-308T' })}\r\n`)
    expect([answer.status, counts(answer)]).toEqual([200, [1, 0, 0]])
    const journey = await api.get(`/api/v1/journeys/${textAt(answer, 'rows', 0, 'journey')}`)
    expect(journey.body).toMatchObject({
      states: ['kuntoutus'],
      startedAt: '2025-01-06T22:00:00.000Z',
      phases: [{ state: 'kuntoutus', since: '2025-06-15T21:00:00.000Z' }],
      responsible: { user: 'mari.virtanen' },
      // every two months from the middle of June; four are done
      timers: [{ kind: 'followUp', name: 'salkku', occurrence: 5, dueDate: '2026-04-16' }],
      tasks: [],
    })
    const client = `/api/v1/clients/${textAt(answer, 'rows', 0, 'client')}`
    expect((await api.get(client)).body).toMatchObject({ name: 'Asiakas 1', identityCode: '131052-308T' })
    expect((await api.get(`${client}/facts`)).at('items')).toMatchObject([
      { name: 'daysPerWeek', value: 2.5, source: 'import', holdsFrom: '2025-06-15T21:00:00.000Z' },
    ])
    const id = textAt(journey, 'id')
    expect((await api.get(`/api/v1/journeys/${id}/history`)).at('items')).toMatchObject([
      { type: 'start', event: 'kuntoutus', reason: 'Siirto', occurredAt: '2025-06-15T21:00:00.000Z' },
    ])
    expect((await api.get(`/api/v1/journeys/${id}/replay`)).at('matches')).toBe(true)
    expect((await api.polku.journeys.audit(id)).differences).toEqual([])
  })

  it('refuses what is wrong row by row, with the column, and stops nothing', async () => {
    const api = await openTestApi()
    const rows = [
      row('1'),
      row('2', { identityCode: '131052-308X' }),
      row('3', { at: 'tyossa' }),
      row('4', { pathway: 'polku' }),
      row('5', { 'fact.daysPerWeek': '9' }),
      row('6', { user: '' }),
      row('7', { occurredAt: '16.6.2025' }),
      row('8', { occurredAt: '2026-03-03' }),
      row('9', { startedAt: '2025-07-01' }),
      row('10', { 'doneFollowUp.salkku': '2026-05-01' }),
      row('11', { reason: '' }),
      row('12'),
      row('12'),
      row('13'),
    ]
    const answer = await send(api, [header, ...rows].join('\n'))
    expect(counts(answer)).toEqual([2, 0, 12])
    const told = (
      answer.at('rows') as { line: number; problem?: { code: string; errors: { column: string }[] } }[]
    ).map(({ line, problem }) => [line, problem?.code, problem?.errors[0]?.column])
    expect(told).toEqual([
      [2, undefined, undefined],
      [3, 'invalid-request', 'identityCode'],
      [4, 'not-enterable', 'at'],
      [5, 'not-found', 'pathway'],
      [6, 'invalid-fact', 'fact.daysPerWeek'],
      [7, 'invalid-request', 'user'],
      [8, 'invalid-request', 'occurredAt'],
      [9, 'in-the-future', 'occurredAt'],
      [10, 'invalid-request', 'startedAt'],
      [11, 'invalid-request', 'doneFollowUp.salkku'],
      [12, 'invalid-request', 'reason'],
      [13, 'invalid-request', 'key'],
      [14, 'invalid-request', 'key'],
      [15, undefined, undefined],
    ])
    expect((await api.get('/api/v1/clients')).at('items', 'length')).toBe(2)
  })

  it('is gone on with by sending it again, and says beforehand what it would do', async () => {
    const api = await openTestApi()
    const rows = Array.from({ length: 300 }, (_, n) => row(String(n), n % 50 === 7 ? { at: 'nowhere' } : {}))
    const file = [header, ...rows].join('\n')
    const dry = await send(api, file, 'siirto', '?dryRun=true')
    expect(counts(dry)).toEqual([294, 0, 6])
    expect((await api.get('/api/v1/clients')).at('items')).toEqual([])
    const cutOff = await send(api, [header, ...rows.slice(0, 120)].join('\n'))
    expect(counts(cutOff)).toEqual([117, 0, 3])
    const mended = file.replaceAll('nowhere', 'koulutus').replaceAll(/(koulutus;.*);4$/gm, '$1;')
    expect(counts(await send(api, mended, 'siirto', '?dryRun=true'))).toEqual([183, 117, 0])
    expect(counts(await send(api, mended))).toEqual([183, 117, 0])
    const again = await send(api, mended)
    expect(counts(again)).toEqual([0, 300, 0])
    expect(again.at('rows', 0, 'journey')).toBe(cutOff.at('rows', 0, 'journey'))
    let journeys = 0
    for (let after: unknown = ''; after !== null; ) {
      const page = await api.get(`/api/v1/journeys?limit=200${after ? `&after=${String(after)}` : ''}`)
      journeys += (page.at('items') as unknown[]).length
      after = page.at('after')
    }
    expect(journeys).toBe(300)
  })

  it('takes JSON as well, each error with its place in the body', async () => {
    const api = await openTestApi()
    const common = { pathway: 'suunto', occurredAt: '2026-02-02', responsible: { user: 'mari.virtanen' } }
    const rows = [
      { key: 'a', ...common },
      { key: 'b', ...common, facts: { daysPerWeek: { value: 'four' } } },
      { key: 'c' },
    ]
    const body = { reason: 'Siirto', rows }
    const answer = await api.post(path, body, { 'Idempotency-Key': 'siirto' })
    expect(outcomes(answer)).toEqual(['created', 'refused', 'refused'])
    expect(answer.at('rows', 1, 'problem', 'errors', 0, 'pointer')).toBe('#/rows/1/facts/daysPerWeek')
    expect(answer.at('rows', 2, 'problem', 'errors', 0, 'pointer')).toBe('#/rows/2/pathway')
    const other = { ...body, rows: [{ key: 'a', ...common, at: 'kuntoutus' }] }
    const reused = await api.post(path, other, { 'Idempotency-Key': 'siirto' })
    expect(reused.at('rows', 0, 'problem', 'code')).toBe('key-reused')
  })

  it('gives a known client the journey, also one that the same file has brought', async () => {
    const api = await openTestApi()
    const known = textAt(await api.post('/api/v1/clients', { identityCode: '010190-900P' }), 'id')
    const rows = [
      row('1', { identityCode: '010190-900P' }),
      row('2', { identityCode: '131052-308T' }),
      row('3', { identityCode: '131052-308t', at: 'koulutus', 'doneFollowUp.salkku': '' }),
    ]
    const answer = await send(api, [header, ...rows].join('\n'))
    expect(counts(answer)).toEqual([3, 0, 0])
    expect(answer.at('rows', 0, 'client')).toBe(known)
    expect(answer.at('rows', 2, 'client')).toBe(answer.at('rows', 1, 'client'))
  })

  it('tells nobody of what they answer for already', async () => {
    const api = await openTestApi()
    await send(api, `${header}\n${row('1', { user: 'jussi.laine' })}`)
    await api.polku.runDue()
    expect((await api.get('/api/v1/notifications', { 'Polku-User': 'jussi.laine' })).at('items')).toEqual([])
  })

  it.each([
    [
      'commas and quotation marks',
      `${header.replaceAll(';', ',')}\n${row('1').replace('2,5', '2').replaceAll(';', ',').replace('Siirto', '"Siirto, ""vanhasta"""')}`,
      'text/csv',
      200,
    ],
    [
      'Windows-1252 that says so',
      Buffer.from(`${header}\n${row('1', { name: 'Äijö' })}`, 'latin1'),
      'text/csv; charset=windows-1252',
      200,
    ],
    ['Windows-1252 that does not', Buffer.from(`${header}\n${row('1', { name: 'Äijö' })}`, 'latin1'), 'text/csv', 400],
    ['a charset that nobody knows', header, 'text/csv; charset=klingon', 400],
    ['names without rows', header, 'text/csv', 400],
    ['nothing', '', 'text/csv', 400],
    ['too few cells', `${header}\n1;2;3`, 'text/csv', 400],
    ['an open quotation mark', `${header}\n"1;2`, 'text/csv', 400],
    ['a column that is there twice', `${header};key\n${row('1')};1`, 'text/csv', 400],
    ['more rows than may be', `${header}\n${'1;2;3;4;5;6;7;8;9;10;11\n'.repeat(5_001)}`, 'text/csv', 400],
  ])('reads %s or says what is wrong', async (_, text, type, status) => {
    const api = await openTestApi()
    const raw = typeof text === 'string' ? text : new Uint8Array(text)
    const answer = await api.ask('POST', path, { raw, headers: { 'Content-Type': type, 'Idempotency-Key': 'siirto' } })
    expect(answer.status, answer.text).toBe(status)
    if (status === 200) expect(outcomes(answer)).toEqual(['created'])
    else expect(answer.text).not.toContain('ij')
  })

  it('is known by its key, which it must have', async () => {
    const api = await openTestApi()
    const refused = await api.ask('POST', path, { raw: header, headers: { 'Content-Type': 'text/csv' } })
    expect([refused.status, refused.at('code')]).toEqual([400, 'invalid-request'])
  })

  it('takes the example of the guide', async () => {
    const api = await openTestApi()
    for (const document of bundledPathways) await api.polku.pathways.publish(document, { by: { user: 'polku' } })
    const file = readFileSync(new URL('../../docs/examples/clients-under-way.csv', import.meta.url), 'utf8')
    const answer = await api.ask('POST', path, {
      raw: file,
      headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': 'siirto', 'Polku-Roles': 'adviser' },
    })
    expect(outcomes(answer).length).toBeGreaterThan(2)
    expect(new Set(outcomes(answer)), answer.text).toEqual(new Set(['created']))
  })
})
