import { describe, expect, it } from 'vitest'
import type { PathwayInput } from '../../../engine/pathway/document.ts'
import type { Finding } from '../../../engine/pathway/finding.ts'
import type { Parameters } from '../../../engine/pathway/parameters.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import type { StateInput } from './soundPathway.ts'

const label = { fi: 'x' }
const end = { type: 'final', end: { code: 'valmis', label, outcome: 'completed' } } as const

/** A pathway of these states, and whatever else is given, and an end. */
function pathway(states: PathwayInput['states'], more: Partial<PathwayInput> = {}): PathwayInput {
  return { id: 'polku', title: label, initial: Object.keys(states)[0], ...more, states: { ...states, valmis: end } }
}

const hours = { tunnit: { type: 'number', min: 0, max: 24, label } } as const
const criteria = (expressions: Record<string, string>): NonNullable<PathwayInput['criteria']> =>
  Object.fromEntries(Object.entries(expressions).map(([name, when]) => [name, { label, when }]))

/** The findings of one rule, each as "severity at the path". */
function found(code: string, document: unknown, parameters?: Parameters): string[] {
  return findings(code, document, parameters).map(({ severity, path }) => `${severity} ${path.join('.')}`)
}

const findings = (code: string, document: unknown, parameters?: Parameters): Finding[] =>
  verifyDocument(document, { parameters }).findings.filter((finding) => finding.code === code)

const only = (code: string, document: unknown, parameters?: Parameters): Finding => {
  const [finding, ...more] = findings(code, document, parameters)
  if (!finding || more.length > 0) throw new Error(`${more.length + (finding ? 1 : 0)} findings of ${code}`)
  return finding
}

