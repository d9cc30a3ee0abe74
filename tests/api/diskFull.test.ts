import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { openTestApi, textAt } from './support/openTestApi.ts'

it('says that the disk is full, and does the same command once when there is room', async () => {
  const pragma = vi.spyOn(Database.prototype, 'pragma')
  const api = await openTestApi()
  const [db] = pragma.mock.contexts
  pragma.mockRestore()
  if (!(db instanceof Database)) throw new Error('Polku has asked nothing of a connection')
  const create = (key: string) => api.post('/api/v1/clients', { name: 'Aino Asiakas' }, { 'Idempotency-Key': key })

  // SQLite fails as on a full disk when a file may not grow
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  let fitted = 0
  let answer = await create('client-0')
  while (answer.status === 201) {
    fitted += 1
    answer = await create(`client-${fitted}`)
  }
  expect([answer.status, answer.at('code')]).toEqual([503, 'disk-failed'])
  expect(textAt(answer, 'detail')).toContain('with the same key')
  expect(api.logged.filter((line) => line.includes('database or disk is full'))).toHaveLength(1)
  expect((await api.get('/api/v1/health')).status).toBe(200)

  db.pragma('max_page_count = 4294967294')
  expect((await create(`client-${fitted}`)).status).toBe(201)
  expect((await api.get('/api/v1/clients?limit=200')).at('items', fitted)).toBeDefined()
  expect((await api.get('/api/v1/clients?limit=200')).at('items', fitted + 1)).toBeUndefined()
})
