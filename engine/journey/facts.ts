import { daysBetween, dueAfter, isDate, localDate } from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { FactDefinition } from '../pathway/declarations.ts'
import { completedValue } from '../pathway/declaredValues.ts'
import { own } from '../pathway/own.ts'
import type { JourneyState } from './state.ts'

/** A fact's value as it holds now. */
export interface FactValue {
  id: string
  value: string | number | boolean
  /** epoch milliseconds from which it holds */
  holdsFrom: number
}

/** The client's facts by name; those the pathway does not declare are simply not asked for. */
export type Facts = ReadonlyMap<string, FactValue>

/** A value that a criterion asked for, and the fact it came from (null for declared values and parameters). */
export interface NamedValue {
  value: string | number | boolean
  fact: string | null
}

/**
 * The value that a name has for a criterion on a transition out of `source`, or undefined when it is unknown:
 * missing, past its shelf life, or not of the declared type.
 */
export function knownValue(
  pathway: CompiledPathway,
  state: JourneyState,
  facts: Facts,
  now: number,
  source: string,
  name: string,
): NamedValue | undefined {
  const declared = own(pathway.document.facts, name)
  if (declared) {
    const fact = facts.get(name)
    if (!fact || !fits(declared, fact.value) || isExpired(pathway, declared, fact, now)) return undefined
    return { value: fact.value, fact: fact.id }
  }
  const parameter = own(pathway.parameters, name)
  if (parameter !== undefined && typeof parameter !== 'object') return { value: parameter, fact: null }
  if (name === 'daysInState') {
    const visit = state.visits.find((one) => one.state === source)
    return visit && { value: localDaysBetween(pathway, visit.enteredAt, now), fact: null }
  }
  if (name === 'daysInJourney') return { value: localDaysBetween(pathway, state.startedAt, now), fact: null }
  for (const task of Object.keys(pathway.document.taskDefinitions ?? {})) {
    if (completedValue(task) === name) return { value: state.completed[task] ?? 0, fact: null }
  }
  return undefined
}

/** Whether a recorded value has outlived its declared shelf life. */
export function isExpired(pathway: CompiledPathway, definition: FactDefinition, fact: FactValue, now: number): boolean {
  if (!definition.shelfLife) return false
  const { calendar } = pathway
  return dueAfter({ at: fact.holdsFrom }, pathway.duration(definition.shelfLife), { calendar }).at <= now
}

function localDaysBetween(pathway: CompiledPathway, from: number, to: number): number {
  const { zone } = pathway.calendar
  return daysBetween(localDate(from, zone), localDate(to, zone))
}

function fits(definition: FactDefinition, value: string | number | boolean): boolean {
  if (definition.type === 'number') return typeof value === 'number'
  if (definition.type === 'boolean') return typeof value === 'boolean'
  // another pathway, or version, may have meant something else by the same name
  return typeof value === 'string' && (definition.type !== 'date' || isDate(value))
}
