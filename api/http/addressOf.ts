import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { ApiEnv } from './ApiEnv.ts'

/** The network address a request comes from: of the proxy, where there is one before the server. */
export function addressOf(c: Context<ApiEnv>): string {
  // a request that came over no network, as within a program, has none
  const incoming: unknown = c.env
  const isServed = typeof incoming === 'object' && incoming !== null && 'incoming' in incoming
  return (isServed ? getConnInfo(c).remote.address : undefined) ?? '127.0.0.1'
}
