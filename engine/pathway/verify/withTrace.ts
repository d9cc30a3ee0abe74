import type { Finding } from '../finding.ts'
import { statePath } from '../statePath.ts'
import type { JsonPath } from './analysis/report.ts'
import { traceThrough, traceTo } from './analysis/traceTo.ts'
import type { PlacedTransition, VerifyContext } from './verifyContext.ts'

/**
 * A finding with the events that lead a client to its place: into its state, or up to its transition and through it.
 * Findings that have a trace of their own, or lie elsewhere, stay as they are.
 */
export function withTrace(finding: Finding, isThrough: boolean, context: VerifyContext): Finding {
  if (finding.trace) return finding
  const transition = transitionAt(finding.path, context)
  const trace =
    transition && isThrough
      ? traceThrough(transition, context)
      : traceTo(transition?.source ?? stateAt(finding.path), context)
  return trace ? { ...finding, trace } : finding
}

/** The state that a place in the document belongs to. */
function stateAt(path: JsonPath): string {
  const keys: (string | number)[] = []
  for (let index = 0; path[index] === 'states' && index + 1 < path.length; index += 2) keys.push(path[index + 1] ?? '')
  return keys.join('.')
}

/** The transition that a place in the document belongs to. */
function transitionAt(path: JsonPath, { transitionsOf }: VerifyContext): PlacedTransition | undefined {
  return transitionsOf
    .get(stateAt(path))
    ?.find(
      ({ path: own }) => own.length > statePath(stateAt(path)).length && own.every((key, index) => key === path[index]),
    )
}
