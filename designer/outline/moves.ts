import type { Edit } from '../editing/edits/edit.ts'
import { moveState } from '../editing/edits/states.ts'
import { reorderTransition } from '../editing/edits/transitions.ts'
import { keyOf, type Place, parentOf } from '../model/places.ts'
import type { PathwayModel } from '../model/readPathway.ts'

export type Direction = 'up' | 'down' | 'into' | 'out'

/**
 * Moves what a row is about: a state among its siblings, into the one before it, out of the one around it; a transition
 * among the candidates of its event. Undefined where it cannot go.
 */
export function moveInOutline(model: PathwayModel, place: Place, direction: Direction): Edit | undefined {
  if (place.kind === 'transition') {
    const { state, trigger, event, index } = place
    const beside = (model.leaving.get(state) ?? []).filter((one) => one.trigger === trigger && one.event === event)
    const to = direction === 'up' ? index - 1 : direction === 'down' ? index + 1 : -1
    return to >= 0 && to < beside.length ? reorderTransition(place, to) : undefined
  }
  if (place.kind !== 'state') return undefined
  const parent = parentOf(place.state)
  const siblings = model.states.get(parent ?? '')?.children ?? []
  const at = siblings.indexOf(place.state)
  const keyAt = (index: number): string | null => {
    const path = siblings[index]
    return path === undefined ? null : keyOf(path)
  }
  if (parent === undefined || at < 0) return undefined
  switch (direction) {
    case 'up':
      return at === 0 ? undefined : moveState(place.state, parent, keyAt(at - 2))
    case 'down':
      return at === siblings.length - 1 ? undefined : moveState(place.state, parent, keyAt(at + 1))
    case 'into': {
      const before = model.states.get(siblings[at - 1] ?? '')
      const holds = before !== undefined && before.path !== '' && before.type !== 'final' && before.type !== 'history'
      return at > 0 && holds ? moveState(place.state, before.path) : undefined
    }
    case 'out':
      return parent === '' ? undefined : moveState(place.state, parentOf(parent) ?? '', keyOf(parent))
  }
}
