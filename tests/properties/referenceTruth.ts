import { evaluate } from 'feelin'
import { Temporal } from 'temporal-polyfill'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { CompiledPathway } from '../../engine/pathway/compilePathway.ts'
import type { PathwayDocument } from '../../engine/pathway/document.ts'
import { HELSINKI, referenceDate, referenceLocalDate, referenceStartOfDay } from '../engine/calendar/reference.ts'
import { currentFacts, type KnownFact } from './watch.ts'

export type Truth = boolean | 'unknown'
type Value = string | number | boolean
type FactDefinition = NonNullable<PathwayDocument['facts']>[string]

/** Where a criterion is asked. */
export interface Asked {
  pathway: CompiledPathway
  state: JourneyState
  facts: readonly KnownFact[]
  now: number
}

/**
 * Promise 7, computed again by other means: another evaluator is asked about every value that what is missing may have.
 * If all say the same, that is the truth; else it is unknown. (After Kleene `a or not(a)` is unknown too; the generated
 * criteria ask of each name once.)
 */
export function referenceTruth(asked: Asked, source: string, when: string): Truth {
  const known = knownValues(asked, source)
  const names = namesIn(when)
  const text = `${when} ${JSON.stringify(names.map((name) => known.get(name) ?? null))}`
  const before = answers.get(text)
  if (before !== undefined) return before
  const found = new Set(completions(asked.pathway.document, names, known).map((one) => evaluate(when, one).value))
  const [only] = found
  const truth = found.size === 1 && typeof only === 'boolean' ? only : 'unknown'
  answers.set(text, truth)
  return truth
}

const answers = new Map<string, Truth>()

/** The names in an expression that have no value. */
export function lackingIn(asked: Asked, source: string, when: string): string[] {
  const known = knownValues(asked, source)
  return namesIn(when).filter((name) => !known.has(name))
}

/** The ids of the facts that an expression speaks of and that hold. */
export function factsIn({ pathway, facts, now }: Asked, when: string): ReadonlyMap<string, string> {
  const held = heldFacts(pathway, facts, now)
  return new Map(
    namesIn(when).flatMap((name) => [...(held.has(name) ? [[name, held.get(name)?.id ?? ''] as const] : [])]),
  )
}

/** Words of the generated criteria that are no names. */
const words = new Set(['and', 'or', 'not', 'in', 'between', 'true', 'false'])

function namesIn(when: string): string[] {
  const found = when.replaceAll(/"[^"]*"/g, '').match(/[a-z_]\w*/gi) ?? []
  return [...new Set(found)].filter((name) => !words.has(name))
}

function knownValues({ pathway, state, facts, now }: Asked, source: string): ReadonlyMap<string, Value> {
  const today = Temporal.PlainDate.from(referenceLocalDate(now, HELSINKI))
  const daysSince = (at: number) => today.since(referenceLocalDate(at, HELSINKI)).days
  const values = new Map<string, Value>([['daysInJourney', daysSince(state.startedAt)]])
  const visit = state.visits.find((one) => one.state === source)
  if (visit) values.set('daysInState', daysSince(visit.enteredAt))
  for (const task of Object.keys(pathway.document.taskDefinitions ?? {})) {
    values.set(`completed_${task}`, state.completed[task] ?? 0)
  }
  for (const [name, value] of Object.entries(pathway.parameters)) {
    if (typeof value !== 'object') values.set(name, value)
  }
  for (const [name, { value }] of heldFacts(pathway, facts, now)) values.set(name, value)
  return values
}

function heldFacts({ document }: CompiledPathway, facts: readonly KnownFact[], now: number) {
  const held = new Map<string, KnownFact>()
  for (const [name, fact] of currentFacts(facts)) {
    const declared = document.facts?.[name]
    if (declared && !isExpired(declared, fact, now)) held.set(name, fact)
  }
  return held
}

function isExpired({ shelfLife }: FactDefinition, { holdsFrom }: KnownFact, now: number): boolean {
  if (typeof shelfLife !== 'string') return false
  return (
    referenceStartOfDay(referenceDate(referenceLocalDate(holdsFrom, HELSINKI), shelfLife, 1, 'none'), HELSINKI) <= now
  )
}

/** Everything that the values could be, given those that are known. */
function completions(
  { facts }: PathwayDocument,
  names: readonly string[],
  known: ReadonlyMap<string, Value>,
): Record<string, Value>[] {
  let all: Record<string, Value>[] = [{}]
  for (const name of names) {
    const value = known.get(name)
    const possible = value === undefined ? possibleValues(facts?.[name]) : [value]
    all = all.flatMap((one) => possible.map((each) => ({ ...one, [name]: each })))
  }
  return all
}

function possibleValues(declared: FactDefinition | undefined): Value[] {
  if (declared?.type === 'boolean') return [true, false]
  if (declared?.type === 'choice') return declared.options.map(({ code }) => code)
  if (declared?.type !== 'number') throw new Error('the generated criteria ask for nothing else')
  const { min = 0, max = 10 } = declared
  return Array.from({ length: max - min + 1 }, (_, index) => min + index)
}
