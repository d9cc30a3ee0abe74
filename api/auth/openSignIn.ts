import type { Polku } from '../../engine/index.ts'
import { callLibrary } from './callLibrary.ts'

/** An organisation's own sign-in, by OpenID Connect. */
export interface OidcProvider {
  /** as it stands in addresses: /api/v1/sign-in/{id} */
  id: string
  name: string
  /** its discovery document is at `<issuer>/.well-known/openid-configuration` */
  issuer: string
  clientId: string
  clientSecret: string
}

export interface SignInOptions {
  /** where people open Polku, such as https://polku.example.org; cookies are Secure where it is https */
  baseUrl: string
  providers?: readonly OidcProvider[]
}

/** Signs people in and out: passwords and one-time links, OpenID Connect, sessions by cookie. */
export interface SignIn {
  /** Whose session the cookie is; undefined when it is none's, has ended, or there is no cookie. */
  userOf(headers: Headers): Promise<string | undefined>
  /**
   * Lets the library answer a request of its own: `sign-in/email`, `sign-out`, `change-password`, `reset-password`,
   * `sign-in/social`, `callback/{provider}`.
   * @param address the caller's network address, by which attempts are counted
   */
  answer(path: string, asked: { method: string; headers: Headers; address: string; body?: unknown }): Promise<Response>
  /** A token that lets its holder choose a password, once and for a day. */
  invite(user: { id: string; email: string }): Promise<string>
  providers: readonly Pick<OidcProvider, 'id' | 'name'>[]
}

/** Where providers send people back to: `/auth/callback/{provider}`. */
export const authPath = '/auth'
/** A working day: whoever signs in in the morning is not asked again. Seconds. */
const sessionSeconds = 12 * 60 * 60
const linkSeconds = 24 * 60 * 60
/** Attempts at a password or a link from one address. */
const attempts = { window: 60, max: 10 }
const addressHeader = 'x-polku-address'

/**
 * Opens the sign-in of a Polku. The library behind it (better-auth) is loaded when somebody first uses it: systems that come
 * with tokens do not.
 */
export function openSignIn(polku: Polku, { baseUrl, providers = [] }: SignInOptions): SignIn {
  const links = new Map<string, string>()
  let opened: ReturnType<typeof open> | undefined
  const auth = () => (opened ??= open(polku, baseUrl, providers, links))
  return {
    userOf: async (headers) => {
      if (!headers.has('cookie')) return undefined
      const found = await callLibrary(async () => (await auth()).api.getSession({ headers }))
      return found?.user.id
    },
    answer: async (path, { method, headers, address, body }) => {
      const passed = new Headers({ origin: baseUrl, [addressHeader]: address })
      for (const name of ['cookie', 'user-agent']) {
        const value = headers.get(name)
        if (value !== null) passed.set(name, value)
      }
      if (body !== undefined) passed.set('content-type', 'application/json')
      const url = `${baseUrl}${authPath}/${path}`
      const sent = body === undefined ? null : JSON.stringify(body)
      const asked = new Request(url, { method, headers: passed, body: sent })
      return callLibrary(async () => (await auth()).handler(asked))
    },
    invite: async ({ id, email }) => {
      await callLibrary(async () => (await auth()).api.requestPasswordReset({ body: { email } }))
      const token = links.get(id)
      links.delete(id)
      if (token === undefined) throw new Error(`the sign-in knows no user ${id}`)
      return token
    },
    providers: providers.map(({ id, name }) => ({ id, name })),
  }
}

async function open(polku: Polku, baseUrl: string, providers: readonly OidcProvider[], links: Map<string, string>) {
  const [{ betterAuth }, { genericOAuth }, tables] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/plugins/generic-oauth'),
    polku.signIn.tables(),
  ])
  return betterAuth({
    appName: 'Polku',
    baseURL: baseUrl,
    basePath: authPath,
    secret: polku.signIn.secret,
    database: tables,
    telemetry: { enabled: false },
    logger: { disabled: true },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    // only whom an administrator has added: nobody signs up
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => void links.set(user.id, token),
    },
    verification: { storeIdentifier: 'hashed' },
    account: {
      encryptOAuthTokens: true,
      // an administrator has written the address, so it is the person’s; the provider must have verified it
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    databaseHooks: {
      session: {
        create: { before: async ({ userId }) => ((await polku.access.viewer(userId)) ? undefined : false) },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': attempts, '/reset-password': attempts, '/change-password': attempts },
    },
    advanced: {
      cookiePrefix: 'polku',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins:
      providers.length === 0
        ? []
        : [
            genericOAuth({
              config: providers.map(({ id, issuer, clientId, clientSecret }) => ({
                providerId: id,
                discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                requireIdTokenVerification: true,
                clientId,
                clientSecret,
                scopes: ['openid', 'email', 'profile'],
                pkce: true,
                disableSignUp: true,
              })),
            }),
          ],
  })
}
