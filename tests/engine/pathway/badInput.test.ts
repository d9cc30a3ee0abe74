import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentSchema, type PathwayInput } from '../../../engine/pathway/document.ts'
import { doesNotCompile } from '../../../engine/pathway/verify/doesNotCompile.ts'
import { ruleCodes, verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { verifyContext } from '../../../engine/pathway/verify/verifyContext.ts'
import { patience, runs } from '../../support/runs.ts'
import { soundPathway, text } from './soundPathway.ts'

const codesOf = (input: unknown) => verifyDocument(input).findings.map(({ code }) => code)

function nested(levels: number): unknown {
  let state: unknown = {}
  for (let level = 0; level < levels; level++) state = { initial: 'a', states: { a: state } }
  return { id: 'polku', title: text('Polku'), initial: 'a', states: { a: state } }
}

const cyclic: Record<string, unknown> = { id: 'polku' }
cyclic.states = { a: cyclic }

const throwing = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('no')
    },
  },
)

describe('verification of what is no pathway', () => {
  it.each<[name: string, input: unknown, code: string]>([
    ['nothing', undefined, 'schema'],
    ['null', null, 'schema'],
    ['a number', 3, 'schema'],
    ['text', 'polku', 'schema'],
    ['a list', [], 'schema'],
    ['an empty object', {}, 'schema'],
    ['a function', () => 1, 'schema'],
    ['a date', new Date(0), 'schema'],
    ['a map', new Map(), 'schema'],
    ['a big integer inside', { id: 1n }, 'schema'],
    ['a cycle', cyclic, 'too-large'],
    ['an object that throws when read', throwing, 'does-not-compile'],
    [
      'a key __proto__',
      JSON.parse('{ "id": "a", "title": { "fi": "x" }, "facts": { "__proto__": {} }, "states": {} }'),
      'schema',
    ],
    [
      'a state named constructor',
      JSON.parse('{ "id": "a", "title": { "fi": "x" }, "states": { "constructor": {} } }'),
      'schema',
    ],
    ['states nested twenty-one deep', nested(20), 'too-large'],
    ['states nested ten thousand deep', nested(10_000), 'too-large'],
    ['a megabyte of title', { id: 'a', title: { fi: 'x'.repeat(1_000_000) }, states: {} }, 'schema'],
    [
      'a megabyte of target',
      { id: 'a', title: { fi: 'x' }, states: { a: { on: { e: `${'a.'.repeat(500_000)}!` } } } },
      'schema',
    ],
    ['six megabytes', { id: 'a', title: { fi: 'x'.repeat(6_000_000) } }, 'too-large'],
    ['a list of a million', { id: 'a', sources: Array.from({ length: 1_000_000 }, () => 'x') }, 'too-large'],
  ])('%s', (_name, input, code) => {
    const { findings } = verifyDocument(input)
    expect(findings.map((finding) => finding.code)).toContain(code)
    expect(JSON.stringify(findings).length).toBeLessThan(100_000)
  })

  it('says so of parameters that are none', () => {
    const sound = fc.sample(soundPathway, { numRuns: 1, seed: 1 })[0]
    const check = (parameters: unknown) =>
      verifyDocument(sound, { parameters: parameters as never }).findings.map(({ code }) => code)
    expect(check({ seurantavali: 'P1H' })).toEqual(['parameter-value'])
    expect(check({ toString: 'P1M' })).toEqual(['parameter-value'])
    expect(check([])).toEqual(['parameter-value'])
    expect(check(['P1M'])).toEqual(['parameter-value'])
    expect(check({ seurantavali: () => 1 })).toEqual(['schema'])
    expect(check('P1M')).toEqual(['parameter-value'])
    expect(check(null)).toEqual([])
  })

  it('never throws, and only says what has a page', { timeout: patience }, () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          const codes = codesOf(input)
          expect(codes.length).toBeGreaterThan(0)
          for (const code of codes) expect(ruleCodes).toContain(code)
        },
      ),
      runs(150),
    )
  })

  it('never throws when anything stands anywhere in a pathway', { timeout: patience }, () => {
    const piece = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('P1M', 'vaihe0', '#polku', '.', '', 'null', '__proto__', {}, [], [[]], { fi: 'x' }, -1, 1e308),
    )
    fc.assert(
      fc.property(soundPathway, fc.nat(), piece, (input, where, replacement) => {
        const document: PathwayInput = structuredClone(input)
        replaceOne(document, where, replacement)
        for (const code of codesOf(document))
          expect([...ruleCodes].filter((one) => one !== 'does-not-compile')).toContain(code)
      }),
      runs(250),
    )
  })

  it('reports at most a hundred findings of one kind', () => {
    const facts = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, { type: 'x' }]))
    expect(codesOf({ id: 'a', title: { fi: 'x' }, states: {}, facts }).length).toBe(100)
    const states = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`s${index}`, { on: { e: 'nowhere' } }]),
    )
    expect(
      codesOf({ id: 'a', title: text('x'), initial: 's0', states }).filter((code) => code === 'unknown-target').length,
    ).toBe(100)
  })

  it('has a last guard for what no rule explains', () => {
    const document = documentSchema.parse({
      id: 'a',
      title: text('x'),
      initial: 'a',
      states: { a: { on: { e: 'nowhere' } } },
    })
    expect(doesNotCompile(verifyContext(document, {}))).toMatchObject([{ code: 'does-not-compile', severity: 'error' }])
  })
})

