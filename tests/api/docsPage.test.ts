import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'

describe('the docs page', () => {
  it('has everything it needs served from here', async () => {
    const api = await openTestApi()
    const page = await api.get('/docs')
    expect(page.headers.get('content-type')).toContain('text/html')
    const assets = [...page.text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address)
    expect(assets.length).toBe(5)
    for (const address of assets) {
      expect(address).toMatch(/^\/docs\//)
      const asset = await api.get(address)
      expect([address, asset.status]).toEqual([address, 200])
      expect(asset.text.length).toBeGreaterThan(50)
      const type = asset.headers.get('content-type')
      expect(type).toMatch(address.endsWith('.js') ? /javascript/ : address.endsWith('.css') ? /css/ : /png/)
    }
  })

  it('allows itself scripts of its own and nothing from elsewhere', async () => {
    const api = await openTestApi()
    const page = await api.get('/docs')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe-eval')
    expect(page.text).not.toMatch(/<script>|https?:\/\//)
  })
})

describe('the pages of problems', () => {
  it('has one for every code that the API may answer with', async () => {
    const api = await openTestApi()
    const list = await api.get('/problems')
    const codes = [...list.text.matchAll(/href="\/problems\/([a-z-]+)"/g)].map(([, code = '']) => code)
    const documented = JSON.stringify(api.document).match(/`[a-z-]+`: /g) ?? []
    for (const code of documented) expect(codes).toContain(code.slice(1, -3))
    for (const code of codes) {
      const page = await api.get(`/problems/${code}`)
      expect(page.status).toBe(200)
      expect(page.text).toContain(`<code>${code}</code>`)
    }
    expect((await api.get('/problems/nothing')).at('code')).toBe('not-found')
    expect((await api.get('/problems/toString')).at('code')).toBe('not-found')
  })
})
