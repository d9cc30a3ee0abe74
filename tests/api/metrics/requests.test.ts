import { expect, it } from 'vitest'
import { openTestApi, startTestJourney } from '../support/openTestApi.ts'
import { readMetrics } from '../support/scrape.ts'

const scrape = async (api: Awaited<ReturnType<typeof openTestApi>>) => {
  const answer = await api.get('/metrics')
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0.0.4/)
  return { text: answer.text, ...readMetrics(answer.text) }
}
const requests = (method: string, route: string, status: number) =>
  `polku_http_requests_total{method="${method}",route="${route}",status="${status}"}`

it('counts requests by route, also what is refused and what fails', async () => {
  const api = await openTestApi({ hasMetrics: true })
  const { path } = await startTestJourney(api)
  await api.post(`${path}/events`, { event: 'fly' })
  await api.get(`${path}/next`)
  await api.polku.close()
  await api.get('/api/v1/clients')
  await expect(api.polku.clients.list()).rejects.toThrow('closed')
  const { values } = await scrape(api)
  expect(values.get(requests('POST', '/api/v1/journeys/:journey/events', 409))).toBe(1)
  expect(values.get(requests('GET', '/api/v1/journeys/:journey/next', 200))).toBe(1)
  expect(values.get(requests('GET', '/api/v1/clients', 500))).toBe(1)
  expect(values.get('polku_http_request_duration_seconds_count{status="5xx"}')).toBe(1)
  expect(values.get('polku_failures_total{during="command",reason="other"}')).toBe(1)
  expect(values.get('polku_refusals_total{code="unhandled"}')).toBe(1)
})

it('tells apart no more than there are routes and methods, whatever is asked for', async () => {
  const api = await openTestApi({ hasMetrics: true })
  for (const word of ['131052-9085', 'Aino', '..%2f', 'a"b']) {
    await api.get(`/${word}`)
    await api.get(`/api/v1/clients/${word}`)
    await api.ask(`X${word.replace(/\W/g, '')}`, '/api/v1/clients')
  }
  const { text, values } = await scrape(api)
  expect(text).not.toMatch(/131052|Aino|%2f|a"b|XAino/)
  const told = [...values].filter(([series]) => series.startsWith('polku_http_requests_total'))
  expect(told.length).toBeLessThan(8)
  expect(told.reduce((sum, [, count]) => sum + count, 0)).toBe(12)
})

it('is not there where nobody counts', async () => {
  const api = await openTestApi()
  expect((await api.get('/metrics')).status).toBe(404)
})
