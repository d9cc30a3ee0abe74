import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../../../engine/pathway/document.ts'
import { criteriaLogic } from '../../../engine/pathway/verify/analysis/criteriaLogic.ts'
import { truthOf } from '../../../engine/pathway/verify/analysis/formula.ts'
import { runs } from '../../support/runs.ts'
import { text } from './soundPathway.ts'

const document = documentSchema.parse({
  id: 'polku',
  title: text('Polku'),
  initial: 'alku',
  states: { alku: { type: 'final' } },
  facts: {
    n: { type: 'number', min: -2, max: 5, label: text('n') },
    k: { type: 'number', integer: true, min: 0, max: 4, label: text('k') },
    free: { type: 'number', label: text('free') },
    yes: { type: 'boolean', label: text('yes') },
    c: { type: 'choice', options: ['a', 'b', 'c'].map((code) => ({ code, label: text(code) })), label: text('c') },
    t: { type: 'text', label: text('t') },
    day: { type: 'date', label: text('day') },
    later: { type: 'date', label: text('later') },
  },
  parameters: { limit: { type: 'number', default: 3, label: text('limit'), origin: 'ours' } },
})

const number = fc.integer({ min: -3, max: 6 }).map((value) => (value % 2 === 0 ? String(value) : String(value / 2)))
const named = fc.constantFrom('n', 'k', 'free', 'daysInState')
const relation = fc.constantFrom('<', '<=', '>', '>=', '=', '!=')
const atom = fc.oneof(
  fc.tuple(named, relation, fc.oneof(number, fc.constant('limit'))).map((parts) => parts.join(' ')),
  fc.tuple(number, relation, named).map((parts) => parts.join(' ')),
  fc.tuple(named, number, number).map(([name, a, b]) => `${name} between ${a} and ${b}`),
  fc
    .tuple(named, fc.constantFrom('[', '(', ']'), number, number, fc.constantFrom(']', ')', '['))
    .filter(([, , a, b]) => Number(a) <= Number(b))
    .map(([name, open, a, b, close]) => `${name} in ${open}${a}..${b}${close}`),
  fc.tuple(named, number, number).map(([name, a, b]) => `${name} in (<${a}, ${b})`),
  fc.constantFrom(
    'yes',
    'yes = false',
    'not(yes)',
    'true',
    'c = "a"',
    'c != "b"',
    'c in ("a", "b")',
    't = "x"',
    '"y" != t',
  ),
  fc
    .tuple(
      fc.constantFrom('day', 'later'),
      relation,
      fc.constantFrom('date("2026-01-01")', '@"2025-05-05"', 'later', 'day'),
    )
    .map((parts) => parts.join(' ')),
  fc.tuple(named, relation, named).map((parts) => parts.join(' ')),
  fc
    .tuple(named, fc.constantFrom('* 2', '- 1.5', '/ 4', '* -0.5 + 1', '* (limit + 1)'), relation, number)
    .map((parts) => parts.join(' ')),
  fc.constantFrom('n + 1 > k', 'n * k > 3', 'day < today()', 'string length(t) > 2'),
)
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc
      .tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('expression').map((one) => `not(${one})`),
  ),
}))

const half = fc.integer({ min: -4, max: 10 }).map((value) => value / 2)
const day = fc.constantFrom('2025-05-04', '2025-05-05', '2025-12-31', '2026-01-01', '2026-06-06')
const values = fc.record(
  {
    n: half,
    k: fc.integer({ min: 0, max: 4 }),
    free: half,
    yes: fc.boolean(),
    c: fc.constantFrom('a', 'b', 'c'),
    t: fc.constantFrom('x', 'y', 'zzz'),
    day,
    later: day,
    daysInState: fc.nat(7),
    limit: fc.constant(3),
  },
  { requiredKeys: ['limit'] },
)

function logicOf(when: string) {
  const logic = criteriaLogic({ ...document, criteria: { it: { label: text('it'), when } } }, { limit: 3 })
  const criterion = logic.criteria.get('it')
  if (!criterion?.expression) throw new Error(`${when}: ${criterion?.fault?.message}`)
  return { logic, formula: criterion.formula, expression: criterion.expression }
}

