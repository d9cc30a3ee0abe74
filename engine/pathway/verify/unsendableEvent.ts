import type { Finding } from '../finding.ts'
import { error, listed, quoted, warning } from './analysis/report.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** Somebody may send every event, somewhere a journey can be. */
export const unsendableEvent: Rule = (context) => {
  const byEvent = new Map<string, PlacedTransition[]>()
  for (const one of context.transitions) {
    if (one.kind === 'on' && one.event !== '*') byEvent.set(one.event, [...(byEvent.get(one.event) ?? []), one])
  }
  return [...byEvent].flatMap(([event, handled]) => check(event, handled, context))
}

function check(event: string, handled: readonly PlacedTransition[], { document, graph }: VerifyContext): Finding[] {
  const path = handled[0]?.path ?? []
  const roles = handled.map(({ definition }) => definition.by)
  const isNobodys = roles.every((by) => by?.every((role) => !Object.hasOwn(document.caseRoles ?? {}, role)))
  if (isNobodys) {
    const message = `Nobody may send ${quoted(event)}: it is only for ${listed([...new Set(roles.flatMap((by) => by ?? []))])}, which the pathway does not have`
    return [error('unsendable-event', path, message, 'Add the case role to "caseRoles", or name one that exists')]
  }
  if (handled.some(({ source }) => graph.reachable.has(source))) return []
  const message = `The event ${quoted(event)} is handled only where no journey can be`
  return [warning('unsendable-event', path, message, 'Handle it in a state that can be reached, or leave it out')]
}
