import type { Override } from '../../engine/journey/decide.ts'
import type { Transition } from '../../engine/pathway/compilePathway.ts'
import { isReservedName } from '../../engine/pathway/names.ts'
import { type Asked, lackingIn, referenceTruth, type Truth } from './referenceTruth.ts'

/** What an event (or facts, or time) comes to, by the words of promise 7. */
export interface Choice {
  chosen: Transition[]
  unknown: Transition[]
  /** whether any transition was asked at all */
  isHandled: boolean
  /** the names without a value that the unknown ones hang on */
  lacks: string[]
}

/**
 * Promise 7: per region, innermost first, the first candidate that is not false decides. Told from each innermost active
 * state outwards; what is found further out gives way to what another region has found inside it.
 */
export function referenceChoice(asked: Asked, kind: Transition['kind'], event: string, override?: Override): Choice {
  const { pathway, state } = asked
  const active = state.status === 'active' ? state.visits.map((visit) => visit.state) : []
  const innermost = active.filter((path) => !active.some((other) => pathway.states.get(other)?.parent === path))
  const decided = new Map<Transition, Truth>()
  let isHandled = false
  for (const leaf of innermost) {
    for (let path: string | undefined = leaf; path !== undefined; path = pathway.states.get(path)?.parent) {
      const candidates = candidatesOf(asked, path, kind, event)
      if (candidates.length > 0) isHandled = true
      const found = candidates
        .map((one) => [one, truthOf(asked, one, override)] as const)
        .find(([, truth]) => truth !== false)
      if (!found) continue
      decided.set(...found)
      break
    }
  }
  const gaveWay = (one: Transition) =>
    [...decided.keys()].some((other) => other !== one && isInside(other.source, one.source))
  const left = [...decided].filter(([one]) => !gaveWay(one))
  const unknown = left.flatMap(([one, truth]) => (truth === 'unknown' ? [one] : []))
  return {
    chosen: left.flatMap(([one, truth]) => (truth === true ? [one] : [])),
    unknown,
    isHandled,
    lacks: [...new Set(unknown.flatMap((one) => lackingOf(asked, one)))].sort(),
  }
}

const isInside = (path: string, around: string) => path !== around && (around === '' || path.startsWith(`${around}.`))

/** Those that name the event come before those that take any. */
function candidatesOf({ pathway }: Asked, path: string, kind: Transition['kind'], event: string): Transition[] {
  if (kind === 'on' && isReservedName(event)) return []
  const all = [...pathway.transitions.values()].filter((one) => one.source === path && one.kind === kind)
  const named = all.filter((one) => one.event === event)
  return kind === 'on' && event !== '*' ? [...named, ...all.filter((one) => one.event === '*')] : named
}

/** All criteria of a transition together, after Kleene. */
function truthOf(asked: Asked, { id, source, criteria }: Transition, override: Override | undefined): Truth {
  const values = criteria.map(({ name, definition }) => {
    const isOverridden = override?.criterion === name && (override.transition ?? id) === id
    return isOverridden || referenceTruth(asked, source, definition.when)
  })
  if (values.includes(false)) return false
  return values.includes('unknown') ? 'unknown' : true
}

function lackingOf(asked: Asked, { source, criteria }: Transition): string[] {
  const hanging = criteria.filter(({ definition }) => referenceTruth(asked, source, definition.when) === 'unknown')
  return hanging.flatMap(({ definition }) => lackingIn(asked, source, definition.when))
}
