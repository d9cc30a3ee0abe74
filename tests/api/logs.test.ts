import { expect, it } from 'vitest'
import { openTestApi, textAt } from './support/openTestApi.ts'

/** Marks that no log may carry: each stands in one kind of what people say or are called. */
const marked = {
  name: 'Merkitty-Nimi',
  identityCode: '131052-308T',
  fact: 'merkitty-lahde',
  reason: 'merkitty-syy',
  title: 'merkitty-otsikko',
  description: 'merkitty-kuvaus',
  data: 'merkitty-tieto',
  query: 'merkitty-kysely',
  path: 'merkitty-polku',
  header: 'merkitty-otsake',
  imported: 'Merkitty-Tuotu',
}

it('the log tells what was done and how it ended, and nothing that people said or are called', async () => {
  const api = await openTestApi({ onError: () => {} })
  const base = '/api/v1'
  const { name, identityCode } = marked
  const client = textAt(await api.post(`${base}/clients`, { name, identityCode }), 'id')
  await api.post(`${base}/clients`, { name, identityCode })
  await api.post(`${base}/clients`, { name: { first: name }, [marked.path]: identityCode })
  await api.ask('POST', `${base}/clients`, { raw: `{"name":"${name}" ${identityCode}` })
  await api.post(`${base}/clients/find`, { identityCode })
  await api.post(`${base}/clients/${client}/facts`, { facts: { daysPerWeek: 4 }, source: marked.fact })
  await api.post(`${base}/clients/${client}/facts`, { facts: { [marked.fact]: marked.fact }, source: marked.fact })
  const start = { pathway: 'suunto', client, responsible: { user: 'mari.virtanen' } }
  const journey = textAt(await api.post(`${base}/journeys`, start), 'journey', 'id')
  const path = `${base}/journeys/${journey}`
  await api.post(`${path}/events`, { event: 'aloitaKuntoutus', data: { note: marked.data }, reason: marked.reason })
  await api.post(`${path}/events`, { event: marked.data })
  const task = { journey, title: marked.title, description: marked.description, role: 'counsellor' }
  const opened = textAt(await api.post(`${base}/tasks`, task), 'task')
  await api.post(`${base}/tasks/${opened}/cancel`, { reason: marked.reason })
  await api.get(`${base}/clients?after=${marked.query}&name=${name}`)
  await api.get(`${base}/clients/${marked.path}`)
  await api.get(`/${marked.path}/${identityCode}`)
  await api.get(`${base}/clients/${client}`, { 'X-Request-Id': `${marked.header} ${name}`, Referer: marked.header })
  await api.get(`${base}/clients/${client}`, { Authorization: `Bearer ${marked.header}`, 'Polku-User': null })
  const row = `key;name;pathway;occurredAt;reason;user\n${identityCode};${marked.imported};suunto;x;${marked.reason};mari\n"`
  const headers = { 'Content-Type': 'text/csv', 'Idempotency-Key': marked.header }
  await api.ask('POST', `${base}/imports`, { raw: row, headers })
  await api.ask('POST', `${base}/imports`, { raw: row.slice(0, -1), headers })
  await api.polku.runDue()
  await api.polku.close()
  expect((await api.post(`${base}/clients`, { name, identityCode })).status).toBe(500)

  expect(api.logged.length).toBeGreaterThan(20)
  const all = api.logged.join('')
  for (const mark of Object.values(marked)) expect(all.includes(mark), mark).toBe(false)
  for (const id of [client, journey, 'mari.virtanen']) expect(all.includes(id), id).toBe(false)
})

it('monitors leave no line in it, unless they are told that something is wrong', async () => {
  const api = await openTestApi({ hasMetrics: true })
  const lines = () => api.logged.length
  const before = lines()
  for (const path of ['/api/v1/health', '/api/v1/ready', '/metrics']) expect((await api.get(path)).status).toBe(200)
  expect(api.logged.slice(before)).toEqual([])
  await api.polku.close()
  expect((await api.get('/api/v1/ready')).status).toBe(503)
  expect(lines()).toBeGreaterThan(before)
})
