import { isZero } from '../calendar/index.ts'
import type { PathwayDocument } from '../document.ts'
import { own } from '../own.ts'
import type { Parameters } from '../parameters.ts'
import type { ModuleDefinition } from '../states.ts'
import { durationsOf, readDuration } from './analysis/durations.ts'
import { quoted } from './analysis/report.ts'
import { acceptedInstead } from './parameterValue.ts'
import { verifyContext } from './verifyContext.ts'

/** What a module is given that it could not run with. */
export interface RefusedInput {
  input: string
  /** what is given: a value, or a parameter and its value */
  found: string
  accepted: string
}

/** A document with the values that its parameters have. */
export interface WithParameters {
  document: PathwayDocument
  parameters: Parameters
}

/**
 * Inputs of a module that are not of the type and range that the module's own parameters say, or that make something in
 * it repeat without pause. Inputs and parameters that do not exist are for others to tell.
 */
export function refusedInputs(
  parent: WithParameters,
  inputs: NonNullable<ModuleDefinition['inputs']>,
  child: WithParameters,
): RefusedInput[] {
  const refused: RefusedInput[] = []
  const given: Record<string, Parameters[string]> = {}
  for (const [input, value] of Object.entries(inputs)) {
    const wanted = own(child.document.parameters, input)
    const name = typeof value === 'object' && 'parameter' in value ? value.parameter : undefined
    const declared = name === undefined ? undefined : own(parent.document.parameters, name)
    const said = name === undefined ? value : own(parent.parameters, name)
    if (!wanted || said === undefined || (name !== undefined && !declared)) continue
    const what = name === undefined ? '' : `the parameter ${quoted(name)}, which is a ${declared?.type}, now `
    const accepted = acceptedInstead(wanted, said)
    if (accepted === undefined && (declared?.type ?? wanted.type) === wanted.type) given[input] = said
    else refused.push({ input, found: `${what}${quoted(said)}`, accepted: accepted ?? `a ${wanted.type}` })
  }
  const running = verifyContext(child.document, { ...child.parameters, ...given })
  for (const { reference, mustBePositive } of durationsOf(running)) {
    if (!mustBePositive || typeof reference !== 'object' || !('parameter' in reference)) continue
    const { parameter: input } = reference
    const duration = own(given, input) === undefined ? undefined : readDuration(reference, running.parameters)
    if (!duration || !isZero(duration) || refused.some((one) => one.input === input)) continue
    refused.push({ input, found: 'no time at all', accepted: 'at least a day (P1D), as something repeats after it' })
  }
  return refused
}
