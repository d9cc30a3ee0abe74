import { Agent, request } from 'node:http'
import type { Caller } from './measurer.ts'

/** What is asked: a GET, or with a body a POST. */
export interface Asked {
  path: string
  caller: Caller
  body?: object
  /** what makes a repeated command one (`Idempotency-Key`) */
  key?: string
}

/** Asks a server over connections that stay open, which costs this process a fraction of what `fetch` does. */
export interface KeepAliveClient {
  /** @throws Error with the answer when it is a refusal */
  ask(asked: Asked): Promise<unknown>
  close(): void
}

/** How many connections at most: what more is asked at once waits here, and its wait is measured. */
const mostConnections = 64

/** @param address for example http://127.0.0.1:34567 */
export function createKeepAliveClient(address: string): KeepAliveClient {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections })
  return {
    ask: ({ path, caller, body, key }) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body)
        const headers = {
          ...caller,
          ...(text !== undefined && {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(text),
          }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        }
        const method = text === undefined ? 'GET' : 'POST'
        const sent = request(`${address}/api/v1${path}`, { agent, method, headers }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            const answer = Buffer.concat(parts).toString('utf8')
            const { statusCode = 0 } = response
            if (statusCode >= 200 && statusCode < 300) resolve(JSON.parse(answer))
            else reject(new Error(`${method} ${path} answered ${statusCode}: ${answer}`))
          })
        })
        sent.on('error', reject)
        sent.end(text)
      }),
    close: () => agent.destroy(),
  }
}
