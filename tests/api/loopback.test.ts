import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'

describe('loopback only', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    'answers to %s',
    async (host) => {
      const api = await openTestApi()
      expect((await api.get('/api/v1/health', { Host: host })).status).toBe(200)
    },
  )

  it.each([
    'polku.example',
    'localhost.example',
    '127.0.0.1.example:3000',
    '192.168.1.7:3000',
    '0.0.0.0',
    '[::2]',
    'localhost@evil.example',
    '',
  ])('refuses the host %j, for data and pages alike', async (host) => {
    const api = await openTestApi()
    for (const path of ['/api/v1/health', '/api/v1/clients', '/docs', '/problems', '/nothing']) {
      const refused = await api.get(path, { Host: host })
      expect([path, refused.status, refused.at('code')]).toEqual([path, 421, 'host-refused'])
    }
  })

  it.each([
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost.evil.example' }],
    [{ Origin: 'file://' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses a write from a page of another site: %j', async (headers) => {
    const api = await openTestApi()
    const refused = await api.post('/api/v1/clients', { name: 'Aino' }, headers)
    expect([refused.status, refused.at('code')]).toEqual([403, 'cross-site'])
    expect((await api.get('/api/v1/clients')).at('items')).toEqual([])
  })

  it('takes writes from pages of this machine, and never tells a browser that others may read', async () => {
    const api = await openTestApi()
    const created = await api.post(
      '/api/v1/clients',
      { name: 'Aino' },
      { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-site' },
    )
    expect(created.status).toBe(201)
    const read = await api.get('/api/v1/clients', { Origin: 'https://evil.example' })
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
    expect(read.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(read.headers.get('cache-control')).toBe('no-store')
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
