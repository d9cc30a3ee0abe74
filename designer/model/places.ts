import { statePath } from '../../engine/pathway/statePath.ts'

/**
 * A place of a pathway document: what can be chosen on the canvas, in the outline and in the lists, and what a finding is
 * about. States are named by their path: the keys of their ancestors and their own, joined by dots; the pathway itself is
 * `''`.
 */
export type Place =
  | { kind: 'pathway' }
  | { kind: 'state'; state: string }
  | { kind: 'transition'; state: string; trigger: Trigger; event: string; index: number }
  | { kind: 'followUp' | 'module'; state: string; name: string }
  /** `openedIn`: in which of the states that open it the task was chosen; the task is the same in all of them */
  | { kind: 'task'; name: string; openedIn?: string }
  | { kind: 'criterion' | 'fact' | 'caseRole' | 'parameter' | 'exit' | 'suspension'; name: string }

/** What drives a transition: an event that somebody sends, time, facts, or that all inside its state has ended. */
export type Trigger = 'on' | 'after' | 'always' | 'onDone'

/** Whether a row is that of what is chosen: any of a task's that was chosen in none of its states. */
export const isShownBy = (row: Place, chosen: Place): boolean =>
  isSamePlace(row, chosen) && (openedIn(chosen) === undefined || openedIn(row) === openedIn(chosen))

/** Kinds of things that the document lists by name, and under which key. */
export const listed = {
  task: 'taskDefinitions',
  criterion: 'criteria',
  fact: 'facts',
  caseRole: 'caseRoles',
  parameter: 'parameters',
  exit: 'exits',
  suspension: 'suspensions',
} as const
export type ListedKind = keyof typeof listed

/** A place as one string, equal for equal places: for keys and addresses. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case 'pathway':
      return 'pathway'
    case 'state':
      return `state:${place.state}`
    case 'transition':
      return `transition:${place.state}:${place.trigger}:${place.event}:${place.index}`
    case 'followUp':
    case 'module':
      return `${place.kind}:${place.state}:${place.name}`
    default:
      return `${place.kind}:${place.name}`
  }
}

export const isSamePlace = (one: Place, other: Place): boolean => placeKey(one) === placeKey(other)

/** Whether a thing belongs to no state of the pathway but to all of it. */
export const isOfPathway = (place: Place): boolean => 'state' in place && place.state === ''

/** The state in which a task was chosen; undefined for all that was not chosen as a task of one state. */
export const openedIn = (place: Place): string | undefined => (place.kind === 'task' ? place.openedIn : undefined)

/** The keys and indices that lead to a place from the document's root. */
export function pathOf(place: Place): (string | number)[] {
  switch (place.kind) {
    case 'pathway':
      return []
    case 'state':
      return statePath(place.state)
    case 'transition': {
      const slot = place.trigger === 'on' || place.trigger === 'after' ? [place.trigger, place.event] : [place.trigger]
      return [...statePath(place.state), ...slot, place.index]
    }
    case 'followUp':
      return [...statePath(place.state), 'followUps', place.name]
    case 'module':
      return [...statePath(place.state), 'modules', place.name]
    default:
      return [listed[place.kind], place.name]
  }
}

/** The place that a path of the document leads to or lies within: where to show what was found there. */
export function placeAt(path: readonly (string | number)[]): Place {
  const [first, name] = path
  const kind = (Object.keys(listed) as ListedKind[]).find((one) => listed[one] === first)
  if (kind) return typeof name === 'string' ? { kind, name } : { kind: 'pathway' }
  let rest = path
  const keys: string[] = []
  while (rest[0] === 'states' && typeof rest[1] === 'string') {
    keys.push(rest[1])
    rest = rest.slice(2)
  }
  const state = keys.join('.')
  const [part, key, index] = rest
  if (part === 'followUps' && typeof key === 'string') return { kind: 'followUp', state, name: key }
  if (part === 'modules' && typeof key === 'string') return { kind: 'module', state, name: key }
  if ((part === 'on' || part === 'after') && typeof key === 'string') {
    return { kind: 'transition', state, trigger: part, event: key, index: typeof index === 'number' ? index : 0 }
  }
  if (part === 'always' || part === 'onDone') {
    return { kind: 'transition', state, trigger: part, event: part, index: typeof key === 'number' ? key : 0 }
  }
  return keys.length === 0 ? { kind: 'pathway' } : { kind: 'state', state }
}

/** The parent of a state; undefined for the pathway itself. */
export function parentOf(state: string): string | undefined {
  if (state === '') return undefined
  const at = state.lastIndexOf('.')
  return at < 0 ? '' : state.slice(0, at)
}

/** The path of a state inside another. */
export const childOf = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`)

/** The last key of a state's path. */
export const keyOf = (state: string): string => state.slice(state.lastIndexOf('.') + 1)

/** Whether a state is another, or lies inside it. */
export const isWithin = (state: string, outer: string): boolean =>
  outer === '' || state === outer || state.startsWith(`${outer}.`)

/** A state as a place; the pathway itself for `''`. */
export const stateOrPathway = (state: string): Place => (state === '' ? { kind: 'pathway' } : { kind: 'state', state })
