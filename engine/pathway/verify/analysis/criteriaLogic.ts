import { valueTypes } from '../../compileCriteria.ts'
import type { CriterionDefinition } from '../../declarations.ts'
import { completedValue, declaredValues } from '../../declaredValues.ts'
import type { PathwayDocument } from '../../document.ts'
import { type CompiledExpression, compileCriterion, FeelError, type FeelOptions } from '../../feel/index.ts'
import { parseSource } from '../../feel/syntax/parseSource.ts'
import { own } from '../../own.ts'
import type { Parameters } from '../../parameters.ts'
import { type Assignment, atomsOf, type Formula, type Scalar, type Test, truthOf } from './formula.ts'
import { type Meaning, readFormula } from './readFormula.ts'
import { type Domain, domainOf, representatives, rivalRepresentatives } from './representatives.ts'

/** A criterion as the rules see it. */
export interface AnalysedCriterion {
  name: string
  definition: CriterionDefinition
  /** undefined when the expression does not compile; then `fault` says why */
  expression: CompiledExpression | undefined
  fault: FeelError | undefined
  formula: Formula
}

/** Reasoning about criteria. Every answer that concludes something is proved; the rest is "not proved". */
export interface CriteriaLogic {
  criteria: ReadonlyMap<string, AnalysedCriterion>
  /** all of these together, as a transition asks them; unknown names are opaque */
  all(names: readonly string[] | undefined): Formula
  /** proved: no values of the facts make it true */
  isNeverTrue(formula: Formula): boolean
  /** proved: no values of the facts make it false */
  isNeverFalse(formula: Formula): boolean
  /** values that make it true, if some are found */
  witness(formula: Formula): Assignment | undefined
}

/** At most so many combinations of values are tried; a formula over more is not reasoned about. */
const mostCombinations = 20_000

/** Compiles and reads the criteria of a document. */
export function criteriaLogic(document: PathwayDocument, parameters: Parameters): CriteriaLogic {
  const names = valueTypes(document)
  const domains = domainsOf(document)
  const meaning = meaningOf(document, parameters, domains)
  const criteria = new Map<string, AnalysedCriterion>()
  for (const [name, definition] of Object.entries(document.criteria ?? {})) {
    const { expression, fault } = compiled(definition.when, names)
    const formula: Formula = expression
      ? readFormula(parseSource(definition.when, Object.keys(names)), meaning)
      : { kind: 'opaque' }
    criteria.set(name, { name, definition, expression, fault, formula })
  }
  const isActual = actuality(document, parameters)
  return {
    criteria,
    all: (wanted = []) => ({
      kind: 'and',
      parts: wanted.map((name) => criteria.get(name)?.formula ?? { kind: 'opaque' }),
    }),
    isNeverTrue: (formula) => everyCombination(formula, domains, (values) => truthOf(formula, values) === false),
    isNeverFalse: (formula) => everyCombination(formula, domains, (values) => truthOf(formula, values) === true),
    witness: (formula) => {
      let found: Assignment | undefined
      everyCombination(formula, domains, (values) => {
        if (truthOf(formula, values) !== true || !isActual(values)) return true
        found = new Map(values)
        return false
      })
      return found
    },
  }
}

function compiled(when: string, names: FeelOptions['names']): Pick<AnalysedCriterion, 'expression' | 'fault'> {
  try {
    return { expression: compileCriterion(when, { names }), fault: undefined }
  } catch (thrown) {
    if (thrown instanceof FeelError) return { expression: undefined, fault: thrown }
    throw thrown
  }
}

/** What names may be. Parameters that switch something on or off vary here: being set one way proves nothing amiss. */
function domainsOf(document: PathwayDocument): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>()
  for (const name of Object.keys(declaredValues)) domains.set(name, counted)
  for (const task of Object.keys(document.taskDefinitions ?? {})) domains.set(completedValue(task), counted)
  for (const [name, { type }] of Object.entries(document.parameters ?? {})) {
    if (type === 'boolean') domains.set(name, { type: 'oneOf', values: [true, false] })
    if (type === 'text') domains.set(name, { type: 'text' })
  }
  for (const [name, fact] of Object.entries(document.facts ?? {})) {
    domains.set(name, domainOf(fact))
  }
  return domains
}

const counted: Domain = { type: 'number', min: 0, integer: true }

function meaningOf(
  document: PathwayDocument,
  parameters: Parameters,
  domains: ReadonlyMap<string, Domain>,
): (name: string) => Meaning {
  return (name) => {
    const value = own(parameters, name)
    if (own(document.parameters, name)?.type === 'number') {
      return typeof value === 'number' ? { constant: value } : undefined
    }
    const domain = domains.get(name)
    if (!domain) return undefined
    if (domain.type !== 'oneOf') return { varies: domain.type }
    return { varies: typeof domain.values[0] === 'boolean' ? 'boolean' : 'text' }
  }
}

/** Whether values may occur as they are: parameters as they are set, and no more days in a state than in the journey. */
function actuality(document: PathwayDocument, parameters: Parameters): (values: Assignment) => boolean {
  return (values) => {
    for (const [name, value] of values) {
      if (own(document.parameters, name) && own(parameters, name) !== value) return false
    }
    const [inState, inJourney] = [values.get('daysInState'), values.get('daysInJourney')]
    return typeof inState !== 'number' || typeof inJourney !== 'number' || inState <= inJourney
  }
}

/** Whether the check holds for every combination of values; false too when there are too many to try. */
function everyCombination(
  formula: Formula,
  domains: ReadonlyMap<string, Domain>,
  holds: (values: Assignment) => boolean,
): boolean {
  const choices = choicesFor(formula, domains)
  let combinations = 1
  for (const [, values] of choices) combinations *= values.length
  if (combinations === 0 || combinations > mostCombinations) return false
  const values = new Map<string, Scalar>()
  const tryFrom = (index: number): boolean => {
    const choice = choices[index]
    if (!choice) return holds(values)
    return choice[1].every((value) => {
      values.set(choice[0], value)
      return tryFrom(index + 1)
    })
  }
  return tryFrom(0)
}

type Choice = readonly [name: string, values: readonly Scalar[]]

/** For each name that a formula asks about, the values to try. */
function choicesFor(formula: Formula, domains: ReadonlyMap<string, Domain>): Choice[] {
  const groups = new Map<string, Set<string>>()
  const tests = new Map<string, Test[]>()
  for (const atom of atomsOf(formula)) {
    const names = atom.kind === 'test' ? [atom.name] : atom.names
    const together = new Set(names.flatMap((name) => [name, ...(groups.get(name) ?? [])]))
    for (const name of together) groups.set(name, together)
    if (atom.kind === 'test') tests.set(atom.name, [...(tests.get(atom.name) ?? []), atom])
  }
  return [...new Set(groups.values())].flatMap((group): Choice[] => {
    const asked = [...group].flatMap((name) => tests.get(name) ?? [])
    const rivals = new Map<string, Extract<Domain, { type: 'number' | 'date' }>>()
    for (const name of group) {
      const domain = domains.get(name)
      if (group.size === 1) return [[name, domain ? representatives(domain, asked) : []]]
      if (domain?.type === 'number' || domain?.type === 'date') rivals.set(name, domain)
    }
    return [...rivalRepresentatives(rivals, asked)]
  })
}
