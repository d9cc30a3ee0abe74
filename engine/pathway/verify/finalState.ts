import type { Finding } from '../finding.ts'
import type { StateNode } from '../stateTree.ts'
import { error, warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** A final state leads nowhere; one directly under the pathway says how the journey ended, and promises nothing more. */
export const finalState: Rule = (context) => [...context.states.values()].flatMap((state) => check(state, context))

function check({ type, definition, path, parent }: StateNode, { placeOf }: VerifyContext): Finding[] {
  const place = placeOf(path)
  const isEnd = type === 'final' && parent === ''
  const found: Finding[] = []
  if (definition.end !== undefined && !isEnd) {
    const hint = 'Move "end" to a final state directly under the pathway'
    found.push(
      error(
        'final-state',
        [...place, 'end'],
        `${stateName(path)} does not end the pathway, but says how it ended`,
        hint,
      ),
    )
  }
  if (type !== 'final') return found
  for (const key of ['on', 'always', 'after'] as const) {
    if (definition[key] === undefined) continue
    const hint = 'A final state has no way out: leave out the transitions, or the type'
    found.push(error('final-state', [...place, key], `${stateName(path)} is final, but has "${key}"`, hint))
  }
  if (!isEnd) return found
  if (definition.end === undefined) {
    const hint = 'Add "end" with a code, a label and an outcome, so that reports can count it'
    found.push(warning('final-state', place, `${stateName(path)} ends the journey without saying how`, hint))
  }
  const endsWithIt = Object.values(definition.modules ?? {}).some(({ whenLeft }) => whenLeft !== 'leave')
  for (const key of ['tasks', 'followUps', 'modules'] as const) {
    if (definition[key] === undefined || (key === 'modules' && !endsWithIt)) continue
    const hint = 'Move it to a last state before the end'
    found.push(
      warning(
        'final-state',
        [...place, key],
        `${stateName(path)} ends the journey, so its "${key}" come too late`,
        hint,
      ),
    )
  }
  return found
}
