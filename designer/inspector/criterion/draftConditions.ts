import {
  type Condition,
  type Conditions,
  fromConditions,
  type Literal,
  toConditions,
} from '../../../engine/pathway/feel/conditions.ts'
import type { NamedType, NamedValue } from './namedValues.ts'

export type Operator = Condition['operator']

/** A condition that is being picked: it may lack what it compares with. */
export interface DraftCondition {
  id: number
  name: string
  operator: Operator
  values: readonly (Literal | undefined)[]
}

/** Conditions of which all must hold, or any. */
export interface DraftGroup {
  id: number
  join: 'and' | 'or'
  conditions: readonly (DraftCondition | DraftGroup)[]
}

let lastId = 0
/** Tells conditions apart while they are on the screen. */
const nextId = (): number => {
  lastId += 1
  return lastId
}

/** Whether nothing has been said yet: such a criterion holds for nobody. */
export const isUnwritten = (when: string): boolean => when.trim() === '' || when.trim() === 'null'

/** The conditions of an expression, to be picked at; undefined for one that says more than conditions can. */
export function draftOf(when: string): DraftGroup | undefined {
  if (isUnwritten(when)) return { id: nextId(), join: 'and', conditions: [] }
  const conditions = toConditions(when)
  return conditions === null ? undefined : groupOf(conditions)
}

const groupOf = ({ join, conditions }: Conditions): DraftGroup => ({
  id: nextId(),
  join,
  conditions: conditions.map((one) => ('join' in one ? groupOf(one) : conditionOf(one))),
})

function conditionOf(one: Condition): DraftCondition {
  const { name, operator } = one
  const values = 'values' in one ? one.values : 'from' in one ? [one.from, one.to] : 'value' in one ? [one.value] : []
  return { id: nextId(), name, operator, values }
}

/** The expression that conditions say; undefined while one of them lacks something. */
export function expressionOf(group: DraftGroup): string | undefined {
  const whole = wholeGroup(group)
  if (whole === undefined) return undefined
  return whole.conditions.length === 0 ? 'null' : fromConditions(whole)
}

function wholeGroup({ join, conditions }: DraftGroup): Conditions | undefined {
  const whole: Conditions['conditions'][number][] = []
  for (const one of conditions) {
    const made = 'join' in one ? innerGroup(one) : wholeCondition(one)
    if (made === undefined) return undefined
    whole.push(made)
  }
  return { join, conditions: whole }
}

/** A group inside another has conditions only, and says nothing without one. */
function innerGroup({ join, conditions }: DraftGroup): { join: 'and' | 'or'; conditions: Condition[] } | undefined {
  const whole = conditions.map((one) => ('join' in one ? undefined : wholeCondition(one)))
  const kept = whole.filter((one) => one !== undefined)
  return kept.length === 0 || kept.length < whole.length ? undefined : { join, conditions: kept }
}

function wholeCondition({ name, operator, values }: DraftCondition): Condition | undefined {
  const given = values.filter((one) => one !== undefined)
  const [first, second] = given
  switch (operator) {
    case 'isTrue':
    case 'isFalse':
    case 'isKnown':
    case 'isUnknown':
      return { name, operator }
    case 'in':
      return given.length > 0 ? { name, operator, values: given } : undefined
    case 'between':
      return first !== undefined && second !== undefined ? { name, operator, from: first, to: second } : undefined
    default:
      return first !== undefined ? { name, operator, value: first } : undefined
  }
}

/** Whether a condition lacks what it compares with. */
export const isLacking = (condition: DraftCondition): boolean => wholeCondition(condition) === undefined

/** How values of a kind can be compared. */
export const operatorsOf: Readonly<Record<NamedType, readonly Operator[]>> = {
  number: ['>=', '<=', '=', '!=', '>', '<', 'between', 'isKnown', 'isUnknown'],
  choice: ['=', '!=', 'in', 'isKnown', 'isUnknown'],
  date: ['>=', '<=', '=', '!=', '>', '<', 'between', 'isKnown', 'isUnknown'],
  boolean: ['isTrue', 'isFalse', 'isKnown', 'isUnknown'],
  text: ['=', '!=', 'isKnown', 'isUnknown'],
}

/** A condition about a value, as it begins. */
export function newCondition(
  { name, type, options }: Pick<NamedValue, 'name' | 'type' | 'options'>,
  id = nextId(),
): DraftCondition {
  const [operator = 'isKnown'] = operatorsOf[type]
  const [option] = options
  return { id, name, operator, values: type === 'choice' && option ? [option.value] : [] }
}

/** Conditions inside others, joined the other way. */
export const newGroup = (around: DraftGroup['join']): DraftGroup => ({
  id: nextId(),
  join: around === 'and' ? 'or' : 'and',
  conditions: [],
})

/** A condition with another comparison; the values stay as far as it takes them. */
export function withOperator(condition: DraftCondition, operator: Operator): DraftCondition {
  const most = { between: 2, in: condition.values.length, isTrue: 0, isFalse: 0, isKnown: 0, isUnknown: 0 }
  const takes = operator in most ? most[operator as keyof typeof most] : 1
  return { ...condition, operator, values: condition.values.slice(0, takes) }
}
