import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../engine/pathway/document.ts'
import { pathwayJsonSchema } from '../../../engine/pathway/jsonSchema.ts'
import { runs } from '../../support/runs.ts'
import { soundPathway } from './soundPathway.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const written = JSON.parse(read('engine/pathway/pathway.schema.json'))
const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(written)

describe('the JSON Schema of a pathway', () => {
  it('is written as the format is now (npm run schema)', () => {
    expect(written).toEqual(pathwayJsonSchema())
  })

  it('accepts sound pathways', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        expect(validate(JSON.parse(JSON.stringify(input))), JSON.stringify(validate.errors)).toBe(true)
      }),
      runs(50),
    )
  })

  it.each<[name: string, spoil: (document: Record<string, unknown>) => unknown]>([
    ['a key unknown', (document) => Object.assign(document, { titel: 'x' })],
    ['no title', (document) => delete document.title],
    ['a duration mistyped', (document) => Object.assign(document, { review: '3 months' })],
    ['a state name with a space', (document) => Object.assign(document.states as object, { 'a b': {} })],
    [
      'a state inside with an unknown key',
      (document) => Object.assign(document.states as object, { a: { initial: 'b', states: { b: { x: 1 } } } }),
    ],
    ['a transition without a target of the right form', (document) => Object.assign(document, { on: { e: 'a b' } })],
    ['an effect that is none', (document) => Object.assign(document, { on: { e: { effect: 'money' } } })],
  ])('refuses %s, as the format itself does', (_name, spoil) => {
    const document: Record<string, unknown> = structuredClone({
      ...fc.sample(soundPathway, { numRuns: 1, seed: 4 })[0],
    })
    expect(validate(document)).toBe(true)
    spoil(document)
    expect(validate(document)).toBe(false)
    expect(documentSchema.safeParse(document).success).toBe(false)
  })

  it('tells editors what the parts mean', () => {
    expect(written.$id).toBe('urn:polku:schema:pathway')
    expect(written.$defs.Criterion.properties.when.description).toContain('FEEL')
    expect(written.$defs.FollowUp.description).toContain('promises')
  })
})

describe('docs/document-format.md', () => {
  const page = read('docs/document-format.md')

  it('names every key of the format', () => {
    const keys = new Set<string>()
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties } = node as { properties?: object }
      for (const key of Object.keys(properties ?? {})) keys.add(key)
      Object.values(node).forEach(collect)
    }
    collect(written)
    expect([...keys].filter((key) => !page.includes(`\`${key}\``) && !page.includes(`"${key}"`))).toEqual([])
  })

  it('has examples that are pathways or parts of one', () => {
    const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.parse(match[1] ?? ''))
    const whole = blocks.filter((block) => 'id' in block && 'states' in block)
    expect(whole.length).toBeGreaterThan(0)
    for (const document of whole) expect(documentSchema.safeParse(document).error?.issues ?? []).toEqual([])
  })
})
