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

/** Every finding that has a mend: applied, the finding is gone and no error has come. @returns what was mended how */
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
    return [`${finding.code} ${mend.text}`]
  })
}

/** How many findings there are of the same rule: one that only says its number anew is not mended. */
const countOf = (findings: readonly Finding[], { code }: Finding): number =>
  findings.filter((one) => one.code === code).length

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ code, severity }) => (severity === 'error' ? code : []))

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name !== 'README.md')

/** Every mend that there is, by the rule whose findings it is offered for. */
const mendable = [
  'schema mendResponsible',
  'schema mendRole',
  'schema mendNoText',
  'initial-state mendFirst',
  'initial-state mendNoFirst',
  'state-shape mendPlain',
  'state-shape mendRemove',
  'final-state mendRemove',
  'duplicate-id mendReference',
  'duplicate-item mendItem',
  'duplicate-item mendItemRemove',
  'unknown-criterion mendCriterion',
  'unknown-task mendTask',
  'unknown-role mendRole',
  'unknown-fact mendFact',
  'unknown-parameter mendParameter',
  'parameter-value mendNoRange',
  'impossible-value mendCode',
  'automatic-rights mendPropose',
  'automatic-mismatch mendPropose',
  'automatic-mismatch mendSuspended',
  'endless-loop mendPropose',
  'follow-up-shape mendAnchor',
  'follow-up-shape mendSuspended',
  'follow-up-shape mendWarning',
  'follow-up-never-due mendUntil',
  'module-shape mendOutput',
  'module-shape mendStart',
  'unsendable-event mendRole',
  'unused-criterion mendUnused',
  'never-taken mendLast',
  'never-taken mendNever',
  'uncovered-state mendReview',
]

const label = { fi: 'Nimi' }
const phase = { label, goal: { fi: 'Tavoite' }, responsible: 'ohjaaja' }
const setting = { label, origin: 'ours' }
const weekly = { label, every: 'P1W', task: 'soitto' }

/** A pathway without errors, but for what is said otherwise; its state `a` leads to `b`. */
function pathwayWith(more: { states?: Record<string, object> }): DraftDocument {
  const states = { a: { on: { go: 'b' } }, b: { type: 'final', end: { code: 'b', label, outcome: 'completed' } } }
  return asDraftDocument({
    id: 'polku',
    title: label,
    initial: 'a',
    caseRoles: { ohjaaja: { label } },
    facts: { alku: { type: 'date', label }, sana: { type: 'boolean', label }, luku: { type: 'number', label } },
    criteria: {
      sana: { label, when: 'sana' },
      iso: { label, when: 'luku > 5' },
      pieni: { label, when: 'luku < 5' },
    },
    taskDefinitions: { soitto: { label, role: 'ohjaaja' } },
    ...more,
    states: Object.fromEntries(
      Object.entries(states).map(([key, state]) => [key, { ...state, ...more.states?.[key] }]),
    ),
  })
}

