import { describe, expect, it } from 'vitest'
import { texts } from '../../designer/texts/index.ts'
import { importCodes } from '../../engine/index.ts'
import { importNote } from '../../engine/pathway/importNote.ts'

const valuesOf = (words: string): string[] => (words.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('what is said of a machine that was brought in', () => {
  it.each(['fi', 'sv', 'en'] as const)('is there for every note of the engine: %s', (language) => {
    const { importNotes } = texts[language]
    expect(Object.keys(importNotes).sort()).toEqual([...importCodes].sort())
  })

  it.each(importCodes)('names nothing that the note does not tell: %s', (code) => {
    const asked: string[] = []
    const values = new Proxy<Record<string, string>>(
      {},
      { get: (_, name) => String(asked.push(`{{${String(name)}}}`)) },
    )
    importNote([], code, values)
    for (const language of ['fi', 'sv', 'en'] as const) {
      expect(asked).toEqual(expect.arrayContaining(valuesOf(texts[language].importNotes[code])))
    }
  })
})
