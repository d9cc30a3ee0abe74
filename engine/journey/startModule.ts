import { own } from '../pathway/own.ts'
import type { Parameters, ParameterValue } from '../pathway/parameters.ts'
import type { ModuleDefinition } from '../pathway/states.ts'
import { change, type Step } from './step.ts'

/**
 * Modules: pathways that run as children. Parent and child never touch each other's rows: each step leaves a message,
 * and the worker makes it a step of the other journey, under that one's own lock.
 */

/** What a parent asks for: the child is started when the message is dealt with. */
export interface ModuleStart {
  child: string
  module: string
  pathway: string
  version: number
  inputs: Record<string, ParameterValue>
  /** when the parent's step happened, epoch milliseconds */
  occurredAt: number
  responsible: { user: string; team: string | null }
}

/** Starts a module of a state (or one that a person has chosen): the parent remembers it, a message makes it happen. */
export function startModule(step: Step, name: string, definition: ModuleDefinition, visit: number | null): string {
  const child = `${step.journey}-${step.state.counters.child + 1}`
  const { pathway, version = 1 } = definition
  change(step, { change: 'moduleStarted', child: { journey: child, module: name, pathway, version, visit } })
  const inputs = inputsOf(definition, step.pathway.parameters)
  const { responsible } = step.state
  const payload: ModuleStart = {
    child,
    module: name,
    pathway,
    version,
    inputs,
    occurredAt: step.occurredAt,
    responsible,
  }
  step.messages.push({ topic: 'module.start', payload: { ...payload } })
  return child
}

/** Starts what a state's entry, or an event taken in it, calls for. */
export function startModulesOf(step: Step, state: string, event?: string): void {
  const visit = step.state.visits.find((one) => one.state === state)
  if (!visit) return
  for (const [name, definition] of Object.entries(step.pathway.states.get(state)?.definition.modules ?? {})) {
    const { start = 'entry' } = definition
    const isCalledFor = event === undefined ? start === 'entry' : typeof start === 'object' && start.event === event
    const isRunning = step.state.children.some((one) => one.module === name && one.visit === visit.id)
    if (isCalledFor && !isRunning) startModule(step, name, definition, visit.id)
  }
}

/** Ends the modules of a visit that is over, or leaves them running, as the document says. */
export function leaveModules(step: Step, visit: number, state: string): void {
  const definitions = step.pathway.states.get(state)?.definition.modules
  for (const child of step.state.children.filter((one) => one.visit === visit)) {
    if (own(definitions, child.module)?.whenLeft === 'leave') {
      change(step, { change: 'moduleLeft', journey: child.journey })
      // a journey may end while it is held; what runs on by itself is held by nobody
      for (const { id } of step.state.suspensions) {
        step.messages.push({ topic: 'module.resume', payload: { child: child.journey, suspension: id } })
      }
      continue
    }
    change(step, { change: 'moduleEnded', journey: child.journey })
    step.messages.push({ topic: 'module.end', payload: { child: child.journey } })
  }
}

/** Tells the modules that belong to a state; those left running go their own way. */
export function tellModules(step: Step, topic: string, payload: Record<string, unknown>): void {
  for (const { journey, visit } of step.state.children) {
    if (visit !== null) step.messages.push({ topic, payload: { child: journey, ...payload } })
  }
}

function inputsOf({ inputs = {} }: ModuleDefinition, parameters: Parameters): Record<string, ParameterValue> {
  const given: Record<string, ParameterValue> = {}
  for (const [name, value] of Object.entries(inputs)) {
    const isReference = typeof value === 'object' && 'parameter' in value
    const resolved = isReference ? own(parameters, value.parameter) : value
    if (resolved !== undefined) given[name] = resolved
  }
  return given
}
