import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { local } from './support/heldToDocument.ts'
import { openTestApi } from './support/openTestApi.ts'

describe('the OpenAPI document', () => {
  it('lists every route of the app, and no other', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    const served = api.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const listed = Object.entries(api.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(listed.sort()).toEqual([...new Set(served)].sort())
    expect(listed.length).toBeGreaterThan(35)
  })

  it('says of every operation what it is for, and how it may fail', async () => {
    const { document } = await openTestApi({ hasDemoClock: true })
    const tags = document.tags.map(({ name }) => name)
    const ids: string[] = []
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const name = `${method} ${path}`
        ids.push(operation.operationId)
        expect(operation.summary, name).toBeTruthy()
        expect(tags, name).toContain(operation.tags?.[0])
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key)
        const declared = operation.parameters?.filter((one) => one.in === 'path').map((one) => one.name) ?? []
        expect(declared, name).toEqual(inPath)
        const failing = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400)
        expect(
          failing.map(([status]) => status),
          name,
        ).toEqual(expect.arrayContaining(['400', '421', '500']))
        for (const [, { content }] of failing)
          expect(Object.keys(content ?? {}), name).toEqual(['application/problem+json'])
        const isRefused = '401' in operation.responses
        expect(isRefused, name).toBe(true)
      }
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is OpenAPI 3.1 with schemas that compile, and examples of bodies that they accept', async () => {
    const { document } = await openTestApi({ hasDemoClock: true })
    expect(document.openapi).toBe('3.1.0')
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'urn:polku:openapi', components: document.components })
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      const validate = ajv.compile(local(schema))
      if (!('example' in schema)) continue
      expect(validate(schema.example) ? [] : validate.errors, name).toEqual([])
    }
    for (const methods of Object.values(document.paths)) {
      for (const { parameters = [], requestBody } of Object.values(methods)) {
        for (const { schema } of parameters) ajv.compile(local(schema))
        for (const { schema } of Object.values(requestBody?.content ?? {})) {
          const name = String(Reflect.get(schema, '$ref')).split('/').at(-1) ?? ''
          expect(document.components.schemas[name], name).toHaveProperty('example')
        }
      }
    }
  })

  it('shows a document that could be published', async () => {
    const api = await openTestApi()
    const body = Reflect.get(api.document.components.schemas.PublishPathway ?? {}, 'example')
    expect((await api.post('/api/v1/pathways/verify', body)).at('isPublishable')).toBe(true)
  })

  it('knows the demo clock only where there is one', async () => {
    const { document } = await openTestApi()
    expect(document.paths['/api/v1/demo/clock']).toBeUndefined()
    expect(document.tags.map(({ name }) => name)).not.toContain('Demo clock')
  })
})
