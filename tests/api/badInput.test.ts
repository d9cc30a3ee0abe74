import { describe, expect, it } from 'vitest'
import { readTables, type Tables } from '../support/tables.ts'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { type Asked, openTestApi, startTestJourney } from './support/openTestApi.ts'

const nested = (depth: number): string => `{"event":"x","data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`

/** All that is kept but the log of who asked, which has every attempt. */
const kept = ({ access_log: _, access_log_clients: __, sqlite_sequence: ___, ...others }: Tables): Tables => others

/** What is sent to a journey's events, and what it is refused as. */
const bodies: [name: string, asked: Asked, status: number, code: string, detail: RegExp][] = [
  ['nothing at all', { headers: { 'Content-Type': 'application/json' } }, 400, 'malformed-json', /empty/],
  ['nothing at all, of no type', {}, 400, 'malformed-json', /empty/],
  ['nothing at all, as a text', { headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media-type', /json/],
  ['white space', { raw: ' \n ' }, 400, 'malformed-json', /empty/],
  ['half an object', { raw: '{"event":\n  "aloita' }, 400, 'malformed-json', /line 2, column 3: expected a value/],
  ['a trailing comma', { raw: '{"event":"x",}' }, 400, 'malformed-json', /line 1, column 14: expected a key/],
  ['two values', { raw: '{} {}' }, 400, 'malformed-json', /column 4: expected nothing more/],
  ['half a megabyte of brackets', { raw: '['.repeat(500_000) }, 400, 'malformed-json', /column 500001/],
  ['bytes that are no UTF-8', { raw: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) }, 400, 'malformed-json', /UTF-8/],
  [
    'no media type',
    { raw: new Uint8Array([0x7b, 0x7d]), headers: { 'Content-Type': null } },
    415,
    'unsupported-media-type',
    /json/,
  ],
  [
    'a form',
    { raw: 'event=x', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    'unsupported-media-type',
    /json/,
  ],
  [
    'a media type that only looks like JSON',
    { raw: '{}', headers: { 'Content-Type': 'application/jsonp' } },
    415,
    'unsupported-media-type',
    /json/,
  ],
  [
    'a text',
    { raw: '{"event":"x"}', headers: { 'Content-Type': 'text/plain' } },
    415,
    'unsupported-media-type',
    /json/,
  ],
  ['more than a megabyte', { raw: `{"event":"${'x'.repeat(1_048_576)}"}` }, 413, 'body-too-large', /1048576/],
  ['nesting of 65', { raw: nested(65) }, 400, 'unsafe-json', /deeper than 64/],
  ['nesting of 100 000', { raw: nested(100_000) }, 400, 'unsafe-json', /deeper than 64/],
  ['the key __proto__', { raw: '{"event":"x","__proto__":{"by":1}}' }, 400, 'unsafe-json', /__proto__/],
  [
    'the key constructor, deep',
    { raw: '{"event":"x","data":{"a":[{"constructor":1}]}}' },
    400,
    'unsafe-json',
    /data\.a\.0\.constructor/,
  ],
  ['a NUL character', { raw: '{"event":"aloita\\u0000Kuntoutus"}' }, 400, 'unsafe-json', /NUL/],
  ['a NUL character in a key', { raw: '{"event":"x","data":{"a\\u0000":1}}' }, 400, 'unsafe-json', /NUL/],
  ['half a surrogate pair', { raw: '{"event":"\\ud83d"}' }, 400, 'unsafe-json', /surrogate/],
  ['a list', { raw: '[]' }, 400, 'invalid-request', /object/],
  ['null', { raw: 'null' }, 400, 'invalid-request', /object/],
  ['a number', { raw: '1e999' }, 400, 'invalid-request', /object/],
  ['no event', { body: {} }, 400, 'invalid-request', /"event"/],
  ['an event that is no text', { body: { event: 7 } }, 400, 'invalid-request', /"event"/],
  ['an event of control characters', { body: { event: '\u0007' } }, 400, 'invalid-request', /control/],
  ['an unknown key', { body: { event: 'aloitaKuntoutus', when: 'now' } }, 400, 'invalid-request', /"when"/],
  ['who acts, in the body', { body: { event: 'aloitaKuntoutus', by: { user: 'x' } } }, 400, 'invalid-request', /"by"/],
  ['the key, in the body', { body: { event: 'aloitaKuntoutus', key: 'x' } }, 400, 'invalid-request', /"key"/],
  [
    'a time that is none',
    { body: { event: 'aloitaKuntoutus', occurredAt: '2026-02-30T10:00:00Z' } },
    400,
    'invalid-request',
    /"occurredAt"/,
  ],
  [
    'a time without an offset',
    { body: { event: 'aloitaKuntoutus', occurredAt: '2026-03-01T10:00:00' } },
    400,
    'invalid-request',
    /"occurredAt"/,
  ],
  [
    'a revision that is none',
    { body: { event: 'aloitaKuntoutus', revision: 1.5 } },
    400,
    'invalid-request',
    /"revision"/,
  ],
  [
    'data beyond its limit',
    { body: { event: 'aloitaKuntoutus', data: { a: 'x'.repeat(17_000) } } },
    400,
    'invalid-request',
    /16 384/,
  ],
  ['an event of JavaScript’s own', { body: { event: 'toString' } }, 409, 'unhandled', /toString/],
  ['an event of the engine’s own', { body: { event: 'xstate.init' } }, 409, 'unhandled', /xstate/],
  ['the event that stands for all', { body: { event: '*' } }, 409, 'unhandled', /\*/],
]

describe('what a journey is not to be sent', () => {
  it.each(bodies)('refuses %s, changes nothing and lives on', async (_name, asked, status, code, detail) => {
    const file = temporaryFile()
    const api = await openTestApi({ database: file })
    const { path } = await startTestJourney(api)
    const tables = readTables(file)
    const before = kept(tables.all())
    const refused = await api.ask('POST', `${path}/events`, asked)
    expect([refused.status, refused.at('code')]).toEqual([status, code])
    expect(refused.at('detail')).toMatch(detail)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(kept(tables.all())).toEqual(before)
    tables.close()
    expect((await api.get('/api/v1/health')).status).toBe(200)
  })

  it('names every field that breaks a rule', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const refused = await api.post(`${path}/events`, { event: '', revision: 0, override: {} })
    expect(refused.at('errors')).toMatchObject([
      { path: ['revision'] },
      { path: ['event'] },
      { path: ['override', 'criterion'] },
    ])
  })

  it('takes nesting of 64, a byte order mark and a charset', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const deep = await api.ask('POST', `${path}/events`, { raw: nested(62) })
    expect(deep.at('code')).toBe('unhandled')
    const marked = await api.ask('POST', `${path}/events`, {
      raw: '\ufeff{"event":"aloitaKuntoutus"}',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    })
    expect(marked.status).toBe(200)
  })
})