describe('mending in one press', () => {
  const mended = new Set<string>()

  it.each(pages)('%s: its example', (name) => {
    const block = readFileSync(new URL(name, folder), 'utf8')
      .split('## Fails\n')[1]
      ?.match(/```json\n([\s\S]*?)```/)?.[1]
    if (block === undefined) return
    for (const done of mendEach(asDraftDocument(JSON.parse(block)))) mended.add(done)
  })

  const samples = fc.sample(soundPathway, { numRuns: 40, seed: 2026 })
  it.each(mutants.map((mutant) => [mutant.code, mutant.name, mutant] as const))('%s: %s', (_code, _name, mutant) => {
    let tried = 0
    for (const sample of samples) {
      const document = structuredClone(sample)
      if (!mutant.spoil(document)) continue
      for (const done of mendEach(asDraftDocument(document as Record<string, unknown>))) mended.add(done)
      tried += 1
      if (tried === 3) break
    }
    expect(tried).toBeGreaterThan(0)
  })

  it.each<[string, object]>([
    ['schema mendResponsible', { states: { a: { phase: { ...phase, responsible: '' } } } }],
    ['schema mendRole', { caseRoles: undefined, states: { a: { phase: { ...phase, responsible: '' } } } }],
    ['schema mendRole', { caseRoles: undefined, taskDefinitions: { soitto: { label, role: '' } } }],
    ['schema mendNoText', { states: { a: { phase: { ...phase, goal: { fi: 'Tavoite', sv: '' } } } } }],
    ['schema mendNoText', { states: { a: { description: { fi: '', sv: '' } } } }],
    ['schema mendNoText', { states: { a: { phase: { ...phase, responsibilities: { ohjaaja: { fi: '' } } } } } }],
    ['state-shape mendPlain', { states: { a: { type: 'compound', initial: 'x', states: {} } } }],
    ['state-shape mendPlain', { states: { a: { type: 'parallel' } } }],
    ['state-shape mendRemove', { states: { a: { history: 'deep' } } }],
    ['parameter-value mendNoRange', { parameters: { raja: { ...setting, type: 'text', default: 'x', min: 1 } } }],
    ['automatic-mismatch mendSuspended', { states: { a: { on: { go: { target: 'b', whenSuspended: 'keep' } } } } }],
    [
      'automatic-mismatch mendSuspended',
      {
        states: {
          a: {
            on: {
              go: [
                { target: 'b', criteria: ['sana'] },
                { target: 'b', whenSuspended: 'keep' },
              ],
            },
          },
        },
      },
    ],
    ['follow-up-shape mendAnchor', { states: { a: { followUps: { f: { ...weekly, anchor: { fact: 'sana' } } } } } }],
    [
      'follow-up-shape mendSuspended',
      { states: { a: { followUps: { f: { ...weekly, anchor: { fact: 'alku' }, whenSuspended: 'shift' } } } } },
    ],
    ['never-taken mendNever', { states: { a: { on: { go: [{ target: 'b' }, { target: 'a' }] } } } }],
    ['never-taken mendNever', { states: { a: { on: { go: { target: 'b', criteria: ['iso', 'pieni'] } } } } }],
    ['never-taken mendLast', { states: { a: { on: { go: ['b', 'b', { target: 'a', criteria: ['iso'] }] } } } }],
    // a date for one of those who ask for it would be a text for the others
    [
      'unknown-fact mendFact',
      {
        taskDefinitions: { soitto: { label, role: 'ohjaaja', form: [{ fact: 'paiva' }] } },
        states: { a: { followUps: { f: { ...weekly, anchor: { fact: 'paiva' } } } } },
      },
    ],
    // the name of a follow-up is none of a setting
    [
      'unknown-parameter mendParameter',
      { states: { a: { followUps: { after: { ...weekly, every: { parameter: 'vali' } } } } } },
    ],
  ])('mends %s where it is found: %j', (what, more) => {
    const done = mendEach(pathwayWith(more))
    expect(done).toContain(what)
    for (const one of done) mended.add(one)
  })

  it('is there for the rules where it is plain what is meant', () => {
    expect(mendable.filter((one) => !mended.has(one))).toEqual([])
    expect([...mended].filter((one) => !mendable.includes(one))).toEqual([])
  })

  it.each<[string, object]>([
    [
      'a wrong value, whose range is wrong too',
      { parameters: { raja: { ...setting, type: 'text', default: 5, min: 1 } } },
    ],
    ['a text that is empty in one language only', { states: { a: { description: { fi: '', sv: 'Svenska' } } } }],
  ])('takes nothing away for %s', (_what, more) => {
    const document = pathwayWith(more)
    const { findings } = verifyDocument(document)
    const [left] = findings.filter(({ path }) => ['default', 'fi'].includes(String(path.at(-1))))
    expect(left && mendOf(left, document)).toBeUndefined()
    expect(left).toBeDefined()
  })
})

describe('what has not the form of a document yet', () => {
  const draft = (phase: object, more: Partial<DraftDocument> = {}): DraftDocument =>
    asDraftDocument({ id: 'uusi', title: { fi: 'Uusi' }, initial: 'a', states: { a: { phase } }, ...more })
  const phase = { label: { fi: 'Alku' }, goal: { fi: 'Tavoite' }, responsible: '' }

  it('gets a role to answer for a phase where there is none, or only one', () => {
    expect(mendEach(draft(phase))).toEqual(['schema mendRole'])
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
})
