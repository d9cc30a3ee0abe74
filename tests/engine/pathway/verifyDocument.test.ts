import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { mutants } from './mutants.ts'
import { soundPathway } from './soundPathway.ts'

describe('verification of sound pathways', () => {
  it('finds nothing to say', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        expect(verifyDocument(input).findings).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('gives the document back with its defaults filled in', () => {
    fc.assert(
      fc.property(soundPathway, (input) => {
        expect(verifyDocument(input).document).toMatchObject({ ...input, calendar: 'fi' })
      }),
      { numRuns: 20 },
    )
  })
})

describe('verification of spoiled pathways', () => {
  const samples = fc.sample(soundPathway, { numRuns: 60, seed: 2026 })

  it.each(mutants.map((mutant) => [mutant.code, mutant.name, mutant] as const))('%s: %s', (code, _name, mutant) => {
    let tried = 0
    for (const sample of samples) {
      const document = structuredClone(sample)
      if (!mutant.spoil(document)) continue
      tried++
      const { findings } = verifyDocument(document)
      expect(findings.map((finding) => finding.code)).toContain(code)
      if (tried === 6) break
    }
    expect(tried).toBeGreaterThan(0)
  })
})
