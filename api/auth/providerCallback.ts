import { Hono } from 'hono'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { addressOf } from '../http/addressOf.ts'
import type { SignIn } from './openSignIn.ts'

/** Where an organisation's own sign-in sends people back to: an address for browsers, not an operation of the API. */
export function providerCallback(signIn: SignIn): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/callback/:provider', (c) => {
    const path = `callback/${encodeURIComponent(c.req.param('provider'))}?${new URL(c.req.url).searchParams}`
    return signIn.answer(path, { method: 'GET', headers: c.req.raw.headers, address: addressOf(c) })
  })
}
