import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { amongPublishedCodes } from '../../../engine/commands/amongPublished.ts'
import { ruleCodes, verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { manager, openTestPolku } from '../../support/testPolku.ts'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

/** The example under a heading of a rule's page. */
function example(code: string, heading: string): unknown {
  const page = readFileSync(new URL(`${code}.md`, folder), 'utf8')
  const block = page.split(`## ${heading}\n`)[1]?.match(/```json\n([\s\S]*?)```/)?.[1]
  if (block === undefined) throw new Error(`${code}.md has no example under "${heading}"`)
  return JSON.parse(block)
}

const allCodes = [...ruleCodes, ...amongPublishedCodes]

const codesOf = (document: unknown) => verifyDocument(document).findings.map(({ code }) => code)

/** The last guard has no example: a document that reaches it shows that a rule is missing. */
const withExamples = ruleCodes.filter((code) => code !== 'does-not-compile')

describe('the pages of rules', () => {
  it('are there for every rule, and for nothing else', () => {
    expect(pages.map((name) => name.replace('.md', '')).sort()).toEqual([...allCodes].sort())
  })

  it('are listed in their README', () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    for (const code of allCodes) expect(readme).toContain(`[${code}](${code}.md)`)
  })

  it.each(withExamples)('%s: the failing example fails with it', (code) => {
    expect(codesOf(example(code, 'Fails'))).toContain(code)
  })

  it.each(withExamples)('%s: the mended example does not, and has no error', (code) => {
    const { findings } = verifyDocument(example(code, 'Mended'))
    expect(findings.filter((one) => one.code === code || one.severity === 'error')).toEqual([])
  })

  it.each(amongPublishedCodes)('%s: the examples fail and pass beside what is published', async (code) => {
    const { polku } = await openTestPolku()
    const fails = example(code, 'Fails')
    await polku.pathways.publish(example(code, 'Published'), { by: manager })
    expect(codesOf(fails)).not.toContain(code)
    expect((await polku.pathways.verify(fails)).map((one) => one.code)).toContain(code)
    const findings = await polku.pathways.verify(example(code, 'Mended'))
    expect(findings.filter((one) => one.severity === 'error')).toEqual([])
  })
})
