import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendOf } from '../../../designer/findings/mend.ts'
import { asDraftDocument, type DraftDocument } from '../../../designer/model/document.ts'
import type { Finding } from '../../../engine/pathway/finding.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { mutants } from '../../engine/pathway/mutants.ts'
import { soundPathway } from '../../engine/pathway/soundPathway.ts'
import { opened } from '../editing/drawnDocuments.ts'

/** Every finding that has a mend: applied, the finding is gone and no error has come. @returns the codes that were mended */
function mendEach(document: DraftDocument): string[] {
  const { findings } = verifyDocument(document)
  return findings.flatMap((finding) => {
    const mend = mendOf(finding, document)
    if (!mend) return []
    const now = { ...opened(document), selection: { kind: 'pathway' } as const }
    const after = verifyDocument(mend.edit(now).document).findings
    expect(countOf(after, finding), `${finding.code}: ${finding.message}`).toBeLessThan(countOf(findings, finding))
    // what has not the form of a document is not asked anything else before it has
    const known = finding.code === 'schema' ? errorsOf(after) : errorsOf(findings)
    expect(
      errorsOf(after).filter((code) => !known.includes(code)),
      `after mending ${finding.code}`,
    ).toEqual([])
    return [finding.code]
  })
}

/** How many findings say the same: of the same rule, with the same words. */
const countOf = (findings: readonly Finding[], { code, message }: Finding): number =>
  findings.filter((one) => one.code === code && one.message === message).length

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ code, severity }) => (severity === 'error' ? code : []))

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

/** The codes whose own page, or whose mutants, must be mended in one press. */
const mendable = [
  'initial-state',
  'state-shape',
  'final-state',
  'duplicate-item',
  'unknown-criterion',
  'unknown-task',
  'unknown-role',
  'unknown-fact',
  'unknown-parameter',
  'automatic-rights',
  'automatic-mismatch',
  'unused-criterion',
  'never-taken',
  'uncovered-state',
  'endless-loop',
  'impossible-value',
]

describe('mending in one press', () => {
  const mended = new Set<string>()

  it.each(pages)('%s: its example', (name) => {
    const block = readFileSync(new URL(name, folder), 'utf8')
      .split('## Fails\n')[1]
      ?.match(/```json\n([\s\S]*?)```/)?.[1]
    if (block === undefined) return
    for (const code of mendEach(asDraftDocument(JSON.parse(block)))) mended.add(code)
  })

  const samples = fc.sample(soundPathway, { numRuns: 40, seed: 2026 })
  it.each(mutants.map((mutant) => [mutant.code, mutant.name, mutant] as const))('%s: %s', (_code, _name, mutant) => {
    let tried = 0
    for (const sample of samples) {
      const document = structuredClone(sample)
      if (!mutant.spoil(document)) continue
      for (const code of mendEach(asDraftDocument(document as Record<string, unknown>))) mended.add(code)
      tried += 1
      if (tried === 3) break
    }
    expect(tried).toBeGreaterThan(0)
  })

  it('is there for the rules where it is plain what is meant', () => {
    expect(mendable.filter((code) => !mended.has(code))).toEqual([])
  })
})

describe('what has not the form of a document yet', () => {
  const draft = (phase: object, more: Partial<DraftDocument> = {}): DraftDocument =>
    asDraftDocument({ id: 'uusi', title: { fi: 'Uusi' }, initial: 'a', states: { a: { phase } }, ...more })
  const phase = { label: { fi: 'Alku' }, goal: { fi: 'Tavoite' }, responsible: '' }

  it('gets a role to answer for a phase where there is none, or only one', () => {
    expect(mendEach(draft(phase))).toEqual(['schema'])
    const one = draft(phase, { caseRoles: { ohjaaja: { label: { fi: 'Ohjaaja' } } } })
    const [finding] = verifyDocument(one).findings
    const mend = finding && mendOf(finding, one)
    expect(mend).toMatchObject({ text: 'mendResponsible', name: 'Ohjaaja' })
    expect(mend?.edit(opened(one)).document.states.a?.phase?.responsible).toBe('ohjaaja')
  })

  it('is left to a person where several roles might be meant', () => {
    const roles = { a: { label: { fi: 'A' } }, b: { label: { fi: 'B' } } }
    expect(mendEach(draft(phase, { caseRoles: roles }))).toEqual([])
  })

  it('loses translations that are empty', () => {
    expect(mendEach(draft({ ...phase, responsible: 'x', goal: { fi: 'Tavoite', sv: '' } }))).toEqual(['schema'])
  })
})
