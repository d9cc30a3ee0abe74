import type { FormEvent, KeyboardEvent } from 'react'

/** What is still to be highlighted, by the field in which it was written. */
const waiting = new WeakMap<HTMLInputElement, number>()

/**
 * Enter takes what stands highlighted in a field's list. The component counts its choices by itself and learns of a list
 * that opens while one types only a moment later: until then it would take nothing, and leave Enter to the form around it.
 */
export function takeHighlighted(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLInputElement)) return
  // who has moved on in the list is not brought back to its beginning
  window.clearTimeout(waiting.get(event.target))
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  const highlighted = listOf(event.target)?.querySelector<HTMLElement>('[data-combobox-selected]')
  if (!highlighted) return
  event.preventDefault()
  event.stopPropagation()
  highlighted.click()
}

/**
 * The first that fits what is written is highlighted, read aloud, and counted from by the arrows. The component sees to it
 * when something is written, but what it puts off until later undoes that: it forgets which one was highlighted in a list
 * that was closed just before, and which one the arrows count from in a list that opens. This comes after those.
 */
export function highlightFirst({ target }: FormEvent<HTMLElement>): void {
  if (!(target instanceof HTMLInputElement)) return
  window.clearTimeout(waiting.get(target))
  waiting.set(
    target,
    window.setTimeout(() => {
      const options = [
        ...(listOf(target)?.querySelectorAll('[data-combobox-option]:not([data-combobox-disabled])') ?? []),
      ]
      const isFirst = () => options[0]?.hasAttribute('data-combobox-selected')
      if (options.length === 0) return
      press(target, 'ArrowDown')
      for (const _ of options) if (!isFirst()) press(target, 'ArrowUp')
    }),
  )
}

function listOf(field: HTMLInputElement): HTMLElement | null {
  return document.getElementById(field.getAttribute('aria-controls') ?? '')
}

/** Only the component itself can tell its count. */
function press(field: HTMLInputElement, code: 'ArrowDown' | 'ArrowUp'): void {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true, cancelable: true }))
}