describe('what findings say', () => {
  it('tells the place, what was found, and what was probably meant', () => {
    const finding = only('unknown-target', pathway({ alku: { on: { eteen: [{ target: ['valmsi'] }] } } }))
    expect(finding.path).toEqual(['states', 'alku', 'on', 'eteen', 0, 'target', 0])
    expect(finding.message).toContain('"valmsi"')
    expect(finding.hint).toBe('Did you mean "valmis"?')
  })

  it('points to the character where an expression stops making sense', () => {
    const asked = pathway(
      { alku: { on: { eteen: { target: 'valmis', criteria: ['taso'] } } } },
      { facts: hours, criteria: criteria({ taso: 'tunnit >= 6 and tunit < 9' }) },
    )
    const finding = only('criterion-error', asked)
    expect(finding.path).toEqual(['criteria', 'taso', 'when'])
    expect(finding.message).toContain('(character 17)')
    expect(finding.hint).toContain('tunnit')
  })

  it('gives the events that lead a client into a dead end', () => {
    const stuck = pathway({
      alku: { on: { kartoita: 'kartoitus' } },
      kartoitus: { initial: 'a', states: { a: { on: { jatka: 'b' } }, b: { on: { odota: '#polku.jono' } } } },
      jono: { on: { kysy: 'jono' } },
    })
    expect(
      only('dead-end', {
        ...stuck,
        states: { ...stuck.states, alku: { on: { kartoita: 'kartoitus', pois: 'valmis' } } },
      }),
    ).toMatchObject({
      severity: 'error',
      path: ['states', 'jono'],
      trace: ['kartoita', 'jatka', 'odota'],
    })
  })

  /** A state two steps from the start, and what a finding of a rule there says of how a client comes to it. */
  const traces = (code: string, place: StateInput, more: Partial<PathwayInput> = {}) =>
    findings(
      code,
      pathway(
        {
          alku: { on: { kartoita: 'kartoitus', pois: 'valmis' } },
          kartoitus: { after: { P1M: { target: 'paikka', automatic: true } } },
          paikka: { ...place, on: { pois: 'valmis', ...place.on } },
          pois: { type: 'final', end: { code: 'pois', label, outcome: 'removed' } },
        },
        more,
      ),
    ).map(({ trace }) => trace?.join(' '))
  const here = 'kartoita after:P1M'
  const asks = { facts: { ...hours, riski: { type: 'number', class: 'profiling', label } } } as const
  const choice = [
    { target: 'valmis', criteria: ['eka'] },
    { target: 'pois', criteria: ['toka'] },
  ]
  const life = { initial: 'a', states: { a: { on: { b: 'muisti' } }, muisti: { type: 'history' } } } as const

  it.each<[code: string, place: StateInput, more: Partial<PathwayInput>, trace: string]>([
    ['automatic-rights', { after: { P1Y: { target: 'pois', automatic: true } } }, {}, `${here} after:P1Y`],
    [
      'profiling-fact',
      { on: { e: { target: 'pois', criteria: ['eka'] } } },
      { ...asks, criteria: criteria({ eka: 'riski > 3' }) },
      `${here} e`,
    ],
    [
      'overlapping-criteria',
      { on: { e: choice } },
      { ...asks, criteria: criteria({ eka: 'tunnit > 3', toka: 'tunnit < 5' }) },
      `${here} e`,
    ],
    [
      'criteria-gap',
      { on: { e: choice } },
      { ...asks, criteria: criteria({ eka: 'tunnit > 5', toka: 'tunnit < 3' }) },
      `${here} e`,
    ],
    ['history-from-within', life, {}, `${here} b`],
    [
      'history-without-past',
      {
        initial: 'a',
        states: {
          a: { on: { e: 'uusi.muisti' } },
          uusi: { initial: 'b', states: { b: {}, muisti: { type: 'history' } } },
        },
      },
      {},
      `${here} e`,
    ],
    ['automatic-mismatch', { on: { e: { target: 'valmis', automatic: true } } }, {}, here],
    ['follow-up-shape', { followUps: { f: { every: 'P1M' } } }, {}, here],
    ['module-shape', { modules: { m: { pathway: 'tuki', outputs: { '*': 'tuntematon' } } } }, {}, here],
    ['never-taken', { on: { e: ['valmis', { target: 'pois' }] } }, {}, here],
    ['never-done', { initial: 'a', states: { a: {} }, onDone: 'valmis' }, {}, here],
    ['unsendable-event', { on: { e: { target: 'valmis', by: ['rehtori'] } } }, {}, here],
    ['follow-up-never-due', { followUps: { f: { every: 'P1M', until: 'P1D', actions: 'x' } } }, {}, here],
    ['endless-loop', { always: { target: 'paikka', reenter: true, automatic: true } }, {}, here],
  ])('gives the events that lead a client into what %s finds', (code, place, more, trace) => {
    expect(traces(code, place, more)).toEqual([trace])
  })

  it('gives no trace to what only a jump leads to, or of a statechart that is not whole', () => {
    const apart = pathway({ a: { on: { pois: 'valmis' } }, b: { enterable: true, on: { pois: 'valmis' } } })
    expect(findings('uncovered-state', apart).map(({ trace }) => trace)).toEqual([[]])
    const island = pathway({
      a: { on: { pois: 'valmis' } },
      b: { enterable: true, followUps: { f: { every: 'P1M' } } },
    })
    expect(only('follow-up-shape', island).trace).toBeUndefined()
    const torn = pathway({ a: { on: { pois: 'vlmis' }, followUps: { f: { every: 'P1M' } } } })
    expect(only('follow-up-shape', torn).trace).toBeUndefined()
  })

  it('comes errors first', () => {
    const severities = verifyDocument(pathway({ alku: { tasks: ['x'], on: { pois: 'valmis' } } })).findings.map(
      ({ severity }) => severity,
    )
    expect(severities).toEqual([...severities].sort())
    expect(severities[0]).toBe('error')
  })
})

