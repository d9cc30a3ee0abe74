import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { NONCE, type SecureHeadersVariables } from 'hono/secure-headers'
import { pageHeaders } from '../http/pageHeaders.ts'

const dist = new URL('../../designer/dist/', import.meta.url)
/** Where the designer has pages: it looks at its address itself. */
const pages = ['/', '/drafts/*', '/pathways/*', '/accessibility']

/**
 * The designer: its page at every address of its own, and the files that it is built of. Where it has not been built, the
 * page says how to.
 */
export function designerPages(): Hono<{ Variables: SecureHeadersVariables }> {
  const app = new Hono<{ Variables: SecureHeadersVariables }>()
  // page by page: at the root of the app it would stand behind every other route as well
  const headers = pageHeaders({
    workerSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    // React Flow and the components set positions and sizes as properties of elements
    styleSrcAttr: ["'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
  })
  for (const path of pages) {
    app.get(path, headers, async (c) => {
      const page = await readFile(new URL('index.html', dist), 'utf8').catch(() => undefined)
      if (page === undefined) return c.text('The designer has not been built: run npm run build.', 503)
      c.header('Cache-Control', 'no-cache')
      return c.html(page.replace('%STYLE_NONCE%', c.get('secureHeadersNonce') ?? ''))
    })
  }
  // a worker has the policy of its own file: the one that lays drawings out starts another
  const forWorkers = pageHeaders({ workerSrc: ["'self'"] })
  app.get('/assets/*', forWorkers, async (c, next) => {
    await next()
    // the names of the files change with what is in them
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.get('/assets/*', compress(), serveStatic({ root: fileURLToPath(dist) }))
  return app
}
