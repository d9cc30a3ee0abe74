import { Hono } from 'hono'
import { html } from 'hono/html'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { answerProblem } from './answerProblem.ts'
import { type ApiProblemCode, apiProblemCodes, problemTable } from './problemTable.ts'

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Polku</title>
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>`

/** The pages that a problem's `type` leads to: one a code, and a list of all. */
export function problemPages(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
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
          <p>${means}</p>
          <p><a href="/problems">All problems</a> · <a href="/docs">The API</a></p>`,
      ),
    )
  })
  return app
}

function isCode(code: string): code is ApiProblemCode {
  return Object.hasOwn(problemTable, code)
}
