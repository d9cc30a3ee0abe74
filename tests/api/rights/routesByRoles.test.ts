import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Right, rights } from '../../../api/rights/rights.ts'
import { rightsTable } from '../../../api/rights/rightsTable.ts'
import type { SystemRole } from '../../../engine/index.ts'
import { createCallers } from '../../support/callers.ts'
import { openTestApi, type TestApi } from '../support/openTestApi.ts'

const roles: SystemRole[] = ['administrator', 'counsellor', 'manager', 'provider', 'auditor', 'integration']

/** Every operation with an address and a body that its schemas take; nothing that is named there exists. */
function requestsOf({ document }: TestApi) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) => {
      const [content] = Object.values(requestBody?.content ?? {})
      const address = path
        .replace(/\{(task|timer)\}/, 'a.1')
        .replace('{message}', '1')
        .replace('{version}', '1')
        .replace(/\{[^}]+\}/g, 'a')
      const body = content ? exampleOf(content.schema, document.components.schemas) : undefined
      return { operationId, method: method.toUpperCase(), address, body }
    }),
  )
}

/** The example that the document gives of a body. */
function exampleOf(schema: object, schemas: Record<string, object>): unknown {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
  return Reflect.get(schemas[name ?? ''] ?? schema, 'example')
}

describe('every operation', () => {
  it('declares its right, and every right is an operation’s', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    const operations = requestsOf(api).map(({ operationId }) => operationId)
    expect(Object.keys(rights).sort()).toEqual(operations.sort())
  })

  it.each(roles)('answers to the role %s as its right says', async (role) => {
    const api = await openTestApi({ hasDemoClock: true })
    const headers = await createCallers(api.polku).headersOf('kokeilija', { systemRoles: [role] })
    const asked: [string, boolean][] = []
    const declared: [string, boolean][] = []
    for (const { operationId, method, address, body } of requestsOf(api)) {
      const may: Right['roles'] = rights[operationId]?.roles ?? []
      const answer = await api.ask(method, address, { body, headers: { 'Polku-User': null, ...headers } })
      const isLetIn = !['role-refused', 'not-signed-in', 'scope-refused'].includes(String(answer.at('code')))
      expect(answer.status, operationId).not.toBe(500)
      // a password that is wrong is told as nobody being signed in
      if (operationId === 'signIn' || operationId === 'changePassword') continue
      asked.push([operationId, isLetIn])
      declared.push([operationId, may === 'public' || may === 'signedIn' || may.includes(role)])
    }
    expect(asked).toEqual(declared)
  })

  it('stands in the table of the docs', () => {
    const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8')
    expect(page, 'run npm run rights').toBe(rightsTable())
  })
})
