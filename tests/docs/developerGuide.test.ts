import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { compilerErrors, run, writeBlock } from './support/guideCode.ts'
import { codeBlocks, textOf } from './support/markdown.ts'
import { firstUntold } from './support/walk.ts'

const blocks = codeBlocks(textOf('docs/guide-developer.md'))
const programs = blocks.flatMap(({ info, code }, index) => {
  const next = blocks[index + 1]
  const shown = next?.info === 'text' ? next.code.split('\n').filter((line) => line !== '') : []
  return info === 'ts' ? [{ name: `program-${index}.ts`, code, shown }] : []
})
const suites = blocks.flatMap(({ info, code }) => (info === 'ts suite' ? [code] : []))

const folder = temporaryFolder(afterAll)

describe('docs/guide-developer.md', () => {
  it('shows code that compiles under our own settings', () => {
    expect(programs.length).toBeGreaterThan(3)
    expect(compilerErrors([...programs.map(({ code }) => code), ...suites])).toEqual([])
  })

  it.each(programs)('$name runs, and prints what it shows', async ({ name, code, shown }) => {
    expect(shown.length).toBeGreaterThan(0)
    const printed = await run(writeBlock(folder, name.replace('.ts', '.mts'), code))
    expect(firstUntold({ code, printed, shown }), printed).toBeUndefined()
  })

  it('has a suite to run', () => expect(suites.length).toBeGreaterThan(0))
})

// the suites that the guide shows run here, as they would in a file of their own
for (const [index, code] of suites.entries()) await import(writeBlock(folder, `suite-${index}.ts`, code))
