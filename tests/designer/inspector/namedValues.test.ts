import { describe, expect, it } from 'vitest'
import { checkExpression } from '../../../designer/inspector/criterion/checkExpression.ts'
import { feelNames, type Known, namedValues, scopeOf } from '../../../designer/inspector/criterion/namedValues.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'

const values = namedValues(
  asDraftDocument({
    id: 'tuki',
    title: { fi: 'Tuki' },
    facts: { tulot: { type: 'number', unit: 'eur', label: { fi: 'Tulot' } } },
    parameters: {
      raja: { type: 'number', default: 1200, unit: 'd/week', label: { fi: 'Tuloraja' } },
      kesken: { type: 'number', label: { fi: 'Kesken' } },
    },
    taskDefinitions: { arvio: { label: { fi: 'Arvio' } } },
    states: {},
  }),
  'fi',
  (text) => text,
)

/** What a rule says of an example client. */
function said(when: string, known: Record<string, Known> = {}) {
  const checked = checkExpression(when, feelNames(values))
  if ('wrong' in checked) throw new Error(checked.wrong)
  const { value, lacks } = checked.expression.evaluate(scopeOf(values, known, Date.UTC(2026, 4, 4)))
  return { value, lacks }
}

describe('what a criterion says of an example client', () => {
  it('compares with a setting at its own value, until another is tried', () => {
    expect(said('tulot < raja', { tulot: 800 })).toEqual({ value: true, lacks: [] })
    expect(said('tulot < raja', { tulot: 800, raja: 500 })).toEqual({ value: false, lacks: [] })
    expect(said('tulot < raja')).toEqual({ value: 'unknown', lacks: ['tulot'] })
    expect(said('tulot < kesken', { tulot: 800 })).toEqual({ value: 'unknown', lacks: ['kesken'] })
  })

  it('begins where nothing has been counted', () => {
    expect(said('daysInState < 30 and completed_arvio < 1')).toEqual({ value: true, lacks: [] })
    expect(said('completed_arvio >= 2', { completed_arvio: 2 })).toEqual({ value: true, lacks: [] })
  })

  it('names the unit of a setting', () => {
    expect(values.find(({ name }) => name === 'raja')).toMatchObject({ unit: 'pv/vko' })
  })
})
