import { type Place, placeKey } from '../model/places.ts'

const fields = 'input:not([type="hidden"]), textarea, select'
let looking: MutationObserver | undefined

/**
 * Puts the focus on the first field of a thing's form as soon as the inspector shows it, on the inspector itself where it
 * has none. What is chosen is drawn a moment after it was chosen: until then the form of another thing stands there, and
 * what is typed must not land in it. Nothing happens when the person has gone elsewhere meanwhile.
 */
export function focusForm(place: Place): void {
  looking?.disconnect()
  const from = document.activeElement
  const isDone = (): boolean => {
    if (document.activeElement !== from) return true
    const inspector = document.getElementById('inspector')
    const form = inspector?.querySelector('[data-form]')
    if (inspector?.dataset.place !== placeKey(place) || !form?.firstElementChild) return false
    const field = form.querySelector<HTMLElement>(fields)
    ;(field ?? inspector).focus()
    return true
  }
  if (isDone()) return
  const observer = new MutationObserver(() => {
    if (isDone()) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-place'] })
  looking = observer
}
