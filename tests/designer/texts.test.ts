import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts } from '../../designer/texts/index.ts'

const designer = join(import.meta.dirname, '../../designer')
const code = readdirSync(designer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^(dist|texts)\//.test(name))
  .map((name) => readFileSync(join(designer, name), 'utf8'))
  .join('\n')

const named = new Set([...code.matchAll(/['"`](?:\w+:)?(\w+)['"`]/g)].map(([, name = '']) => name))
/** Names are made of a beginning and what is found: `field_${name}`. */
const beginnings = [...code.matchAll(/`(?:\w+:)?(\w+)\$\{/g)].map(([, beginning = '']) => beginning)

/** Several forms of one text, by how many it tells of, have one name. */
const nameOf = (key: string): string => key.replace(/_(one|other)$/, '')
const isNamed = (name: string): boolean => named.has(name) || beginnings.some((one) => name.startsWith(one))

type Said = Record<string, Record<string, string>>
const said: Record<keyof typeof texts, Said> = texts
/** What the engine finds is named there; other tests hold that each has its text. */
const areas = Object.entries(said.fi).filter(([area]) => area !== 'importNotes')

describe.each(areas)('what the screens say: %s', (area, finnish) => {
  it('has no text that no screen names', () => {
    expect(Object.keys(finnish).filter((key) => !isNamed(nameOf(key)))).toEqual([])
  })

  it.each(['sv', 'en'] as const)('tells the same values as in Finnish: %s', (language) => {
    const others = said[language][area]
    const valuesIn = (text = '') => [...new Set(text.match(/\{\{\w+/g))].sort()
    const differing = Object.keys(finnish).filter(
      (key) => valuesIn(finnish[key]).join() !== valuesIn(others?.[key]).join(),
    )
    expect(differing).toEqual([])
  })
})
