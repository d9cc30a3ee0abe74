import type { Finding } from '../finding.ts'
import type { ValueType } from '../values.ts'
import { error, type JsonPath, listed } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Every fact and form field has values that may be given, each under one code. */
export const impossibleValue: Rule = ({ document: { facts, taskDefinitions } }) => [
  ...Object.entries(facts ?? {}).flatMap(([name, fact]) => check(fact, ['facts', name])),
  ...Object.entries(taskDefinitions ?? {}).flatMap(([task, { form }]) =>
    (form ?? []).flatMap((field, index) =>
      'value' in field ? check(field.value, ['taskDefinitions', task, 'form', index, 'value']) : [],
    ),
  ),
]

function check(value: ValueType, path: JsonPath): Finding[] {
  if (value.type === 'choice') {
    const codes = value.options.map(({ code }) => code)
    const repeated = codes.filter((code, index) => codes.indexOf(code) !== index)
    if (repeated.length === 0) return []
    const message = `The options repeat the code ${listed(repeated)}`
    return [error('impossible-value', [...path, 'options'], message, 'Give each option a code of its own')]
  }
  if (value.type !== 'number') return []
  const { min = -Infinity, max = Infinity, integer } = value
  const isEmpty = integer ? Math.ceil(min) > Math.floor(max) : min > max
  if (!isEmpty) return []
  const what = integer ? 'whole number' : 'number'
  return [error('impossible-value', path, `No ${what} is from ${min} to ${max}`, 'Set min below max')]
}
