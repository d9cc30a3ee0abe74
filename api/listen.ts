import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './http/ApiEnv.ts'

/** There is no sign-in yet: nobody else than this machine may come in. */
const host = '127.0.0.1'
/** How long requests under way may take once the server is to stop, milliseconds. */
const graceMs = 10_000

/** A server that is listening. */
export interface Listening {
  /** for example http://127.0.0.1:3000 */
  address: string
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>
}

/**
 * Serves an app on loopback.
 * @param port 0 for any that is free
 * @throws PortTaken
 */
export function listen(app: OpenAPIHono<ApiEnv>, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, ({ port: given }: AddressInfo) =>
      resolve({ address: `http://${host}:${given}`, close }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, error.code) : error)
    })
    const close = () =>
      new Promise<void>((closed) => {
        const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), graceMs)
        server.close(() => {
          clearTimeout(late)
          closed()
        })
      })
  })
}

/** Somebody else listens there already, or the port is not ours to have. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
  constructor(port: number, code: string) {
    const why = code === 'EADDRINUSE' ? 'is taken by another program' : 'may not be used by this user'
    super(`Port ${port} of ${host} ${why}. Set POLKU_PORT to another one, for example 3001`)
  }
}
