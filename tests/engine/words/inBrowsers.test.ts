import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runtimeImports } from '../../golden/runtimeImports.ts'

describe('what the designer runs in a browser', () => {
  it.each(['words/index.ts', 'compare/index.ts', 'feel/conditions.ts', 'exportMermaid.ts'])(
    '%s loads a parser of FEEL and nothing else',
    (file) => {
      const { packages, files } = runtimeImports(join(process.cwd(), 'engine/pathway', file))
      expect(packages).toEqual(['feelin'])
      expect(files.length).toBeGreaterThan(5)
    },
  )
})
