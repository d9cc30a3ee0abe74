import { expect, it } from 'vitest'
import { checkExpression } from '../../../designer/inspector/criterion/checkExpression.ts'
import { exampleOf } from '../../../designer/inspector/criterion/exampleOf.ts'
import { feelNames, type NamedValue } from '../../../designer/inspector/criterion/useValueNames.ts'

const value = (name: string, type: NamedValue['type'], options: NamedValue['options'] = []): NamedValue => ({
  name,
  label: name,
  group: 'Tiedot',
  type,
  options,
})

it('an example of an expression asks what the pathway knows, and holds as it stands', () => {
  const values = [
    value('alkoi', 'date'),
    value('tausta', 'choice', [{ value: 'nuori', label: 'Nuori' }]),
    value('tunteja', 'number'),
  ]
  const example = exampleOf(values)
  expect(example).toBe('tausta = "nuori" and tunteja >= 5')
  expect(checkExpression(example, feelNames(values))).not.toHaveProperty('wrong')
})