describe('verification of large pathways', () => {
  /** Five regions of forty states each, and a hundred criteria. */
  function large(): PathwayInput {
    const fact = (index: number) => `f${index % 20}`
    const region = (name: string): PathwayInput['states'][string] => ({
      initial: `${name}0`,
      states: Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `${name}${index}`,
          index === 39
            ? { type: 'final' as const }
            : {
                on: {
                  [`${name}_eteen${index}`]: [
                    { target: `${name}${index + 1}`, criteria: [`c${index % 50}`] },
                    { target: `${name}${Math.max(0, index - 1)}`, criteria: [`d${index % 50}`] },
                  ],
                },
                followUps: { seuranta: { every: 'P1M', task: 'tapaaminen' } },
              },
        ]),
      ),
    })
    const numbers = Array.from({ length: 50 }, (_, index) => index)
    return {
      id: 'iso',
      title: text('Iso'),
      caseRoles: { ohjaaja: { label: text('Ohjaaja') } },
      facts: Object.fromEntries(
        numbers.slice(0, 20).map((index) => [fact(index), { type: 'number', min: 0, max: 100, label: text('x') }]),
      ),
      criteria: Object.fromEntries(
        numbers.flatMap((index) => [
          [`c${index}`, { label: text('x'), when: `${fact(index)} >= ${index + 1} and ${fact(index + 1)} > 3` }],
          [`d${index}`, { label: text('x'), when: `${fact(index)} < ${index + 1} or ${fact(index + 1)} <= 3` }],
        ]),
      ),
      taskDefinitions: {
        tapaaminen: {
          label: text('x'),
          role: 'ohjaaja',
          form: numbers.slice(0, 20).map((index) => ({ fact: fact(index) })),
        },
      },
      initial: 'rinnan',
      states: {
        rinnan: {
          type: 'parallel',
          onDone: 'valmis',
          followUps: { seuranta: { every: 'P1M', task: 'tapaaminen' } },
          states: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, region(name)])),
        },
        valmis: { type: 'final', end: { code: 'valmis', label: text('x'), outcome: 'completed' } },
      },
    }
  }

  it('comes to an end with 200 states, five regions and 100 criteria', () => {
    expect([...new Set(codesOf(large()))]).toEqual(['unused-criterion'])
  })

  it('comes to an end with as many states as there may be', () => {
    const states = Object.fromEntries(
      Array.from({ length: 1999 }, (_, index) => [
        `s${index}`,
        { on: { [`e${index}`]: index === 1998 ? 'loppu' : `s${index + 1}` } },
      ]),
    )
    const document = { id: 'pitka', title: text('x'), initial: 's0', states: { ...states, loppu: { type: 'final' } } }
    expect([...new Set(codesOf(document))]).toEqual(['final-state', 'uncovered-state'])
  })
})

/** Puts a value in place of the one that is met after so many steps of a walk. */
function replaceOne(root: object, where: number, replacement: unknown): void {
  const places: [holder: Record<string, unknown>, key: string][] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key])
      visit((value as Record<string, unknown>)[key])
    }
  }
  visit(root)
  const place = places[where % places.length]
  if (place) place[0][place[1]] = replacement
}
