import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestApi } from '../api/support/openTestApi.ts'
import { root } from '../support/root.ts'
import { codeBlocks, quoted, textOf } from './support/markdown.ts'
import { firstUntold, walk } from './support/walk.ts'

const walked = ['docs/guide-administrator.md', 'docs/guide-counsellor.md', 'docs/counsellor-api.md']

describe.each([...walked, 'docs/api.md'])('%s', (guide) => {
  it('can be followed from its first line, and answers as it shows', async () => {
    const said = await walk(guide)
    expect(said.length).toBeGreaterThan(5)
    for (const one of said) expect(firstUntold(one), `${one.code}\nprinted:\n${one.printed}`).toBeUndefined()
    // a guide that shows nothing would be proved by nothing
    expect(said.filter(({ shown }) => shown.length > 0).length).toBeGreaterThan(said.length / 2)
  })

  it('calls nothing that the OpenAPI document does not have', async () => {
    const { document } = await openTestApi({ hasDemoClock: true })
    const calls = codeBlocks(textOf(guide)).flatMap(({ info, code }) => (info === 'sh' ? callsIn(code) : []))
    expect(calls.length).toBeGreaterThan(10)
    const unknown = calls.filter(({ method, path }) => !isListed(document.paths, method, path))
    expect(unknown).toEqual([])
  })
})

const pages = [...walked, 'docs/guide-developer.md', 'ARCHITECTURE.md']

describe.each(pages)('%s', (name) => {
  const text = textOf(name)

  it('names no call in passing that the OpenAPI document does not have', async () => {
    const { document } = await openTestApi({ hasDemoClock: true })
    const named = quoted(text).flatMap((one) => {
      const [, method = '', path] = /^(GET|POST|PUT|DELETE) …?(\/[^?]+)/.exec(one) ?? []
      return path === undefined ? [] : [{ method: method.toLowerCase(), path }]
    })
    const listed = Object.entries(document.paths)
    const isThere = ({ method, path }: Call) =>
      listed.some(([full, methods]) => full.endsWith(path) && method in methods)
    expect(named.filter((one) => !isThere(one))).toEqual([])
  })

  it('leads only to pages that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, to = '']) => to)
    const missing = links.filter((to) => !existsSync(join(root, dirname(name), to)))
    expect(missing).toEqual([])
  })

  it('keeps its lines short enough to read', () => {
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([])
  })
})

interface Call {
  method: string
  path: string
}

/** The calls in a block of the shell: `$API/journeys/$JOURNEY/events -d …` is `post /journeys/{}/events`. */
function callsIn(code: string): Call[] {
  return code.split('\n').flatMap((line) => {
    const [, path] = /"?\$API(\/[^\s"|?]*)/.exec(line) ?? []
    if (path === undefined) return []
    const [, told] = /-X ([A-Z]+)/.exec(line) ?? []
    const method = told ?? (/ -d[ ]/.test(line) ? 'POST' : 'GET')
    return [{ method: method.toLowerCase(), path: `/api/v1${path}` }]
  })
}

/** Whether a path with values in it is one of the document's, with that method. A path without variables comes first. */
function isListed(paths: Readonly<Record<string, object>>, method: string, path: string): boolean {
  const fits = Object.entries(paths).filter(([template]) => {
    const [wanted, given] = [template.split('/'), path.split('/')]
    return wanted.length === given.length && wanted.every((part, index) => /^\{/.test(part) || part === given[index])
  })
  const exact = fits.filter(([template]) => template === path)
  return (exact.length > 0 ? exact : fits).some(([, methods]) => method in methods)
}
