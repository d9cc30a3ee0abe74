import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs.ts'
import { feelins, ours } from './bothEvaluators.ts'
import { DIFFERENCES } from './differences.ts'
import { NAMES } from './facts.ts'
import { generateExpression, someValues } from './generateExpression.ts'
import type { Values } from './scopeOf.ts'

const someNames = fc.subarray(Object.keys(NAMES), { minLength: 1 })

/** Values of which the named ones are missing. */
function without(values: Values, missing: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !missing.includes(name)))
}

describe('our evaluator against feelin', () => {
  it('gives the same value when everything is known', () => {
    fc.assert(
      fc.property(generateExpression('total'), someValues, ({ source }, values) => {
        expect(ours(source, values).value, source).toBe(feelins(source, values))
      }),
      runs(500),
    )
  })

  it('gives the same value with missing facts, in what all treat alike', () => {
    fc.assert(
      fc.property(generateExpression('strict'), someValues, someNames, ({ source }, values, missing) => {
        const known = without(values, missing)
        expect(ours(source, known).value, source).toBe(feelins(source, known))
      }),
      runs(400),
    )
  })

  it('differs with missing facts only by the constructs in the table of differences', () => {
    const excused = new Set(DIFFERENCES.map(({ feature }) => feature))
    let compared = 0
    fc.assert(
      fc.property(generateExpression('whole'), someValues, someNames, ({ source, features }, values, missing) => {
        const known = without(values, missing)
        const mayDiffer = features.some((feature) => excused.has(feature))
        if (mayDiffer) return
        compared++
        expect(ours(source, known).value, source).toBe(feelins(source, known))
      }),
      runs(400),
    )
    expect(compared).toBeGreaterThan(80)
  })

  const examples = DIFFERENCES.flatMap((difference) =>
    difference.examples.map((example) => ({ ...difference, ...example })),
  )
  it.each(examples)('differs as listed: $title: $source', ({ source, values, ours: expected, feelin }) => {
    expect(ours(source, values ?? {}).value).toBe(expected)
    expect(feelins(source, values ?? {})).toBe(feelin)
  })
})

describe('what is decided with missing facts', () => {
  const asksForAbsence = (source: string) => source.includes('null') || source.includes('is defined')

  it('stays decided whatever they turn out to be', () => {
    fc.assert(
      fc.property(
        generateExpression('whole'),
        someValues,
        someValues,
        someNames,
        ({ source }, values, others, missing) => {
          const open = ours(source, without(values, missing))
          fc.pre(open.value !== 'null' && !open.value.startsWith('[') && !asksForAbsence(source))
          const closed = { ...values, ...Object.fromEntries(missing.map((name) => [name, others[name]])) }
          expect(ours(source, closed).value, source).toBe(open.value)
        },
      ),
      { ...runs(400), maxSkipsPerRun: 50 },
    )
  })

  it('lacks only missing names, nothing when decided, and all that keep it open', () => {
    fc.assert(
      fc.property(generateExpression('total'), someValues, someNames, ({ source }, values, missing) => {
        const open = ours(source, without(values, missing))
        for (const name of open.lacks) expect(missing, source).toContain(name)
        if (!asksForAbsence(source)) for (const name of open.seen) expect(missing, source).not.toContain(name)
        if (open.value.startsWith('[')) return
        expect(open.lacks.length === 0, source).toBe(open.value !== 'null')
        const irrelevant = missing.filter((name) => !open.lacks.includes(name))
        const filled = ours(source, without(values, open.lacks))
        if (irrelevant.length > 0 && !asksForAbsence(source)) expect(filled.value, source).toBe(open.value)
      }),
      runs(400),
    )
  })
})
