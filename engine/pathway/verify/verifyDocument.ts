import { documentSchema, type PathwayDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import type { Parameters } from '../parameters.ts'
import { checkInput, documentLimits } from './analysis/inputLimits.ts'
import { error, quoted } from './analysis/report.ts'
import { schemaFindings } from './analysis/schemaFindings.ts'
import { doesNotCompile } from './doesNotCompile.ts'
import { rules } from './rules.ts'
import { verifyContext } from './verifyContext.ts'
import { withTrace } from './withTrace.ts'

/** What verification of an input gives: the document if it has the form of one, and everything that was found. */
export interface Verification {
  document?: PathwayDocument
  /** the values that its parameters have: those chosen, else its own */
  parameters?: Parameters
  findings: Finding[]
}

/** At most so many findings of one rule. */
const mostPerRule = 100

/**
 * Looks for everything that would make a pathway fail its clients, before any of them is on it. Never throws, whatever
 * the input. Errors come before warnings; without errors the document compiles and may be published.
 *
 * Rules about flow (reachability, ends, loops, coverage) are asked only when the statechart itself is whole, so that one
 * mistyped target does not bring a dozen consequences with it.
 *
 * @param options.parameters values chosen for the document's parameters, verified with it
 * @example
 * const { findings } = verifyDocument(JSON.parse(text))
 * const isPublishable = findings.every(({ severity }) => severity !== 'error')
 */
export function verifyDocument(input: unknown, options: { parameters?: Parameters } = {}): Verification {
  try {
    return verify(input, options.parameters ?? {})
  } catch (thrown) {
    const found = quoted(thrown instanceof Error ? thrown.message : thrown)
    const hint = 'Verification itself failed on this document: report it with the document'
    return { findings: [error('does-not-compile', [], `The document could not be verified: ${found}`, hint)] }
  }
}

function verify(input: unknown, chosen: Parameters): Verification {
  const unbearable = [...checkInput(input), ...checkInput(chosen)]
  if (unbearable.length > 0) return { findings: unbearable }
  if (typeof chosen !== 'object' || Array.isArray(chosen)) {
    const hint = 'Give an object with a value for each parameter that is not at its default'
    return { findings: [error('parameter-value', ['parameters'], `Found ${quoted(chosen)}`, hint)] }
  }
  const parsed = documentSchema.safeParse(input)
  if (!parsed.success) return { findings: schemaFindings(parsed.error.issues, input) }
  const document = parsed.data
  const context = verifyContext(document, chosen)
  const tooLarge = statesWithinLimits(context.states.values())
  if (tooLarge.length > 0) return { document, parameters: context.parameters, findings: tooLarge }

  const findings: Finding[] = []
  let isWhole = true
  for (const { rule, about, trace } of rules) {
    if (about === 'flow' && !isWhole) continue
    const found = rule(context).slice(0, mostPerRule)
    if (about === 'statechart' && found.some(({ severity }) => severity === 'error')) isWhole = false
    findings.push(...(trace && isWhole ? found.map((one) => withTrace(one, trace === 'through', context)) : found))
  }
  if (findings.every(({ severity }) => severity !== 'error')) findings.push(...doesNotCompile(context))
  const told = [...bySeverity(findings, 'error'), ...bySeverity(findings, 'warning')]
  return { document, parameters: context.parameters, findings: told }
}

const bySeverity = (findings: readonly Finding[], wanted: Finding['severity']): Finding[] =>
  findings.filter(({ severity }) => severity === wanted)

function statesWithinLimits(states: Iterable<{ depth: number }>): Finding[] {
  let count = 0
  let deepest = 0
  for (const { depth } of states) {
    count++
    deepest = Math.max(deepest, depth)
  }
  const hint = `At most ${documentLimits.states} states, nested at most ${documentLimits.depth} deep: split the pathway`
  if (count - 1 > documentLimits.states)
    return [error('too-large', ['states'], `The pathway has ${count - 1} states`, hint)]
  return deepest > documentLimits.depth
    ? [error('too-large', ['states'], `States are nested ${deepest} deep`, hint)]
    : []
}
