import type { MiddlewareHandler } from 'hono'
import type { Polku } from '../../engine/index.ts'
import type { SignIn } from '../auth/openSignIn.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { identify, requireRole } from './guard.ts'
import { rights } from './rights.ts'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Pages for whoever keeps Polku running, which show no client: for those who may list the dead letters, signed in or by a token with
 * the scope `operations:read`; for anybody where Polku is opened on this machine alone.
 */
export function operatorsOnly(polku: Polku, signIn: SignIn, baseUrl: string): MiddlewareHandler<ApiEnv> {
  const right = rights.listDeadMessages
  if (!right) throw new Error('there is no right to look at dead messages')
  // a proxy before it would come from this machine too: what counts is where people open it
  const isForAll = loopback.has(new URL(baseUrl).hostname)
  return async (c, next) => {
    if (!isForAll) {
      const viewer = await identify(c, polku, signIn, right)
      if (viewer) requireRole(viewer, right)
    }
    await next()
  }
}