describe('schema', () => {
  const cases: [name: string, document: unknown, path: string, words: string][] = [
    ['a key mistyped', { ...pathway({ a: {} }), titl: 1 }, 'titl', 'Did you mean "title"?'],
    [
      'a key mistyped in a transition',
      pathway({ a: { on: { e: { targt: 'b' } as never } } }),
      'states.a.on.e.targt',
      'Did you mean "target"?',
    ],
    ['a title missing', { id: 'a', states: {} }, 'title', 'Give an object'],
    [
      'a type mistyped',
      pathway({ a: {} }, { facts: { x: { type: 'numbr', label } as never } }),
      'facts.x.type',
      '"number"',
    ],
    [
      'a duration mistyped',
      pathway({ a: { followUps: { f: { every: '2 months' } } } }),
      'states.a.followUps.f.every',
      'P2M',
    ],
    ['a name with a space', pathway({ 'a b': {} }), 'states.a b', 'a name has letters'],
    ['a name of JavaScript', pathway({ constructor: {} } as never), 'states.constructor', 'choose another'],
    [
      'too long a text',
      { ...pathway({ a: {} }), title: { fi: 'x'.repeat(3000) } },
      'title.fi',
      'at most 2000 characters',
    ],
    ['an empty list', pathway({ a: { on: { e: { by: [] } } } }), 'states.a.on.e.by', 'at least 1 entries'],
    [
      'a text where a number belongs',
      pathway({ a: {} }, { facts: { x: { type: 'number', min: '3', label } as never } }),
      'facts.x.min',
      'a number',
    ],
  ]
  it.each(cases)('%s', (_name, document, path, words) => {
    const all = findings('schema', document)
    const finding = all.find((one) => one.path.join('.') === path)
    expect(all.map((one) => one.path.join('.'))).toContain(path)
    expect(finding?.hint).toContain(words)
    expect((finding?.message.length ?? 0) < 200).toBe(true)
  })
})

