import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMermaid } from '../../../engine/pathway/exportMermaid.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import suunto from '../../../workflows/suunto.ts'
import { brokenDocument } from './support/brokenDocument.ts'

/** What may stand on a line of a diagram: nothing else means anything there. */
const text = String.raw`(?:[\p{L}\p{N} .,()/+\-−≥≤≠·–”“’→]|#\d+;)`
const forms = [
  new RegExp(`^state "${text}+" as s\\d+( \\{)?$`, 'u'),
  new RegExp(`^(s\\d+|\\[\\*\\]) --> (s\\d+|\\[\\*\\])( : ${text}+)?$`, 'u'),
  /^(--|\})$/,
]

/** Reads a diagram: every line has a known form, every state that is named is declared, every brace is closed. */
function check(diagram: string): void {
  const [first, ...lines] = diagram.trimEnd().split('\n')
  expect(first).toBe('stateDiagram-v2')
  const declared = new Set(lines.flatMap((line) => / as (s\d+)( \{)?$/.exec(line)?.[1] ?? []))
  let depth = 0
  let isNote = false
  for (const line of lines.map((one) => one.trim())) {
    const note = /^note right of (s\d+)$/.exec(line)
    if (note) {
      expect(declared).toContain(note[1])
      isNote = true
    } else if (line === 'end note') isNote = false
    else if (isNote) expect(line).toMatch(new RegExp(`^(?!.*end note)${text}*$`, 'iu'))
    else {
      expect(
        forms.some((form) => form.test(line)),
        line,
      ).toBe(true)
      for (const [state] of line.replace(/ : .*/, '').matchAll(/\bs\d+\b(?=( -->|$))/g))
        expect(declared).toContain(state)
      if (line === '--') expect(depth).toBeGreaterThan(0)
      if (line.endsWith('{')) depth++
      if (line === '}') depth--
    }
  }
  expect([depth, isNote]).toEqual([0, false])
}

describe('a pathway as a Mermaid diagram', () => {
  it('draws Suunto', () => {
    const diagram = toMermaid(suunto, 'fi')
    expect(diagram).toContain(
      [
        '  state "Koulutus" as s7 {',
        '    state "H#42;" as s15',
        '    state "Opinnot" as s8 {',
        '      [*] --> s9',
        '      state "Tutkinnon osa" as s9',
      ].join('\n'),
    )
    expect(diagram).toContain('    end note\n    --\n    state "Koulutusvalmennus" as s12 {\n      [*] --> s13\n')
    expect(diagram).toContain('  s6 --> s7 : Aloita koulutus (≥ 5 pv/vko · ≥ 6 h/pv)\n')
    expect(diagram).toContain('  s6 --> s15 : Jatka keskeytynyttä koulutusta (≥ 5 pv/vko · ≥ 6 h/pv)\n')
    expect(diagram).toContain('  s17 --> [*]\n')
    expect(diagram).toContain(
      '  note right of s16\n    Asiakassalkun arviointi#58; vaiheen Työllistyminen alkamisesta lähtien 2 kuukauden välein',
    )
    check(diagram)
  })

  it('draws what completes a region from where the region ends, since Mermaid cannot from the region itself', () => {
    expect(toMermaid(suunto, 'en')).toContain('  s11 --> s16 : The studies have ended#58; begin employment\n')
  })

  it('draws regions of the pathway itself within a state, and arrows between them in it', () => {
    const diagram = toMermaid({
      title: { fi: 'Kaksi' },
      type: 'parallel',
      states: { a: { on: { x: '#k.b' } }, b: {} },
      id: 'k',
    })
    expect(diagram).toBe(
      'stateDiagram-v2\n  state "Kaksi" as s0 {\n    s1 --> s2 : X\n    state "A" as s1\n    --\n    state "B" as s2\n  }\n',
    )
  })

  it.each(['fi', 'sv', 'en'] as const)('draws every bundled pathway: %s', (language) => {
    for (const document of bundledPathways) check(toMermaid(document, language))
  })

  it('is sound whatever the texts are, and whatever a draft lacks', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '; --> [*]',
        'end note',
        'END NOTE',
        'x\ny',
        '}',
        '%%',
        '#35;',
        'state "a" as s1',
        ':::',
        '---',
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...bundledPathways).chain(brokenDocument), nasty, (draft, label) => {
        const relabelled = JSON.parse(JSON.stringify(draft), (key, value) =>
          key === 'fi' ? label : value,
        ) as typeof draft
        check(toMermaid(draft))
        check(toMermaid(relabelled))
      }),
      { numRuns: 120 },
    )
  })
})
