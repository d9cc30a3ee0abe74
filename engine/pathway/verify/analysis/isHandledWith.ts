import type { VerifyContext } from '../verifyContext.ts'
import { ancestorsOf, isWithin } from './stateGraph.ts'

/** Whether an event is handled while a state lasts: in it, inside it, around it, or in a region beside it. */
export function isHandledWith(path: string, event: string, { states, transitions }: VerifyContext): boolean {
  const around = [path, ...ancestorsOf(path, states)]
  return transitions.some(({ kind, event: handled, source }) => {
    if (kind !== 'on' || (handled !== event && handled !== '*')) return false
    if (around.includes(source) || isWithin(source, path)) return true
    const shared = [source, ...ancestorsOf(source, states)].find((one) => around.includes(one))
    return shared !== undefined && states.get(shared)?.type === 'parallel'
  })
}
