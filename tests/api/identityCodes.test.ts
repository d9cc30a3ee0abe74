import fc from 'fast-check'
import { expect, it } from 'vitest'
import { identityCodes } from '../support/identityCodes.ts'
import { runs } from '../support/runs.ts'
import { type Asked, openTestApi, startTestJourney } from './support/openTestApi.ts'

/** Everywhere that a code can be written into a request: where it belongs, and where it does not. */
const places = (code: string, path: string): [method: string, path: string, asked?: Asked][] => {
  const inPath = encodeURIComponent(code)
  return [
    ['GET', `/${inPath}`],
    ['GET', `/api/v1/clients/${code}`],
    ['GET', `/api/v1/clients/${inPath}/facts`],
    ['PATCH', `/api/v1/clients/${inPath}`, { body: { revision: 1, name: code } }],
    ['GET', `/api/v1/journeys?client=${inPath}`],
    ['GET', `/api/v1/journeys?${inPath}=1`],
    ['GET', `/api/v1/clients?limit=${inPath}&after=${inPath}`],
    ['DELETE', `/api/v1/clients/${inPath}`],
    ['POST', '/api/v1/clients', { body: { identityCode: `${code.slice(0, 10)}${code.endsWith('A') ? 'B' : 'A'}` } }],
    ['POST', '/api/v1/clients', { body: { identityCode: code, birthDate: '1850-01-01' } }],
    ['POST', '/api/v1/clients', { body: { identityCode: `${code} ${code}` } }],
    ['POST', '/api/v1/clients', { body: { [code]: 1 } }],
    ['POST', '/api/v1/clients', { body: { email: code, phone: code, birthDate: code, language: code } }],
    ['POST', '/api/v1/clients', { raw: `{"name": ${code}` }],
    ['POST', '/api/v1/clients', { raw: `{"${code}": {"__proto__": 1}}` }],
    ['POST', '/api/v1/clients', { body: {}, headers: { 'Polku-User': null, Authorization: `Bearer ${code}` } }],
    ['POST', '/api/v1/clients', { body: { name: 'x', team: code }, headers: { 'Idempotency-Key': `${code}` } }],
    ['POST', '/api/v1/clients', { body: { name: 'y' }, headers: { 'Idempotency-Key': `${code}` } }],
    ['POST', '/api/v1/clients', { body: {}, headers: { 'Content-Type': code } }],
    ['POST', '/api/v1/clients/find', { body: { identityCode: code } }],
    ['POST', '/api/v1/clients/search', { body: { name: code, limit: code } }],
    ['POST', '/api/v1/clients/duplicates', { body: { identityCode: code, birthDate: '1850-01-01' } }],
    ['POST', `${path}/events`, { body: { event: code } }],
    ['POST', `${path}/events`, { body: { event: 'aloitaKoulutus', override: { criterion: code }, reason: code } }],
    ['POST', `${path}/exit`, { body: { code, reason: code } }],
    ['POST', '/api/v1/journeys', { body: { pathway: code, client: code, responsible: { user: code } } }],
    ['POST', '/api/v1/session', { body: { email: code, password: code } }],
    ['GET', `/api/v1/clients/x`, { headers: { 'Polku-Purpose': code } }],
    ['GET', '/api/v1/health', { headers: { 'X-Request-Id': code, Host: code } }],
    ['POST', '/api/v1/clients', { body: { name: 'x' }, headers: { 'X-Request-Id': code, Origin: code } }],
  ]
}

it('no refusal and no line of the log repeats a personal identity code, wherever it was written', async () => {
  const api = await openTestApi()
  const { path } = await startTestJourney(api)
  await fc.assert(
    fc.asyncProperty(identityCodes, async (code) => {
      for (const [method, place, asked] of places(code, path)) {
        const { status, text } = await api.ask(method, place, asked)
        if (status < 400) continue
        expect(text, `${method} ${place}`).not.toContain(code)
        expect(text, `${method} ${place}`).not.toContain(encodeURIComponent(code))
      }
      expect(api.logged.join('')).not.toContain(code)
    }),
    runs(15),
  )
})
