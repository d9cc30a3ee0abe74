import { readStatement } from './readStatement.ts'
import type { ComparisonSign, Statement, Term } from './statement.ts'
import { writeLiteral } from './writeLiteral.ts'

/** A value that a form has a field for. A date is ISO 8601, or `today`. */
export type Literal = number | string | { date: string }

/** One line of a form: a fact, an operator, and what it is compared with. */
export type Condition =
  | { name: string; operator: ComparisonSign; value: Literal }
  | { name: string; operator: 'in'; values: readonly Literal[] }
  | { name: string; operator: 'between'; from: Literal; to: Literal }
  | { name: string; operator: 'isTrue' | 'isFalse' | 'isKnown' | 'isUnknown' }

/** Lines that must all hold, or any of which is enough. A group within has the other join, and no groups of its own. */
export interface Conditions {
  join: 'and' | 'or'
  conditions: readonly (Condition | { join: 'and' | 'or'; conditions: readonly Condition[] })[]
}

/**
 * An expression as the lines of a form; null when a form cannot hold it without loss. An empty one has no lines.
 *
 * @example toConditions('daysPerWeek >= 5 and inWork')
 * // { join: 'and', conditions: [{ name: 'daysPerWeek', operator: '>=', value: 5 }, { name: 'inWork', operator: 'isTrue' }] }
 */
export function toConditions(when: unknown): Conditions | null {
  if (when === undefined || when === '') return { join: 'and', conditions: [] }
  if (typeof when !== 'string') return null
  const statement = read(when)
  if (!statement) return null
  const { join, parts } = statement.kind === 'join' ? statement : { join: 'and' as const, parts: [statement] }
  const conditions = parts.map((part) => {
    if (part.kind !== 'join') return conditionOf(part)
    const inside = part.parts.map(conditionOf).filter((one) => one !== null)
    return inside.length === part.parts.length ? { join: part.join, conditions: inside } : null
  })
  const held = conditions.filter((one) => one !== null)
  return held.length === conditions.length ? { join, conditions: held } : null
}

function read(when: string): Statement | undefined {
  try {
    return readStatement(when)
  } catch {
    return undefined
  }
}

function conditionOf(statement: Statement): Condition | null {
  switch (statement.kind) {
    case 'comparison': {
      const [name, value] = [nameOf(statement.term), literalOf(statement.with)]
      return name === null || value === null ? null : { name, operator: statement.sign, value }
    }
    case 'range': {
      const { term, isInside, from: low, to: high } = statement
      const [name, from, to] = [nameOf(term), literalOf(low.term), literalOf(high.term)]
      const isWhole = isInside && low.isIncluded && high.isIncluded
      return isWhole && name !== null && from !== null && to !== null ? { name, operator: 'between', from, to } : null
    }
    case 'choice': {
      const name = nameOf(statement.term)
      const values = statement.of.map(literalOf).filter((one) => one !== null)
      const isWhole = statement.isAmong && values.length === statement.of.length
      return isWhole && name !== null ? { name, operator: 'in', values } : null
    }
    case 'truth': {
      const name = nameOf(statement.term)
      return name === null ? null : { name, operator: statement.value ? 'isTrue' : 'isFalse' }
    }
    case 'knowledge': {
      const name = nameOf(statement.term)
      return name === null ? null : { name, operator: statement.isKnown ? 'isKnown' : 'isUnknown' }
    }
    default:
      return null
  }
}

const nameOf = (term: Term): string | null => (term.kind === 'name' ? term.name : null)

function literalOf(term: Term): Literal | null {
  switch (term.kind) {
    case 'number':
      return Number.isFinite(term.value) ? term.value : null
    case 'text':
      return term.value
    case 'date':
      return { date: term.value }
    case 'clock':
      return term.reads === 'today' ? { date: 'today' } : null
    default:
      return null
  }
}

/** The expression that the lines of a form stand for; nothing for no lines. */
export function fromConditions({ join, conditions }: Conditions): string {
  const groups = conditions.map((one) => ('join' in one ? one : { join, conditions: [one] }))
  const held = groups.filter((group) => group.conditions.length > 0)
  return held
    .map((group) => {
      const isAlone = held.length === 1 && group.conditions.length === 1
      const inside = group.conditions.map((one) => (isAlone ? writeCondition(one) : writePart(one)))
      return inside.length > 1 && held.length > 1
        ? `(${inside.join(` ${group.join} `)})`
        : inside.join(` ${group.join} `)
    })
    .join(` ${join} `)
}

/** Beside another line `in` with one value needs brackets of its own: the grammar reads `x in ("a") or y` as `x in (("a") or y)`. */
function writePart(condition: Condition): string {
  return condition.operator === 'in' && condition.values.length === 1
    ? `(${writeCondition(condition)})`
    : writeCondition(condition)
}

function writeCondition(condition: Condition): string {
  const { name } = condition
  switch (condition.operator) {
    case 'in':
      return `${name} in (${condition.values.map(writeLiteral).join(', ')})`
    case 'between':
      return `${name} between ${writeLiteral(condition.from)} and ${writeLiteral(condition.to)}`
    case 'isTrue':
      return `${name} = true`
    case 'isFalse':
      return `${name} = false`
    case 'isKnown':
      return `${name} != null`
    case 'isUnknown':
      return `${name} = null`
    default:
      return `${name} ${condition.operator} ${writeLiteral(condition.value)}`
  }
}
