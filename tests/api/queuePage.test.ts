// @module-tag queue/bullmq
import { randomUUID } from 'node:crypto'
import { describe, expect, inject, it } from 'vitest'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'

const inRedis = () => ({ url: inject('redisUrl'), prefix: `${inject('redisPrefix')}-${randomUUID()}` })

describe('the page of the queue', () => {
  it('is not there when the queue is embedded', async () => {
    const api = await openTestApi()
    for (const path of ['/queue', '/queue/', '/queue/api/queues']) {
      const answer = await api.get(path)
      expect([path, answer.status, answer.at('code')]).toEqual([path, 404, 'no-such-route'])
    }
  })

  it('shows the jobs, with everything it needs served from here', async () => {
    const api = await openTestApi({ queue: inRedis(), say: () => {} })
    const page = await api.get('/queue')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
    const assets = [...page.text.matchAll(/(?:href|src)="([^"]+\.(?:js|css|svg|ico|png))"/g)].map(([, one = '']) => one)
    expect(assets.length).toBeGreaterThan(1)
    const base = new URL(/<base href="([^"]+)"/.exec(page.text)?.[1] ?? '', 'http://127.0.0.1')
    for (const asset of assets) {
      const { origin, pathname } = new URL(asset, base)
      expect([origin, pathname]).toEqual(['http://127.0.0.1', expect.stringMatching(/^\/queue\/static\//)])
      expect([asset, (await api.get(pathname)).status]).toEqual([asset, 200])
    }
  })

  it('allows itself scripts of its own, and nothing from elsewhere', async () => {
    const api = await openTestApi({ queue: inRedis(), say: () => {} })
    const policy = (await api.get('/queue')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toMatch(/connect-src 'self'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|unsafe-eval/)
  })

  it('shows identities only, and lets nobody change anything', async () => {
    const api = await openTestApi({ queue: inRedis(), say: () => {} })
    await startTestJourney(api)
    const jobs = api.polku.jobQueue()
    // the commit has told Redis of a message that no worker is there to take
    await expect.poll(() => jobs?.getWaitingCount()).toBe(1)
    const before = await jobs?.getJobCounts()

    const shown = await api.get('/queue/api/queues?activeQueue=work&status=waiting')
    expect(shown.status).toBe(200)
    const [queue] = shown.at('queues') as { readOnlyMode: boolean; jobs: { id: string; data: object }[] }[]
    expect(queue?.readOnlyMode).toBe(true)
    const [job] = queue?.jobs ?? []
    expect(job?.data).toEqual({ messages: [{ id: 1, attempts: 0, at: 0 }] })
    expect(shown.text).not.toContain('Aino')

    const name = 'work'
    const jobsAt = `/queue/api/queues/${name}`
    for (const path of [
      'pause',
      'empty',
      'clean/completed',
      'promote',
      `${job?.id}/retry`,
      `${job?.id}/clean`,
      'add',
    ]) {
      const refused = await api.ask('PUT', `${jobsAt}/${path}`, { body: {} })
      expect([path, refused.status]).toEqual([path, expect.toSatisfy((status: number) => status >= 400)])
      const posted = await api.post(`${jobsAt}/${path}`, {})
      expect([path, posted.status]).toEqual([path, expect.toSatisfy((status: number) => status >= 400)])
    }
    expect(await jobs?.isPaused()).toBe(false)
    expect(await jobs?.getJobCounts()).toEqual(before)
  })
})
