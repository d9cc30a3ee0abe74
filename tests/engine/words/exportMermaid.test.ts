import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMermaid } from '../../../engine/pathway/exportMermaid.ts'
import { bundledPathways } from '../../../workflows/index.ts'
import suunto from '../../../workflows/suunto.ts'
import { runs } from '../../support/runs.ts'
import { brokenDocument } from './support/brokenDocument.ts'

/** What may stand on a line of a diagram: nothing else means anything there. */
const text = String.raw`(?:[\p{L}\p{N} .,()/+\-−≥≤≠·–”“’→]|#\d+;)`
const forms = [
  new RegExp(`^state "${text}+" as s\\d+( \\{)?$`, 'u'),
  new RegExp(`^(s\\d+|\\[\\*\\]) --> (s\\d+|\\[\\*\\])( : ${text}+)?$`, 'u'),
  /^(--|\})$/,
  /^%% [\p{L}\p{N} .,:()/+\-−≥≤≠·–”“’→]+$/u,
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
    expect(diagram).toContain('  s17 --> [*] : toteutunut · tyollistynyt\n')
    expect(diagram).toContain(
      '  note right of s16\n    Asiakassalkun arviointi#58; vaiheen Työllistyminen alkamisesta lähtien 2 kuukauden välein',
    )
    check(diagram)
  })

  it('draws what completes a region from where the region ends, since Mermaid cannot from the region itself', () => {
    expect(toMermaid(suunto, 'en')).toContain(
      '  s11 --> s16 : The studies have ended#58; begin employment (proposal)\n',
    )
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

  it('draws what holds wherever a journey is from a state of its own: exits with their codes, follow-ups, ways on', () => {
    const diagram = toMermaid({ ...suunto, on: { kriisi: { label: { fi: 'Keskeytä kaikki' }, target: '.kuntoutus' } } })
    expect(diagram).toContain('  state "Missä vaiheessa tahansa" as s18\n')
    expect(diagram).toContain('  s18 --> s6 : Keskeytä kaikki\n')
    expect(diagram).toContain(
      '  s18 --> [*] : Asiakas lopettaa omasta pyynnöstään (keskeytynyt · omaPyynto)\n' +
        '  s18 --> [*] : Siirtyy muuhun palveluun (siirtynyt muualle · muuPalvelu)\n',
    )
    expect(diagram).toContain('  note right of s18\n    Verkostotapaaminen#58; polun alkamisesta lähtien 3 kuukauden')
    expect(toMermaid(suunto, 'sv')).toContain('state "I vilken fas som helst" as s18')
    check(diagram)
    expect(toMermaid({ id: 'p', title: { fi: 'P' }, initial: 'a', states: { a: {} } })).not.toContain('tahansa')
  })

  it('draws them from outside, when the pathway itself goes on in parts', () => {
    const exits = { muutto: { label: { fi: 'Muutti' }, outcome: 'transferred' } }
    const diagram = toMermaid({ id: 'k', title: { fi: 'Kaksi' }, type: 'parallel', states: { a: {}, b: {} }, exits })
    expect(diagram).toMatch(/ {2}\}\n {2}state "Missä vaiheessa tahansa" as s3\n {2}s3 --> \[\*\] : Muutti \(/)
    check(diagram)
  })

  it('tells beside a state which modules run in it, and what is done there without leaving it', () => {
    const diagram = toMermaid(suunto)
    expect(diagram).toContain('note right of s7\n    Moduuli Lisätuki alkaa, kun joku polkua hoitavista sitä pyytää')
    expect(diagram).toContain('    Aloita motivaatiokoulutus#58; vaiheessa Kuntoutus alkaa moduuli Motivaatiokoulutus')
  })

  it('says on an arrow what drives it when no person does', () => {
    const states = {
      a: {
        after: { P1M: { label: { fi: 'Aika täynnä' }, target: 'b', automatic: true } },
        always: { label: { fi: 'Valmis' }, target: 'b' },
      },
      b: { type: 'final', end: { code: 'loppu', label: { fi: 'Loppui hyvin' }, outcome: 'completed' } },
    }
    const diagram = toMermaid({ id: 'p', title: { fi: 'P' }, initial: 'a', states })
    expect(diagram).toContain('  s1 --> s2 : Aika täynnä (kuukauden kuluttua · itsestään)\n')
    expect(diagram).toContain('  s1 --> s2 : Valmis (ehdotus)\n')
    expect(diagram).toContain('  s2 --> [*] : Loppui hyvin · toteutunut · loppu\n')
    check(diagram)
  })

  it.each([
    ['fi', 'Kaaviosta puuttuu:', '- Keskeytykset: Sairausloma, '],
    ['sv', 'Diagrammet saknar:', '- Avbrott: '],
    ['en', 'Not in this diagram:', '- Suspensions: '],
  ] as const)('lists at the top what it has no place for: %s', (language, heading, suspensions) => {
    const lines = toMermaid(suunto, language).split('\n')
    expect(lines[1]).toBe(`  %% ${heading}`)
    const comments = lines.filter((line) => line.startsWith('  %% '))
    expect(comments.join('\n')).toContain(`  %% ${suspensions}`)
    expect(comments).toHaveLength(15)
    expect(lines.slice(1, 16)).toEqual(comments)
  })

  it('names what leads nowhere, and arrows that it could not draw where they belong', () => {
    const states = { a: { on: { x: { label: { fi: 'Karkaa' }, target: 'jonnekin' } } } }
    const diagram = toMermaid({ id: 'p', title: { fi: 'P' }, initial: 'a', states })
    expect(diagram).toContain('  %% - Siirtymät, joiden kohdetta ei ole: Karkaa\n')
    expect(toMermaid(suunto)).toMatch(
      /%% - Nuoli on piirretty rinnakkaisen osan sisältä.*: Opinnot ovat päättyneet: aloita/,
    )
    expect(toMermaid({ id: 'p', title: { fi: 'P' }, initial: 'a', states: { a: {} } })).not.toContain('%%')
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
      runs(120),
    )
  })
})
