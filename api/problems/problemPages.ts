import { Hono } from 'hono'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { answerProblem } from './answerProblem.ts'
import { type ApiProblemCode, apiProblemCodes } from './problemCodes.ts'
import { problemTable } from './problemTable.ts'

/** Calm paper: one column, warm greys, a dark twin. */
const style = `
:root { color-scheme: light dark; --ink: #2b2a27; --paper: #faf8f4; --act: #0b5c66; --soft: #ece8df; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4db; --paper: #1f1e1b; --act: #6fc3cd; --soft: #33312c; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.6 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 32px 16px; }
h1 { font-size: 28px; line-height: 1.2; }
a { color: var(--act); }
code { background: var(--soft); border-radius: 6px; padding: 1px 6px; font-size: 14px; }
li { margin: 8px 0; }
`

/** Words between backticks are code. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Polku</title>
    <link rel="stylesheet" href="/problems/style.css" />
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>`

/** The pages that a problem's `type` leads to: one a code, and a list of all. */
export function problemPages(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  )
  app.get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/', (c) =>
    c.html(
      page(
        'Problems',
        html`<h1>Problems</h1>
          <p>Every reason for which Polku says no. Programs go by the code.</p>
          <ul>
            ${apiProblemCodes.map(
              (code) =>
                html`<li><a href="/problems/${code}"><code>${code}</code></a> (${problemTable[code].status}): ${problemTable[code].title}</li>`,
            )}
          </ul>`,
      ),
    ),
  )
  app.get('/:code', (c) => {
    const code = c.req.param('code')
    if (!isCode(code)) return answerProblem(c, 'not-found', 'There is no problem with this code; /problems lists all.')
    const { title, status, means } = problemTable[code]
    return c.html(
      page(
        title,
        html`<h1>${title}</h1>
          <p><code>${code}</code>, status ${status}</p>
          <p>${withCode(means)}</p>
          <p><a href="/problems">All problems</a> · <a href="/docs">The API</a></p>`,
      ),
    )
  })
  return app
}

function isCode(code: string): code is ApiProblemCode {
  return Object.hasOwn(problemTable, code)
}
