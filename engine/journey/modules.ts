import { own } from '../pathway/own.ts'
import { handOver } from './leave.ts'
import type { Refusal } from './refusal.ts'
import { sendUnasked, settle } from './settle.ts'
import { startModule } from './startModule.ts'
import type { Child, Responsible } from './state.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'

/** A child has ended: its output, if the document names one for that end, is sent here as by time: proposed unless automatic. */
export function moduleEnded(input: StepInput & { child: string; code: string }): Step | undefined {
  const child = input.state.children.find((one) => one.journey === input.child)
  if (!child) return undefined
  const step = beginStep(input)
  change(step, { change: 'moduleEnded', journey: child.journey, code: input.code })
  if (step.state.status === 'ended') return step
  const event = outputOf(step, child, input.code)
  settle(step, event === undefined ? [] : sendUnasked(step, event))
  return step
}

/** A module of a journey that was handed over goes along, unless somebody else answers for it already. */
export function followHandOver(input: StepInput & { from: string; to: Responsible }): Step | undefined {
  const { status, responsible } = input.state
  if (status === 'ended' || responsible.user !== input.from) return undefined
  const step = handOver(input)
  return 'refused' in step ? undefined : step
}

/** Starts a module that a person asks for: one that an active state declares, or any published pathway. */
export function startAdHoc(
  input: StepInput & { module?: string; pathwayVersion?: { pathway: string; version: number } },
): { step: Step; child: string } | Refusal {
  const { state, pathway } = input
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  if (state.suspensions.length > 0) return { refused: 'suspended', suspensions: state.suspensions }
  const step = beginStep(input)
  if (input.pathwayVersion) {
    const child = startModule(step, 'adHoc', input.pathwayVersion, null)
    settle(step)
    return { step, child }
  }
  const declared = state.visits.flatMap((visit) =>
    Object.entries(pathway.states.get(visit.state)?.definition.modules ?? {}).map(([name, definition]) => ({
      name,
      definition,
      visit,
    })),
  )
  const found = declared.find(({ name }) => name === input.module)
  if (!found)
    return { refused: 'no-such-module', module: input.module ?? '', modules: declared.map(({ name }) => name) }
  if (state.children.some((one) => one.module === found.name && one.visit === found.visit.id)) {
    return { refused: 'wrong-kind', why: `the module "${found.name}" is running already` }
  }
  const child = startModule(step, found.name, found.definition, found.visit.id)
  settle(step)
  return { step, child }
}

/** By the state that the module belongs to; another one may have a module of the same name. One left running has none. */
function outputOf(step: Step, child: Child, code: string): string | undefined {
  const visit = step.state.visits.find(({ id }) => id === child.visit)
  const outputs = own(step.pathway.states.get(visit?.state ?? '')?.definition.modules, child.module)?.outputs
  return own(outputs, code) ?? own(outputs, '*')
}
