import type { Finding } from '../finding.ts'
import type { ModuleDefinition } from '../states.ts'
import type { StateNode } from '../stateTree.ts'
import { isHandledWith } from './analysis/isHandledWith.ts'
import { error, type JsonPath, quoted } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** A module begins and ends by events that somebody handles, and is not the pathway itself. */
export const moduleShape: Rule = (context) =>
  [...context.states.values()].flatMap((state) =>
    Object.entries(state.definition.modules ?? {}).flatMap(([name, module]) => {
      const path = [...context.placeOf(state.path), 'modules', name]
      return [...checkStart(name, module, path, state, context), ...checkOutputs(name, module, path, state, context)]
    }),
  )

function checkStart(
  name: string,
  { pathway, start = 'entry' }: ModuleDefinition,
  path: JsonPath,
  state: StateNode,
  context: VerifyContext,
): Finding[] {
  const found: Finding[] = []
  if (pathway === context.document.id && start !== 'adHoc') {
    const message = `The module ${quoted(name)} is this pathway itself, so every journey would start another without end`
    found.push(
      error('module-shape', [...path, 'pathway'], message, 'Name another pathway, or let a person start it: "adHoc"'),
    )
  }
  if (typeof start === 'object' && !isHandledWith(state.path, start.event, context)) {
    const message = `The module ${quoted(name)} starts by ${quoted(start.event)}, which nothing handles in its state`
    found.push(
      error('module-shape', [...path, 'start', 'event'], message, 'Handle the event there, or start it on "entry"'),
    )
  }
  return found
}

/** What a module sends must be handled while its state lasts: one that is left running sends nothing any more. */
function checkOutputs(
  name: string,
  { outputs }: ModuleDefinition,
  path: JsonPath,
  state: StateNode,
  context: VerifyContext,
): Finding[] {
  return Object.entries(outputs ?? {}).flatMap(([end, event]) => {
    if (isHandledWith(state.path, event, context)) return []
    const message = `The module ${quoted(name)} sends ${quoted(event)} when it ends, which nothing handles then`
    return [
      error(
        'module-shape',
        [...path, 'outputs', end],
        message,
        'Handle the event in the state of the module, inside it or around it, or leave it out',
      ),
    ]
  })
}
