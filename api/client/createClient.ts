import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

/** The API as a TypeScript program sees it: every path with what it takes and answers. */
export type PolkuClient = Client<paths>

export interface ClientOptions {
  /** of a system; a browser has the cookie of its session instead */
  token?: string
  /** of the titles of problems */
  language?: 'fi' | 'sv' | 'en'
  /** default: that of the platform */
  fetch?: (request: Request) => Promise<Response>
}

/**
 * A client of Polku's API, typed by its OpenAPI document. It throws only what `fetch` throws: a refusal is `error` of the
 * answer.
 * @param baseUrl where Polku is, such as https://polku.example.org
 * @example
 * const polku = createClient('http://127.0.0.1:3000', { token })
 * const { data, error } = await polku.POST('/api/v1/journeys/{journey}/events', {
 *   params: { path: { journey } },
 *   body: { event: 'aloitaKoulutus' },
 * })
 * if (error) console.log(error.code, error.detail)
 */
export function createClient(baseUrl: string, { token, language, fetch }: ClientOptions = {}): PolkuClient {
  return createFetchClient<paths>({
    baseUrl,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(language !== undefined && { 'Accept-Language': language }),
    },
    ...(fetch && { fetch }),
  })
}
