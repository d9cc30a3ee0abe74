import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { pageHeaders } from '../http/pageHeaders.ts'

const files = {
  'signIn.html': 'text/html; charset=utf-8',
  'signIn.css': 'text/css; charset=utf-8',
  'signIn.js': 'text/javascript; charset=utf-8',
  'localPath.js': 'text/javascript; charset=utf-8',
} as const

/** Where people sign in, choose a password by a link, and set Polku up. One page; its script looks at its address. */
export function signInPages(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  // page by page: at the root of the app it would stand behind every other route as well
  const headers = pageHeaders({ styleSrc: ["'self'"], connectSrc: ["'self'"] })
  const serve = (path: string, name: keyof typeof files) => {
    let content: Promise<string> | undefined
    app.get(path, headers, async (c) => {
      content ??= readFile(new URL(name, import.meta.url), 'utf8')
      return c.body(await content, 200, { 'Content-Type': files[name], 'Cache-Control': 'no-cache' })
    })
  }
  for (const path of ['/sign-in', '/welcome', '/setup']) serve(path, 'signIn.html')
  serve('/pages/signIn.css', 'signIn.css')
  serve('/pages/signIn.js', 'signIn.js')
  serve('/pages/localPath.js', 'localPath.js')
  return app
}
