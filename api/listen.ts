import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './http/ApiEnv.ts'

/** How long requests under way may take once the server is to stop, milliseconds. */
const graceMs = 10_000

/** How long a client may take over a request, milliseconds. Whoever sends a byte now and then holds a connection no longer. */
export interface Patience {
  /** until its headers are there */
  headers: number
  /** until all of it is there */
  request: number
  /** between two requests on one connection */
  keepAlive: number
  /** how often it is looked at */
  look: number
}
/**
 * Connections are kept for longer than proxies and clients keep theirs unused, a minute for most: who ends one that the
 * other is just about to use loses a request, and a command is not sent again by itself.
 */
const usualPatience: Patience = { headers: 10_000, request: 60_000, keepAlive: 75_000, look: 2_000 }

/** A server that is listening. */
export interface Listening {
  /** for example http://127.0.0.1:3000 */
  address: string
  /** Takes no more requests, and resolves when those under way are answered. */
  close(): Promise<void>
}

/**
 * Serves an app.
 * @param appAt makes the app that is served, once its address is known
 * @param port 0 for any that is free
 * @param host the interface to listen on
 * @throws PortTaken
 */
export function listen(
  appAt: (address: string) => OpenAPIHono<ApiEnv>,
  port: number,
  host = '127.0.0.1',
  patience = usualPatience,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let app: OpenAPIHono<ApiEnv> | undefined
    const fetch: OpenAPIHono<ApiEnv>['fetch'] = (request, ...more) => {
      if (!app) throw new Error('asked before it listened')
      return app.fetch(request, ...more)
    }
    const serverOptions = {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.keepAlive,
      connectionsCheckingInterval: patience.look,
      maxHeaderSize: 16_384,
    }
    const server = serve({ fetch, port, hostname: host, serverOptions }, ({ port: given }: AddressInfo) => {
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${given}`
      app = appAt(address)
      resolve({ address, close })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(host, port, error.code) : error)
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
  constructor(host: string, port: number, code: string) {
    const why = code === 'EADDRINUSE' ? 'is taken by another program' : 'may not be used by this user'
    super(`Port ${port} of ${host} ${why}. Set POLKU_PORT to another one, for example 3001`)
  }
}
