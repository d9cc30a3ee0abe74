import type { Finding } from '../finding.ts'
import { quoted, warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** What says who sends a transition, and that nobody needs to, fit together. */
export const automaticMismatch: Rule = (context) =>
  context.transitions.flatMap((transition) => check(transition, context))

function check({ kind, event, definition, path, source }: PlacedTransition, { states }: VerifyContext): Finding[] {
  const found: Finding[] = []
  if (kind !== 'after' && definition.whenSuspended !== undefined) {
    const message = `${stateName(source)} says what a suspension does to ${quoted(event)}, but no time drives it`
    const hint = 'Leave out "whenSuspended": it belongs to "after", follow-ups and tasks'
    found.push(warning('automatic-mismatch', [...path, 'whenSuspended'], message, hint))
  }
  if (!definition.automatic) return found
  const isSentByItself = [...states.values()].some(
    ({ definition: { followUps, modules } }) =>
      Object.values(followUps ?? {}).some((followUp) => followUp.event === event) ||
      Object.values(modules ?? {}).some(({ outputs }) => Object.values(outputs ?? {}).includes(event)),
  )
  if (kind === 'on' && !isSentByItself) {
    const message = `${stateName(source)} marks ${quoted(event)} automatic, but only people send it`
    const hint = 'Leave out "automatic", or let a follow-up or a module send the event'
    found.push(warning('automatic-mismatch', [...path, 'automatic'], message, hint))
  }
  if (kind === 'on') return found
  for (const key of ['by', 'reasonRequired'] as const) {
    if (definition[key] === undefined || definition[key] === false) continue
    const message = `${stateName(source)} has an automatic transition with ${quoted(key)}, but nobody is asked`
    const hint = `Leave out ${quoted(key)}, or "automatic" so that a person decides`
    found.push(warning('automatic-mismatch', [...path, key], message, hint))
  }
  return found
}
