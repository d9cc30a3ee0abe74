import type { Run } from '../Run.ts'
import { calculate } from '../values/calculate.ts'
import { compareOrder, isAmong } from '../values/compareValues.ts'
import { type FeelValue, isList, typeOfValue } from '../values/FeelValue.ts'
import { formatFeelValue } from '../values/formatFeelValue.ts'
import { listSignatures, type Signature, signature } from './Signature.ts'

/**
 * Functions of lists (DMN 1.5, 10.3.4.4). An unknown element leaves the answer unknown unless the others decide it;
 * `count` counts it. The sum, mean, least and greatest of nothing are unknown.
 */
export const LIST_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  count: [signature(['list'], 'number', ([list]) => list.length)],
  sum: listSignatures('any', sum),
  mean: listSignatures('any', (list, run) => calculate('/', sum(list, run), list.length, run)),
  min: listSignatures('any', (list, run) => extreme(list, -1, run)),
  max: listSignatures('any', (list, run) => extreme(list, 1, run)),
  all: listSignatures('boolean', (list) => junction(list, false)),
  any: listSignatures('boolean', (list) => junction(list, true)),
  'list contains': [signature(['list', 'any'], 'boolean', ([list, element], run) => isAmong(element, list, run))],
  append: [{ parameters: ['list', 'any'], rest: 'any', result: 'list', call: append }],
  concatenate: [{ parameters: ['list'], rest: 'list', result: 'list', call: concatenate }],
  'distinct values': [signature(['list'], 'list', ([list]) => distinct(list))],
}

function sum(list: readonly FeelValue[], run: Run): FeelValue {
  const [first, ...others] = list
  if (typeof first !== 'number' && typeOfValue(first ?? null)?.endsWith('Duration') !== true) return null
  return others.reduce<FeelValue>((total, element) => calculate('+', total, element, run), first ?? null)
}

function extreme(list: readonly FeelValue[], direction: 1 | -1, run: Run): FeelValue {
  let best = list[0] ?? null
  if (typeof best === 'boolean' || (best !== null && isList(best))) return null
  for (const element of list) {
    const order = compareOrder(element, best, run)
    if (order === null) return null
    if (order * direction > 0) best = element
  }
  return best
}

function junction(list: readonly FeelValue[], decisive: boolean): boolean | null {
  if (list.includes(decisive)) return decisive
  return list.every((element) => element === !decisive) ? !decisive : null
}

function append([list, ...elements]: readonly FeelValue[]): FeelValue {
  return list !== undefined && list !== null && isList(list) ? [...list, ...elements] : null
}

function concatenate(lists: readonly FeelValue[]): FeelValue {
  const joined: FeelValue[] = []
  for (const list of lists) {
    if (list === null || !isList(list)) return null
    joined.push(...list)
  }
  return joined
}

function distinct(list: readonly FeelValue[]): FeelValue {
  const byText = new Map<string, FeelValue>()
  for (const element of list) {
    if (element === null || isList(element)) return null
    const key = `${typeOfValue(element)} ${formatFeelValue(element)}`
    if (!byText.has(key)) byText.set(key, element)
  }
  return [...byText.values()]
}
