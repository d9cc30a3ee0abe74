import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>

/**
 * The headers of a page: it may run scripts of this server, and nothing else but what is allowed besides. Nobody may put
 * it into a frame or have its forms sent elsewhere.
 */
export const pageHeaders = (allowed: Policy = {}): MiddlewareHandler =>
  secureHeaders({
    strictTransportSecurity: false,
    referrerPolicy: 'no-referrer',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
      ...allowed,
    },
  })
