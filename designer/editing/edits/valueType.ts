import type { Text, ValueType } from '../../../engine/pathway/values.ts'
import type { Place } from '../../model/places.ts'
import { recordOf, valueAt } from '../../model/readValue.ts'
import { thingAt } from '../../model/thingAt.ts'
import { type Edit, setField } from './edit.ts'

/** What only values of one kind have. */
const details = ['unit', 'min', 'max', 'integer', 'options', 'maxLength']

/**
 * Lets a fact, or a field of a form, hold another kind of value. What only the kind before had goes; a choice gets a first
 * option, which it cannot be without.
 * @param at keys of the value below the place; none for a fact
 */
export function setValueType(
  place: Place,
  at: readonly (string | number)[],
  type: ValueType['type'],
  firstOption: Text,
): Edit {
  return (now) => {
    const before = recordOf(valueAt(thingAt(now.document, place), at))
    if (before.type === type) return now
    const kept = Object.entries(before).filter(([key]) => key !== 'type' && !details.includes(key))
    const options = type === 'choice' ? { options: [{ code: 'a', label: firstOption }] } : {}
    return setField(place, at, { type, ...Object.fromEntries(kept), ...options })(now)
  }
}
