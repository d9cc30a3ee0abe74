import { evaluate } from 'feelin'
import { compileExpression } from '../engine/pathway/feel/index.ts'
import { inTurn, type Row, rate } from './measure.ts'

/** Row 6: one criterion of two comparisons, against feelin on the same. */
export async function criterion(): Promise<Row[]> {
  const source = 'daysPerWeek >= 5 and hoursPerDay >= 6'
  const values: Record<string, number> = { daysPerWeek: 5, hoursPerDay: 6 }
  const compiled = compileExpression(source, { names: { daysPerWeek: 'number', hoursPerDay: 'number' } })
  const scope = { get: (name: string) => values[name], now: 0, zone: 'Europe/Helsinki' }
  let held = 0
  const { ours, baseline, ratio } = await inTurn(
    7,
    () =>
      rate(200_000, () => {
        for (let n = 0; n < 200_000; n++) if (compiled.evaluate(scope).value === true) held++
      }),
    () =>
      rate(5_000, () => {
        for (let n = 0; n < 5_000; n++) if (evaluate(source, values).value === true) held++
      }),
  )
  if (held !== 7 * 205_000) throw new Error('the criterion did not hold every time')
  return [
    {
      name: 'criterion',
      what: 'one criterion of two comparisons',
      unit: 'evaluations/s',
      ours,
      baseline,
      baselineIs: 'feelin on the same',
      ratio,
      limit: { of: 'ratio', is: 'atLeast', value: 10 },
      beside: {},
    },
  ]
}
