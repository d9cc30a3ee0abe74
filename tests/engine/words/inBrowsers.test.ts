import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runtimeImports } from '../../golden/runtimeImports.ts'

describe('what says a pathway in words', () => {
  it('runs in a browser: it loads a parser of FEEL and nothing else', () => {
    const { packages, files } = runtimeImports(join(process.cwd(), 'engine/pathway/words/index.ts'))
    expect(packages).toEqual(['feelin'])
    expect(files.some((file) => file.endsWith('words/fi/sentences.ts'))).toBe(true)
  })
})