describe('addresses that lead nowhere', () => {
  it.each([
    ['GET', '/api/v1/journey', 404, 'no-such-route'],
    ['GET', '/api/v2/journeys', 404, 'no-such-route'],
    ['GET', '/api/v1/', 404, 'no-such-route'],
    ['GET', '/%00', 404, 'no-such-route'],
    ['GET', '/api/v1/journeys/a%00b', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys/%zz', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys/..%2f..%2fetc', 400, 'invalid-request'],
    ['GET', `/api/v1/journeys/${'a'.repeat(65)}`, 400, 'invalid-request'],
    ['GET', '/api/v1/journeys/__proto__', 404, 'not-found'],
    ['GET', '/api/v1/pathways/constructor', 404, 'not-found'],
    ['GET', '/api/v1/tasks/a.1.2', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys?limit=0', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys?limit=201', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys?limit=many', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys?stauts=ended', 400, 'invalid-request'],
    ['GET', '/api/v1/journeys?status=ended&status=active', 400, 'invalid-request'],
    ['GET', '/api/v1/tasks?after=somewhere', 400, 'invalid-request'],
    ['GET', '/docs/..%2fpackage.json', 404, 'no-such-route'],
    ['GET', '/docs/package.json', 404, 'no-such-route'],
    ['DELETE', '/api/v1/journeys', 405, 'method-not-allowed'],
    ['PUT', '/api/v1/clients/somebody', 405, 'method-not-allowed'],
    ['PATCH', '/api/v1/drafts/one', 405, 'method-not-allowed'],
    ['OPTIONS', '/api/v1/journeys', 405, 'method-not-allowed'],
    ['POST', '/docs', 405, 'method-not-allowed'],
  ])('answers %s %s with %i %s', async (method, path, status, code) => {
    const api = await openTestApi()
    const refused = await api.ask(method, path)
    expect([refused.status, refused.at('code'), refused.at('type')]).toEqual([status, code, `/problems/${code}`])
    expect(refused.at('requestId')).toBe(refused.headers.get('x-request-id'))
  })

  it('tells which methods an address has', async () => {
    const api = await openTestApi()
    const refused = await api.ask('DELETE', '/api/v1/journeys')
    expect(refused.headers.get('allow')).toBe('GET, POST')
    expect(refused.at('accepted')).toEqual(['GET', 'POST'])
  })
})