describe('where rules stop', () => {
  const loop = (first: string, second: string): PathwayInput =>
    pathway(
      {
        alku: { always: { target: 'loppu', criteria: ['eka'], automatic: true }, on: { pois: 'valmis' } },
        loppu: { always: { target: 'alku', criteria: ['toka'], automatic: true } },
      },
      { facts: { ...hours, pvm: { type: 'date', label } }, criteria: criteria({ eka: first, toka: second }) },
    )

  it.each<[name: string, first: string, second: string, expected: string[]]>([
    ['criteria that exclude each other stop a loop', 'tunnit >= 6', 'tunnit < 6', []],
    ['criteria that can hold together do not', 'tunnit >= 5', 'tunnit < 6', ['error states.alku.always']],
    ['waiting stops a loop', 'daysInState >= 3', 'daysInState >= 3', []],
    ['days in the journey do not', 'daysInJourney >= 3', 'daysInJourney >= 3', ['error states.alku.always']],
    ['what cannot be reasoned about is a warning', 'pvm < today()', 'pvm < today()', ['warning states.alku.always']],
  ])('%s', (_name, first, second, expected) => {
    expect(found('endless-loop', loop(first, second))).toEqual(expected)
  })

  it.each<[name: string, followUp: object, reenter: boolean, expected: string[]]>([
    ['a follow-up of no time turns a loop', { after: 'PT0S' }, true, ['error states.a.on.e']],
    ['one that waits does not', { after: 'P1D' }, true, []],
    ['nor one in a state that is not entered anew', { after: 'PT0S' }, false, []],
    ['one that counts from a date may', { every: 'P1M', anchor: { fact: 'pvm' } }, true, ['warning states.a.on.e']],
  ])('%s', (_name, followUp, reenter, expected) => {
    const document = pathway(
      {
        a: {
          followUps: { aika: { ...followUp, event: 'e' } },
          on: { e: { target: 'a', reenter, automatic: true }, pois: 'valmis' },
        },
      },
      { facts: { pvm: { type: 'date', label } } },
    )
    expect(found('endless-loop', document)).toEqual(expected)
  })

  it('a loop that a person keeps turning is none', () => {
    expect(
      found(
        'endless-loop',
        pathway({ a: { always: 'b', on: { pois: 'valmis' } }, b: { always: { target: 'a', automatic: true } } }),
      ),
    ).toEqual([])
  })

  it('dead ends with exits are a warning, and one for the whole pathway when all of it ends by them', () => {
    const exits = { muutto: { label, outcome: 'transferred' } } as const
    expect(
      found(
        'dead-end',
        pathway({ a: { on: { e: 'b' } }, b: {}, c: { enterable: true, on: { pois: 'valmis' } } }, { exits }),
      ),
    ).toEqual(['warning states.b'])
    expect(found('dead-end', pathway({ a: { on: { e: 'b' } }, b: { on: { f: 'a' } } }, { exits }))).toEqual([
      'warning ',
    ])
  })

  it('a region that never ends is a dead end unless something leads out of the whole', () => {
    const parallel = (on: PathwayInput['on']) =>
      pathway({
        rinnan: {
          type: 'parallel',
          onDone: 'valmis',
          on,
          states: {
            tyo: { initial: 'a', states: { a: { on: { e: 'b' } }, b: { type: 'final' } } },
            tuki: { initial: 'a', states: { a: { on: { f: 'b' } }, b: {} } },
          },
        },
      })
    expect(found('dead-end', parallel({}))).toEqual(['error '])
    expect(found('never-done', parallel({}))).toEqual(['warning states.rinnan.onDone'])
    expect(found('dead-end', parallel({ pois: 'valmis' }))).toEqual([])
  })

  it('states that only a jump reaches are reachable', () => {
    expect(
      found('unreachable-state', pathway({ a: { on: { pois: 'valmis' } }, b: { on: { pois: 'valmis' } } })),
    ).toEqual(['warning states.b'])
    expect(
      found(
        'unreachable-state',
        pathway({
          a: { on: { pois: 'valmis' } },
          b: { enterable: true, on: { c: 'c' } },
          c: { on: { pois: 'valmis' } },
        }),
      ),
    ).toEqual([])
  })

  it('a state behind a criterion that never holds is unreachable, unless the criterion may be overridden', () => {
    const gate = (overridable: boolean) =>
      pathway(
        { a: { on: { e: { target: 'b', criteria: ['taso'] }, pois: 'valmis' } }, b: { on: { pois: 'valmis' } } },
        { facts: hours, criteria: { taso: { label, when: 'tunnit > 24', overridable } } },
      )
    expect(found('unreachable-state', gate(false))).toEqual(['warning states.b'])
    expect(found('unreachable-state', gate(true))).toEqual([])
  })

  it('a special case before a general one, and a rest without criteria, do not overlap', () => {
    const choice = (first: string[], second: string[]) =>
      pathway(
        {
          a: {
            on: {
              e: [
                { target: 'b', criteria: first },
                { target: 'c', criteria: second },
              ],
            },
          },
          b: { on: { pois: 'valmis' } },
          c: { on: { pois: 'valmis' } },
        },
        { facts: hours, criteria: criteria({ yli5: 'tunnit > 5', yli8: 'tunnit > 8', alle9: 'tunnit < 9' }) },
      )
    expect(found('overlapping-criteria', choice(['yli8'], ['yli5']))).toEqual([])
    expect(found('overlapping-criteria', choice(['yli5'], []))).toEqual([])
    expect(found('overlapping-criteria', choice(['yli5'], ['alle9']))).toEqual(['warning states.a.on.e.1'])
  })

  it('a single gate, and gates that ask different things, leave no gap', () => {
    const facts = { ...hours, lupa: { type: 'boolean', label } } as const
    const asked = criteria({ taso: 'tunnit > 5', lupa: 'lupa = true', vajaa: 'tunnit < 5' })
    const gates = (...names: string[]) =>
      pathway(
        { a: { on: { e: names.map((name) => ({ target: 'valmis', criteria: [name] })) } } },
        { facts, criteria: Object.fromEntries(Object.entries(asked).map(([key, one]) => [`${key}X`, one])) },
      )
    expect(found('criteria-gap', gates('tasoX'))).toEqual([])
    expect(found('criteria-gap', gates('tasoX', 'lupaX'))).toEqual([])
    expect(only('criteria-gap', gates('tasoX', 'vajaaX')).message).toContain('tunnit = 5')
  })

  it('where candidates ask different things beside one they share, there is a gap only where none can hold', () => {
    const facts = { ...hours, lupa: { type: 'boolean', label } } as const
    const divided = (first: string, second: string) =>
      pathway(
        {
          a: {
            on: {
              e: [
                { target: 'valmis', criteria: ['eka'] },
                { target: 'valmis', criteria: ['toka'] },
              ],
            },
          },
        },
        { facts, criteria: criteria({ eka: first, toka: second }) },
      )
    expect(found('criteria-gap', divided('tunnit >= 6 and lupa', 'tunnit < 6'))).toEqual([])
    const gap = only('criteria-gap', divided('tunnit >= 6 and lupa', 'tunnit < 5'))
    expect(gap.message).toContain('with tunnit = 5 none of its')
    expect(gap.message).not.toContain('lupa')
  })

  it('parameters count as they are set, but a switch may be set either way', () => {
    const limited = (when: string) =>
      pathway(
        { a: { on: { e: { target: 'valmis', criteria: ['taso'] } } } },
        {
          facts: hours,
          criteria: criteria({ taso: when }),
          parameters: {
            raja: { type: 'number', default: 6, label, origin: 'ours' },
            ryhmat: { type: 'boolean', default: false, label, origin: 'ours' },
          },
        },
      )
    expect(found('constant-criterion', limited('tunnit >= raja'))).toEqual([])
    expect(found('constant-criterion', limited('tunnit >= raja'), { raja: 25 })).toEqual(['error criteria.taso.when'])
    expect(found('constant-criterion', limited('ryhmat'))).toEqual([])
    expect(found('parameter-value', limited('ryhmat'), { raja: '6', rajaa: 3 })).toEqual([
      'error parameters.raja',
      'error parameters',
    ])
  })

  it('profiling facts stop nothing that has no effect, warn where a person decides on a service, and never decide on rights', () => {
    const decides = (effect: 'none' | 'service' | 'rights', automatic = false) =>
      pathway(
        { a: { always: { target: 'b', criteria: ['matala'], effect, automatic } }, b: { on: { pois: 'valmis' } } },
        {
          facts: { riski: { type: 'number', class: 'profiling', label } },
          criteria: criteria({ matala: 'riski < 30' }),
        },
      )
    expect(found('profiling-fact', decides('none', true))).toEqual([])
    expect(found('profiling-fact', decides('service'))).toEqual(['warning states.a.always.criteria.0'])
    expect(found('profiling-fact', decides('service', true))).toEqual(['error states.a.always.criteria.0'])
    expect(found('profiling-fact', decides('rights'))).toEqual(['error states.a.always.criteria.0'])
  })

  it('a profiling fact decides by the end it leads to, whatever effect is given', () => {
    const ends = (outcome: 'interrupted' | 'removed' | 'completed', effect?: 'none') => ({
      ...pathway(
        {},
        {
          facts: { riski: { type: 'number', class: 'profiling', label } },
          criteria: criteria({ suuri: 'riski > 30' }),
          initial: 'a',
        },
      ),
      states: {
        a: { on: { e: { target: 'pois', criteria: ['suuri'], ...(effect ? { effect } : {}) }, valmistu: 'valmis' } },
        pois: { type: 'final', end: { code: 'pois', label, outcome } },
        valmis: end,
      },
    })
    expect(found('profiling-fact', ends('completed'))).toEqual([])
    expect(found('profiling-fact', ends('interrupted'))).toEqual(['warning states.a.on.e.criteria.0'])
    expect(found('profiling-fact', ends('removed'))).toEqual(['error states.a.on.e.criteria.0'])
    expect(found('profiling-fact', ends('removed', 'none'))).toEqual(['error states.a.on.e.criteria.0'])
  })

  it('a date that a follow-up counts from is asked for, and one that is never due in time is told', () => {
    const facts = { alku: { type: 'date', label } } as const
    const followUps = { f: { after: 'P1M', anchor: { fact: 'alku' }, actions: 'x' } } as const
    const counted = (more: Partial<PathwayInput>, always?: StateInput['always']) =>
      pathway({ a: { followUps, on: { pois: 'valmis' }, ...(always ? { always } : {}) } }, { facts, ...more })
    const asked = { taskDefinitions: { kysely: { label, role: 'ohjaaja', form: [{ fact: 'alku' }] } } }
    expect(only('uncollected-fact', counted({})).message).toContain('"alku" is what "f" counts from')
    expect(found('uncollected-fact', counted(asked))).toEqual([])
    expect(found('follow-up-never-due', counted(asked))).toEqual([])
    expect(found('follow-up-never-due', counted(asked, { target: 'valmis', automatic: true }))).toEqual([
      'warning states.a.followUps.f',
    ])
    const brief = pathway({
      a: { followUps, on: { pois: 'valmis' }, after: { P1D: { target: 'valmis', automatic: true } } },
    })
    expect(found('follow-up-never-due', { ...brief, facts })).toEqual([])
  })

  it('an event of a module that is left running is handled while its state lasts, as none is sent later', () => {
    const left = (a: StateInput['on'], b: StateInput['on']) =>
      pathway({
        a: {
          on: { eteen: 'b', ...a },
          modules: { tuki: { pathway: 'tuki', whenLeft: 'leave', outputs: { '*': 'loppui' } } },
        },
        b: { on: { pois: 'valmis', ...b } },
      })
    const handled = { loppui: { actions: 'x' } }
    expect(found('module-shape', left(handled, {}))).toEqual([])
    expect(found('module-shape', left({}, handled))).toEqual(['error states.a.modules.tuki.outputs.*'])
  })

  it('interruption by time is a warning, and removal an error, whatever effect is given', () => {
    const ends = (outcome: 'interrupted' | 'removed' | 'completed') => ({
      ...pathway({ a: { after: { P1Y: { target: 'pois', automatic: true } }, on: { valmis: 'valmis' } } }),
      states: {
        a: { after: { P1Y: { target: 'pois', automatic: true } }, on: { valmis: 'valmis' } },
        pois: { type: 'final', end: { code: 'pois', label, outcome } },
        valmis: end,
      },
    })
    expect(found('automatic-rights', ends('completed'))).toEqual([])
    expect(found('automatic-rights', ends('interrupted'))).toEqual(['warning states.a.after.P1Y.automatic'])
    expect(found('automatic-rights', ends('removed'))).toEqual(['error states.a.after.P1Y.automatic'])
  })

  it('an event that a follow-up sends may be automatic', () => {
    const sent = (followUps: PathwayInput['followUps']) =>
      pathway({ a: { followUps, on: { aika: { target: 'valmis', automatic: true } } } })
    expect(found('automatic-mismatch', sent({ f: { after: 'P1M', event: 'aika' } }))).toEqual([])
    expect(found('automatic-mismatch', sent({}))).toEqual(['warning states.a.on.aika.automatic'])
  })

  it.each([
    ['P1M', 'P2M', []],
    ['P1M', 'P1M', ['error states.a.followUps.f.until']],
    ['P2M', 'P1M', ['error states.a.followUps.f.until']],
    ['P1M', 'P30D', ['warning states.a.followUps.f.until']],
    ['P1M', 'P6W', []],
    [{ workingDays: 10 }, 'P14D', ['warning states.a.followUps.f.until']],
    [{ workingDays: 10 }, 'P2M', []],
    [{ workingDays: 10 }, { workingDays: 11 }, []],
    ['PT36H', 'P1D', ['error states.a.followUps.f.until']],
  ])('a window from %j to %j', (after, until, expected) => {
    const window = pathway({ a: { followUps: { f: { after, until, actions: 'x' } }, on: { pois: 'valmis' } } })
    expect(found('follow-up-shape', window)).toEqual(expected)
  })

  it('an event of a follow-up may be handled inside its state, around it or beside it', () => {
    const followUps = { f: { after: 'P1M', event: 'aika' } }
    const on = { aika: { actions: 'x' }, pois: '#polku.valmis' }
    const region = { followUps, on: { pois: '#polku.valmis' } }
    expect(found('follow-up-shape', pathway({ a: { followUps, initial: 'b', states: { b: { on } } } }))).toEqual([])
    expect(found('follow-up-shape', pathway({ a: { on, initial: 'b', states: { b: { followUps } } } }))).toEqual([])
    expect(found('follow-up-shape', pathway({ a: { type: 'parallel', states: { b: region, c: { on } } } }))).toEqual([])
    expect(found('follow-up-shape', pathway({ a: { initial: 'b', states: { b: region, c: { on } } } }))).toEqual([
      'error states.a.states.b.followUps.f.event',
    ])
  })

  it('a repeating follow-up around a state, or in a region beside it, covers it; time that leads on covers it too', () => {
    const followUps = { f: { every: 'P1M', actions: 'x' } }
    const on = { pois: '#polku.valmis' }
    expect(found('uncovered-state', pathway({ a: { followUps, initial: 'b', states: { b: { on } } } }))).toEqual([])
    expect(
      found('uncovered-state', pathway({ a: { type: 'parallel', states: { b: { followUps, on }, c: {} } } })),
    ).toEqual([])
    expect(
      found('uncovered-state', pathway({ a: { on, after: { P1M: { target: 'valmis', automatic: true } } } })),
    ).toEqual([])
    expect(found('uncovered-state', pathway({ a: { on, after: { P1M: 'valmis' } } }))).toEqual(['warning '])
    expect(found('uncovered-state', pathway({ a: { on: { b: 'b' }, followUps }, b: { on } }))).toEqual([
      'warning states.b',
    ])
  })

  it.each<[name: string, place: StateInput, more: Partial<PathwayInput>, verdicts: (string | undefined)[]]>([
    ['nothing', {}, {}, ['failing']],
    ['a repeating follow-up', { followUps: { f: { every: 'P1M', actions: 'x' } } }, {}, []],
    ['a follow-up that ends', { followUps: { f: { every: 'P1M', until: 'P1Y', actions: 'x' } } }, {}, ['unproved']],
    ['a task', { tasks: ['kysely'] }, { taskDefinitions: { kysely: { label, role: 'ohjaaja' } } }, ['unproved']],
    ['a proposal in time', { after: { P1M: 'valmis' } }, {}, ['unproved']],
    ['a step in time', { after: { P1M: { target: 'valmis', automatic: true } } }, {}, []],
    [
      'a step in time that keeps to it while the journey is held',
      { after: { P1M: { target: 'valmis', automatic: true, whenSuspended: 'keep' } } },
      {},
      ['unproved'],
    ],
    [
      'a step of the state around, which is not counted again',
      {
        initial: 'a',
        states: { a: { on: { b: 'b' } }, b: { on: { a: 'a' } } },
        after: { P1M: { target: '.b', automatic: true } },
      },
      {},
      ['unproved'],
    ],
    ['a module', { modules: { m: { pathway: 'tuki' } } }, {}, ['unproved']],
    [
      'what follows from facts',
      { always: { target: 'valmis', criteria: ['eka'] } },
      { criteria: criteria({ eka: 'daysInState > 3' }) },
      ['unproved'],
    ],
    [
      'nothing in one of its states',
      { initial: 'a', states: { a: { on: { b: 'b' }, tasks: ['kysely'] }, b: {} } },
      { taskDefinitions: { kysely: { label, role: 'ohjaaja' } } },
      ['failing', 'unproved'],
    ],
    [
      'something in the region beside it',
      { type: 'parallel', states: { a: {}, b: { followUps: { f: { after: 'P1M', actions: 'x' } } } } },
      {},
      ['unproved'],
    ],
  ])('a state that promises %s gets its verdict', (_name, place, more, verdicts) => {
    const followUps = { f: { every: 'P1M', actions: 'x' } } as const
    const placed = pathway(
      { alku: { on: { mene: 'paikka', pois: 'valmis' }, followUps }, paikka: { ...place, on: { pois: 'valmis' } } },
      more,
    )
    const told = findings('uncovered-state', placed)
    expect(told.map(({ verdict }) => verdict)).toEqual(verdicts)
    for (const { severity, trace, message, verdict } of told) {
      expect([severity, trace?.[0]]).toEqual(['warning', 'mene'])
      expect(message).toContain(verdict)
    }
  })

  /** A state with a past, which is left and come back to; some of its states have transitions of the case's own. */
  const life = (
    on: Partial<Record<'elo' | 'a' | 'b' | 'c', StateInput>>,
    { history = 'shallow', isLeft = true }: { history?: 'shallow' | 'deep'; isLeft?: boolean } = {},
  ): PathwayInput['states'] => ({
    elo: {
      initial: 'a',
      on: { ...(isLeft ? { tauolle: 'tauko' } : {}), pois: 'valmis', ...on.elo?.on },
      states: {
        a: { on: { eteen: 'b', ...on.a?.on } },
        b: { ...on.b, initial: 'c', states: { c: { ...on.c } } },
        muisti: { type: 'history', history },
      },
    },
    tauko: { on: { jatka: 'elo.muisti' } },
  })
  const regions = (past: StateInput): PathwayInput['states'] => ({
    elo: {
      type: 'parallel',
      on: { pois: 'valmis' },
      states: { a: { on: { palaa: 'muisti' } }, b: { on: { takaisin: 'muisti' } }, muisti: past },
    },
  })

  it.each<[name: string, states: PathwayInput['states'], expected: string[]]>([
    [
      'the first step back to where it begins',
      life({ a: { on: { palaa: 'muisti' } } }),
      ['states.elo.states.a.on.palaa'],
    ],
    ['the same, beginning it again', life({ a: { on: { palaa: { target: 'muisti', reenter: true } } } }), []],
    ['a step that may be remembered', life({ b: { on: { palaa: 'muisti' } } }), ['states.elo.states.b.on.palaa']],
    ['a step that is never left outwards', life({ b: { on: { palaa: 'muisti' } } }, { isLeft: false }), []],
    ['a step further inside', life({ c: { on: { palaa: '#polku.elo.muisti' } } }), []],
    [
      'the same of a deep past',
      life({ c: { on: { palaa: '#polku.elo.muisti' } } }, { history: 'deep' }),
      ['states.elo.states.b.states.c.on.palaa'],
    ],
    ['the state around', life({ elo: { on: { palaa: '.muisti' } } }, { history: 'deep' }), []],
    [
      'a region before there is a past',
      regions({ type: 'history' }),
      ['states.elo.states.a.on.palaa', 'states.elo.states.b.on.takaisin'],
    ],
    [
      'a region that the past says to begin with',
      regions({ type: 'history', target: 'a' }),
      ['states.elo.states.a.on.palaa'],
    ],
  ])('a history taken from inside: %s', (_name, states, expected) => {
    expect(found('history-from-within', pathway(states))).toEqual(expected.map((path) => `error ${path}`))
  })

  it('a past and a place inside it are not entered together', () => {
    const both = pathway({
      a: { on: { e: { target: ['#polku.elo.muisti', '#polku.elo.a'] }, pois: 'valmis' } },
      ...regions({ type: 'history' }),
    })
    expect(found('invalid-target', both)).toEqual(['error states.a.on.e.target'])
  })

  it('asks about flow only when the statechart is whole', () => {
    const codes = verifyDocument(pathway({ a: { on: { pois: 'vlmis' } } })).findings.map(({ code }) => code)
    expect(codes).not.toContain('dead-end')
    expect(codes).not.toContain('unreachable-state')
  })

  it('counts what is not translated once a language', () => {
    const { message } = findings('missing-translation', pathway({ a: { label, on: { pois: 'valmis' } } }))[0] ?? {
      message: '',
    }
    expect(message).toBe('3 texts are not in Swedish: title, states.a.label, states.valmis.end.label')
  })
})
