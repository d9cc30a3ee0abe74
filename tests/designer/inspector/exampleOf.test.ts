import { expect, it } from 'vitest'
import { checkExpression } from '../../../designer/inspector/criterion/checkExpression.ts'
import { exampleOf } from '../../../designer/inspector/criterion/exampleOf.ts'

it('an example of an expression asks what the pathway knows, and holds as it stands', () => {
  const example = exampleOf([
    { name: 'alkoi', type: 'date', options: [] },
    { name: 'tausta', type: 'choice', options: [{ value: 'nuori' }] },
    { name: 'tunteja', type: 'number', options: [] },
  ])
  expect(example).toBe('tausta = "nuori" and tunteja >= 5')
  expect(checkExpression(example, { tausta: 'text', tunteja: 'number' })).not.toHaveProperty('wrong')
})
