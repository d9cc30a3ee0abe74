import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'

/** Where states of one version are in another. */
export interface MovedTo {
  /** The state that has taken the place of one; undefined when there is none. */
  of(path: string): string | undefined
  /** Where whoever is in a state goes on: there, or where what is around it begins anew. */
  from(path: string): string | undefined
  /** The path that a state would have, whether there is one or not. */
  named(path: string): string
}

/** @param states by path, what has taken the place of a state and of all within it; what is not named keeps its path */
export function movedTo(to: CompiledPathway, states: Readonly<Record<string, string>>): MovedTo {
  const isState = (path: string): boolean => to.states.has(path) && to.states.get(path)?.type !== 'history'
  const nearest = (path: string): string | undefined => around(path).find((one) => own(states, one) !== undefined)
  const named = (path: string): string => {
    const mapped = nearest(path)
    return mapped === undefined ? path : `${own(states, mapped)}${path.slice(mapped.length)}`
  }
  const of = (path: string): string | undefined => (isState(named(path)) ? named(path) : undefined)
  return {
    named,
    of,
    from: (path) => {
      const mapped = nearest(path)
      const target = mapped === undefined ? undefined : own(states, mapped)
      return of(path) ?? (target !== undefined && isState(target) ? target : undefined)
    },
  }
}

/** A state and those around it, the innermost first; without the pathway itself, which has only one place. */
function around(path: string): string[] {
  const keys = path === '' ? [] : path.split('.')
  return keys.map((_, index) => keys.slice(0, keys.length - index).join('.'))
}
