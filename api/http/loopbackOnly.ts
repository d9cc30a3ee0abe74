import type { MiddlewareHandler } from 'hono'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Serves this machine and no other. There is no sign-in yet, so two ways in from outside are closed besides listening
 * on loopback: a name of somebody's own that resolves to 127.0.0.1 (DNS rebinding), and a page of another site that
 * has the browser write here.
 */
export const loopbackOnly: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (!loopback.test(c.req.header('host') ?? new URL(c.req.url).host)) {
    throw new ApiProblem('host-refused', 'Polku answers to localhost, 127.0.0.1 and [::1] only.', {
      accepted: ['localhost', '127.0.0.1', '[::1]'],
    })
  }
  if (!isRead(c.req.method) && isFromElsewhere(c.req.header('origin'), c.req.header('sec-fetch-site'))) {
    throw new ApiProblem('cross-site', 'A page of another site may not write here.')
  }
  await next()
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Whether a browser says that the page it acts for is not of this machine. Programs send neither header. */
function isFromElsewhere(origin: string | undefined, fetchSite: string | undefined): boolean {
  if (fetchSite === 'cross-site') return true
  if (origin === undefined) return false
  const [, host = ''] = /^https?:\/\/(.+)$/.exec(origin) ?? []
  return !loopback.test(host)
}