describe('reasoning about criteria, held against FEEL', () => {
  it('agrees with the evaluator wherever it decides', () => {
    let decided = 0
    fc.assert(
      fc.property(expression, values, (when, given) => {
        const { formula, expression } = logicOf(when)
        const known = new Map(Object.entries(given))
        const reasoned = truthOf(formula, known)
        if (reasoned === 'unknown') return
        decided++
        const { value } = expression.evaluate({ get: (name) => known.get(name), now: 0, zone: 'Europe/Helsinki' })
        expect(value).toBe(reasoned)
      }),
      runs(1000),
    )
    expect(decided).toBeGreaterThan(300)
  })

  it('is right whenever it proves that a criterion is never true, or never false', () => {
    let proved = 0
    fc.assert(
      fc.property(expression, fc.array(values, { minLength: 20, maxLength: 20 }), (when, tries) => {
        const { logic, formula, expression } = logicOf(when)
        const [never, always] = [logic.isNeverTrue(formula), logic.isNeverFalse(formula)]
        if (!never && !always) return
        proved++
        for (const given of tries) {
          const known = new Map(Object.entries(given))
          const { value } = expression.evaluate({ get: (name) => known.get(name), now: 0, zone: 'Europe/Helsinki' })
          if (never) expect(value).not.toBe(true)
          if (always) expect(value).not.toBe(false)
        }
      }),
      runs(1500),
    )
    expect(proved).toBeGreaterThan(80)
  })

  it('gives as witness values that do make the criterion true', () => {
    fc.assert(
      fc.property(expression, (when) => {
        const { logic, formula, expression } = logicOf(when)
        const witness = logic.witness(formula)
        if (!witness) return
        const get = (name: string) => (name === 'limit' ? 3 : witness.get(name))
        expect(expression.evaluate({ get, now: 0, zone: 'Europe/Helsinki' }).value).toBe(true)
      }),
      runs(400),
    )
  })

  it.each([
    ['n > 5', true, false],
    ['n >= 5', false, false],
    ['n <= 5', false, true],
    ['n >= -2', false, true],
    ['k > 2 and k < 3', true, false],
    ['n > 2 and n < 3', false, false],
    ['k > 4', true, false],
    ['free > 1000 or free <= 1000', false, true],
    ['n >= limit and n < 3', true, false],
    ['yes and not(yes)', true, false],
    ['yes or not(yes)', false, true],
    ['c = "d"', true, false],
    ['c in ("a", "b", "c")', false, true],
    ['c != "a" and c != "b" and c != "c"', true, false],
    ['t = "x" and t = "y"', true, false],
    ['daysInState >= 0', false, true],
    ['daysInState < 0', true, false],
    ['n > k', false, false],
    ['day < date("2026-01-01") and n > 5', true, false],
    ['day < date("2026-01-01") and day > @"2025-12-31"', true, false],
    ['day < date("2026-01-01") and day > @"2025-12-30"', false, false],
    ['day <= @"2025-12-31" or day >= @"2026-01-01"', false, true],
    ['day < later and later < day', true, false],
    ['day < later and later < @"2026-01-01" and day > @"2025-12-30"', true, false],
    ['day < later and later < @"2026-01-01" and day > @"2025-12-29"', false, false],
    ['n > k and k > n', true, false],
    ['n > k and k >= 4 and n < 5', false, false],
    ['n > k and k > 4', true, false],
    ['k > n and n > 3 and k <= 3.5', true, false],
    ['n > k or k > n or n = k', false, true],
    ['n > n', true, false],
    ['n * 2 > 10', true, false],
    ['n * 2 >= 10', false, false],
    ['-n > 2', true, false],
    ['(n + 1) / 2 <= limit', false, true],
    ['k * 2 = 3', true, false],
    ['n + k > 9', false, false],
    ['n * n < 0', false, false],
    ['n in (<1, >1, 1)', false, true],
  ])('%s: never true %s, never false %s', (when, never, always) => {
    const { logic, formula } = logicOf(when)
    expect([logic.isNeverTrue(formula), logic.isNeverFalse(formula)]).toEqual([never, always])
  })
})
