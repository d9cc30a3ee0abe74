import type { KeyboardEvent } from 'react'

/** Whether a key leaves the form that it is pressed in: Escape does, but closes an open list of choices first. */
export function leavesForm({ key, target }: KeyboardEvent): boolean {
  return key === 'Escape' && !(target instanceof Element && target.getAttribute('aria-expanded') === 'true')
}
