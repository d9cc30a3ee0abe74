import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../../api/listen.ts'
import { openTestApi } from './support/openTestApi.ts'

const alone = { headers: { 'Polku-User': null } }

describe('too many requests', () => {
  it('are refused to the one who sends them, with when to ask again, and to nobody else', async () => {
    const api = await openTestApi({ requestsPerMinute: 3 })
    const ask = (user: string) => api.get('/api/v1/pathways', { 'Polku-User': user })
    for (let turn = 0; turn < 3; turn += 1) expect((await ask('mari.virtanen')).status).toBe(200)
    const refused = await ask('mari.virtanen')
    expect([refused.status, refused.at('code')]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask('jussi.laine')).status).toBe(200)
  })

  it('are no requests of a monitor', async () => {
    const api = await openTestApi({ requestsPerMinute: 1 })
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await api.ask('GET', '/api/v1/health', alone)).status).toBe(200)
      expect((await api.ask('GET', '/api/v1/ready', alone)).status).toBe(200)
    }
  })

  it('of somebody who is not let in are told so by address', async () => {
    const api = await openTestApi({ requestsPerMinute: 1000 })
    const statuses: number[] = []
    for (let turn = 0; turn < 62; turn += 1) {
      const headers = { 'Polku-User': null, Authorization: `Bearer polku_guess${turn}` }
      const refused = await api.ask('GET', '/api/v1/clients', { headers })
      statuses.push(refused.status)
      if (refused.status === 429) expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(60)
    expect(statuses.slice(60)).toEqual([429, 429])
    // whoever is let in, from the same address, is
    expect((await api.get('/api/v1/clients')).status).toBe(200)
  })
})

describe('a body', () => {
  it.each([
    ['/api/v1/session', 17_000],
    ['/api/v1/password', 17_000],
    ['/api/v1/setup', 17_000],
    ['/api/v1/clients', 1_100_000],
    ['/api/v1/imports', 8_500_000],
  ])('of %s with %i bytes is too large', async (path, size) => {
    const api = await openTestApi()
    const refused = await api.ask('POST', path, { raw: `{"name":"${'x'.repeat(size)}"}` })
    expect([refused.status, refused.at('code')]).toEqual([413, 'body-too-large'])
  })
})

describe('a connection', () => {
  const patience = { headers: 300, request: 600, keepAlive: 300, look: 50 }

  /** Serves, as long as the test runs; at what address. */
  async function served(patienceOfServer?: typeof patience): Promise<string> {
    const api = await openTestApi()
    const server = await listen(() => api.app, 0, '127.0.0.1', patienceOfServer)
    onTestFinished(() => server.close())
    return server.address
  }

  async function opened(): Promise<Socket> {
    const address = await served(patience)
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.setEncoding('latin1').on('error', () => undefined)
    return socket
  }

  /** Sends a byte every few milliseconds, for as long as anybody listens; what was answered until the end. */
  async function drip(socket: Socket, bytes: string): Promise<string> {
    let answer = ''
    let sent = 0
    const sending = setInterval(() => {
      if (sent < bytes.length) socket.write(bytes[sent] ?? '')
      sent += 1
    }, 40)
    for await (const chunk of socket) answer += String(chunk)
    clearInterval(sending)
    return answer
  }

  it.each([
    ['the headers', `GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ${'x'.repeat(5_000)}`],
    [
      'the body',
      `POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`,
    ],
  ])('is not held by whoever sends %s slowly', async (what, text) => {
    const socket = await opened()
    if (what === 'the body') {
      socket.write(text)
      expect(await drip(socket, 'x'.repeat(5_000))).toMatch(/^(HTTP\/1\.1 408|$)/)
    } else expect(await drip(socket, text)).toMatch(/^HTTP\/1\.1 408/)
  })

  it('is not kept for whoever says nothing more', async () => {
    const socket = await opened()
    socket.write('GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(await drip(socket, '')).toMatch(/^HTTP\/1\.1 200/)
  })

  it('is kept for longer than a proxy keeps it unused', async () => {
    const answer = await fetch(`${await served()}/api/v1/health`)
    const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? []
    expect(Number(seconds)).toBeGreaterThan(60)
  })

  it('carries no more headers than anybody needs', async () => {
    const socket = await opened()
    socket.write(`GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Much: ${'x'.repeat(20_000)}\r\n\r\n`)
    expect(await drip(socket, '')).toMatch(/^HTTP\/1\.1 431/)
  })
})
