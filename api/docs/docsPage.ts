import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { pageHeaders } from '../http/pageHeaders.ts'

const require = createRequire(import.meta.url)
const folder = dirname(require.resolve('swagger-ui-dist/package.json'))

/** What of the package is served, and as what. */
const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'index.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Polku: the API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/docs/index.css" />
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/initialize.js"></script>
  </body>
</html>
`

const initialize = `window.ui = SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis],
})
`

/** The browsable API, from the installed package: nothing is fetched from anywhere else. */
export function docsPage(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(
    pageHeaders({
      // Swagger UI writes style attributes, and its style sheet holds images as data
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
    }),
  )
  app.get('/', (c) => c.html(page))
  app.get('/initialize.js', (c) => c.body(initialize, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  for (const [name, type] of Object.entries(assets)) {
    let content: Promise<Uint8Array<ArrayBuffer>> | undefined
    app.get(`/${name}`, async (c) => {
      content ??= readFile(join(folder, name)).then((bytes) => new Uint8Array(bytes))
      return c.body(await content, 200, { 'Content-Type': type, 'Cache-Control': 'max-age=3600' })
    })
  }
  return app
}
