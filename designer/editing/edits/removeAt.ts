import type { Place } from '../../model/places.ts'
import type { Edit } from './edit.ts'
import { removeInState } from './inState.ts'
import { removeListed } from './listed.ts'
import { removeState } from './states.ts'
import { dropTransition } from './transitions.ts'

/** Takes away whatever is at a place. The pathway itself stays. */
export function removeAt(place: Place): Edit {
  switch (place.kind) {
    case 'pathway':
      return (now) => now
    case 'state':
      return removeState(place.state)
    case 'transition':
      return dropTransition(place)
    case 'followUp':
    case 'module':
      return removeInState(place)
    default:
      return removeListed(place.kind, place.name)
  }
}
