import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { WhenFinished } from './temporaryFolder.ts'

/** Somebody who has signed in at the provider. */
export interface OidcPerson {
  sub: string
  email: string
  email_verified: boolean
  name: string
}

export interface OidcServer {
  issuer: string
  clientId: string
  clientSecret: string
  /** Opens the address where Polku sends people, as a browser would. @returns where it ends up, back at Polku */
  visit(url: string): Promise<string>
}

/**
 * An organisation's own sign-in, on loopback: a real OpenID Connect provider at which one person is signed in already.
 * @param redirectUri where it sends people back to
 */
export async function oidcServer(
  person: () => OidcPerson,
  redirectUri: string,
  whenFinished: WhenFinished,
): Promise<OidcServer> {
  const [clientId, clientSecret] = ['polku', 'polku-at-the-provider']
  let answer:
    | ((request: IncomingMessage, response: Parameters<ReturnType<Provider['callback']>>[1]) => void)
    | undefined
  const server = createServer((request, response) => answer?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for tests'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...person(), sub }) }),
  })
  const library = provider.callback()
  answer = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return library(request, response)
    const { prompt, session, params, grantId } = await provider.interactionDetails(request, response)
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: person().sub } })
    }
    const grant =
      (grantId && (await provider.Grant.find(grantId))) ||
      new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  }
  whenFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))

  async function visit(url: string): Promise<string> {
    const cookies = new Map<string, string>()
    let next = url
    for (let hops = 0; next.startsWith(issuer); hops += 1) {
      if (hops > 10) throw new Error(`the provider goes in circles: ${next}`)
      const headers = {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        connection: 'close',
      }
      const response = await fetch(next, { headers, redirect: 'manual' })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        cookies.set(name, value)
      }
      const location = response.headers.get('location')
      if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
      next = new URL(location, next).href
    }
    return next
  }

  return { issuer, clientId, clientSecret, visit }
}
