import type { MiddlewareHandler } from 'hono'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

/**
 * Answers to its own name and no other, which closes two ways in that a browser would open: a name of somebody else's that
 * resolves to this machine (DNS rebinding), and a page of another site that has the browser write here with the cookie
 * of whoever is signed in (CSRF).
 * @param baseUrl where people open Polku; this machine's own names are taken besides
 */
export function ownHostOnly(baseUrl: string): MiddlewareHandler<ApiEnv> {
  const { host: own } = new URL(baseUrl)
  const isOurs = (host: string) => host.toLowerCase() === own || loopback.test(host)
  return async (c, next) => {
    if (!isOurs(c.req.header('host') ?? new URL(c.req.url).host)) {
      const accepted = [own, 'localhost', '127.0.0.1', '[::1]']
      throw new ApiProblem('host-refused', `Polku answers to ${accepted.join(', ')} only.`, { accepted })
    }
    const { method } = c.req
    if (
      method !== 'GET' &&
      method !== 'HEAD' &&
      isFromElsewhere(c.req.header('origin'), c.req.header('sec-fetch-site'))
    ) {
      throw new ApiProblem('cross-site', 'A page of another site may not write here.')
    }
    await next()
  }

  /** Whether a browser says that the page it acts for is not ours. Programs send neither header. */
  function isFromElsewhere(origin: string | undefined, fetchSite: string | undefined): boolean {
    if (fetchSite === 'cross-site') return true
    if (origin === undefined) return false
    const [, host = ''] = /^https?:\/\/(.+)$/.exec(origin) ?? []
    return !isOurs(host)
  }
}
