import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amongPublishedCodes } from '../../../engine/commands/amongPublished.ts'
import { documentSchema } from '../../../engine/pathway/document.ts'
import type { Finding } from '../../../engine/pathway/finding.ts'
import { doesNotCompile } from '../../../engine/pathway/verify/doesNotCompile.ts'
import { ruleCodes, verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { verifyContext } from '../../../engine/pathway/verify/verifyContext.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import suunto from '../../../workflows/suunto.ts'
import { runs } from '../../support/runs.ts'
import { manager, openTestPolku } from '../../support/testPolku.ts'
import { bundledMutants, mutantsAmongPublished } from './bundledMutants.ts'
import { mutants } from './mutants.ts'
import { richPathway, useNames } from './richPathway.ts'
import { soundPathway } from './soundPathway.ts'

describe('verification of sound pathways', () => {
  it('finds nothing to say, also where they hold what rules look at', () => {
    let drawn = 0
    const alarms = new Map<string, number>(ruleCodes.map((code) => [code, 0]))
    const used = new Map<string, number>(useNames.map((name) => [name, 0]))
    fc.assert(
      fc.property(richPathway, ({ input, chosen }) => {
        drawn += 1
        for (const name of chosen) used.set(name, (used.get(name) ?? 0) + 1)
        const { findings } = verifyDocument(input)
        for (const { code } of findings) alarms.set(code, (alarms.get(code) ?? 0) + 1)
        expect(findings).toEqual([])
      }),
      runs(200),
    )
    const rates = [...alarms].map(([code, count]) => `  ${code.padEnd(22)}${count} of ${drawn}`)
    const uses = [...used].map(([name, count]) => `  ${String(count).padStart(3)} with ${name}`)
    console.log([`false alarms, by rule, over ${drawn} sound pathways:`, ...rates, 'of which', ...uses].join('\n'))
    for (const [name, count] of used) expect(count / drawn, name).toBeGreaterThan(0.2)
  })

  it('gives the document back with its defaults filled in', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        expect(verifyDocument(input).document).toMatchObject({ ...input, calendar: 'fi' })
      }),
      runs(20),
    )
  })
})

/** How many seeded defects of each rule were found, of how many; and how many with the events that lead to them. */
const score = new Map<string, { tried: number; found: number; traced: number }>()

function note(code: string, findings: readonly Finding[]): void {
  const ours = findings.filter((finding) => finding.code === code)
  const line = score.get(code) ?? { tried: 0, found: 0, traced: 0 }
  score.set(code, {
    tried: line.tried + 1,
    found: line.found + Math.min(1, ours.length),
    traced: line.traced + (ours.some(({ trace }) => trace) ? 1 : 0),
  })
  expect(findings.map((finding) => finding.code)).toContain(code)
}

describe('verification of spoiled pathways', () => {
  const samples = fc.sample(soundPathway, { numRuns: 60, seed: 2026 })

  it.each(mutants.map((mutant) => [mutant.code, mutant.name, mutant] as const))('%s: %s', (code, _name, mutant) => {
    let tried = 0
    for (const sample of samples) {
      const document = structuredClone(sample)
      if (!mutant.spoil(document)) continue
      tried++
      note(code, verifyDocument(document).findings)
      if (tried === 6) break
    }
    expect(tried).toBeGreaterThan(0)
  })

  it.each(bundledMutants.map((mutant) => [mutant.code, mutant.name, mutant] as const))(
    '%s: %s, in the pathways that come with Polku',
    (code, _name, mutant) => {
      const spoiled = bundledPathways.map((one) => structuredClone(one)).filter((one) => mutant.spoil(one))
      expect(spoiled.length).toBeGreaterThan(0)
      for (const document of spoiled) note(code, verifyDocument(document).findings)
    },
  )

  it.each(mutantsAmongPublished.map((mutant) => [mutant.code, mutant.name, mutant] as const))(
    '%s: %s, in Suunto beside what is published',
    async (code, _name, mutant) => {
      const { polku } = await openTestPolku()
      for (const document of bundledPathways) await polku.pathways.publish(document, { by: manager })
      const document = structuredClone(suunto)
      expect(mutant.spoil(document)).toBe(true)
      note(code, await polku.pathways.verify(document))
    },
  )

  it('does-not-compile: a target mistyped, where no other rule looks, and a document that breaks the rules themselves', () => {
    const document = structuredClone(suunto)
    Object.assign(document.states[document.initial ?? '']?.on ?? {}, { harhaan: 'eiole' })
    note('does-not-compile', doesNotCompile(verifyContext(documentSchema.parse(document), {})))
    const breaking = new Proxy(structuredClone(suunto), {
      ownKeys: () => {
        throw new TypeError('not to be read')
      },
    })
    note('does-not-compile', verifyDocument(breaking).findings)
  })

  it('finds every defect of every rule', () => {
    const lines = [...score].sort(([a], [b]) => a.localeCompare(b))
    const table = lines.map(
      ([code, { found, tried, traced }]) => `  ${code.padEnd(22)}${found} of ${tried} found, ${traced} with a trace`,
    )
    console.log(`seeded defects, by rule:\n${table.join('\n')}`)
    expect(lines.map(([code]) => code).sort()).toEqual([...ruleCodes, ...amongPublishedCodes].sort())
    for (const [code, { found, tried }] of lines) expect(found, code).toBe(tried)
  })
})
