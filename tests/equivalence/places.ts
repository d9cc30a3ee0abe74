import type { MachinePlan, StatePlan, TargetPlan } from './machinePlan.ts'

/** A state in the document's order. */
export interface Place {
  path: string
  parent: string
  kind: StatePlan['kind'] | 'history'
  plan: StatePlan | undefined
  /** the first place after it and all inside it */
  end: number
}

/** Every state of a planned machine but the pathway itself, in the document's order. */
export function placesOf({ states }: MachinePlan): Place[] {
  const places: Place[] = []
  const list = (plans: readonly StatePlan[], parent: string) => {
    for (const [index, plan] of plans.entries()) {
      const path = join(parent, keyOf(plan, index))
      const place: Place = { path, parent, kind: plan.kind, plan, end: 0 }
      places.push(place)
      list(plan.children, path)
      if (hasHistory(plan))
        places.push({ path: `${path}.past`, parent: path, kind: 'history', plan: undefined, end: places.length + 1 })
      place.end = places.length
    }
  }
  list(states, '')
  return places
}

export const keyOf = ({ letter }: StatePlan, index: number): string => `${letter}${index}`
export const join = (parent: string, key: string): string => (parent === '' ? key : `${parent}.${key}`)
export const hasHistory = ({ kind, history }: StatePlan): boolean =>
  (kind === 'compound' || kind === 'parallel') && history !== 'none'

const isWithin = (path: string, ancestor: string): boolean => ancestor === '' || path.startsWith(`${ancestor}.`)

/** Places that a transition of a state may lead to, by the kind of target; several together for `regions`. */
export function choicesFor(target: TargetPlan, source: string, places: readonly Place[]): Place[][] {
  const one = (found: Place[]) => found.map((place) => [place])
  const parent = places.find(({ path }) => path === source)?.parent
  switch (target) {
    case 'nowhere':
      return []
    case 'anywhere':
      return one([...places])
    case 'history':
      // from inside its own parent verification refuses most of them
      return one(places.filter((place) => place.kind === 'history' && !isWithin(`${source}.`, place.parent)))
    case 'inside':
      return one(places.filter(({ path }) => isWithin(path, source)))
    case 'self':
      return one(places.filter(({ path }) => path === source))
    case 'ancestor':
      return one(places.filter(({ path }) => source !== path && isWithin(source, path)))
    case 'sibling':
      return one(places.filter((place) => source !== '' && place.parent === parent))
    case 'regions':
      return places.filter(({ kind }) => kind === 'parallel').flatMap(({ path }) => regionTargets(path, places))
  }
}

/** Targets in two regions of a parallel state: each with each. */
function regionTargets(parallel: string, places: readonly Place[]): Place[][] {
  const regions = places.filter(({ parent, kind }) => parent === parallel && kind !== 'history')
  const inside = regions.map(({ path }) => places.filter((one) => one.path === path || isWithin(one.path, path)))
  return inside.flatMap((first, index) =>
    inside.slice(index + 1).flatMap((second) => first.flatMap((a) => second.map((b) => [a, b]))),
  )
}

/**
 * Places that what happens by itself may lead to without ever coming round: further on in the document, without making
 * the regions of a parallel state begin anew.
 */
export function onwardsFrom(
  source: string,
  target: TargetPlan,
  places: readonly Place[],
  isParallel: boolean,
): Place[] {
  const from = places.find(({ path }) => path === source)
  if (!from) return []
  const later = places.filter((place, index) => {
    const region = place.kind === 'history' ? places.findIndex(({ path }) => path === place.parent) : index
    return region >= from.end && !isParallelState(shared(source, place.path), places, isParallel)
  })
  const wanted = later.filter(({ kind, parent }) =>
    target === 'history' ? kind === 'history' : target === 'sibling' ? parent === from.parent : true,
  )
  return wanted.length > 0 ? wanted : later
}

function isParallelState(path: string, places: readonly Place[], isParallel: boolean): boolean {
  return path === '' ? isParallel : places.find((one) => one.path === path)?.kind === 'parallel'
}

/** The innermost state around both. */
function shared(a: string, b: string): string {
  const [one, other] = [a.split('.'), b.split('.')]
  let length = 0
  while (length < one.length - 1 && length < other.length - 1 && one[length] === other[length]) length += 1
  return one.slice(0, length).join('.')
}
