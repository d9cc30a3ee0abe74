import type { KeyboardEvent } from 'react'

/**
 * Enter takes what stands highlighted in a field's list. The component counts its choices by itself and learns of a list
 * that opens while one types only a moment later: until then it would take nothing, and leave Enter to the form around it.
 */
export function takeHighlighted(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
  const list = document.getElementById(event.target.getAttribute('aria-controls') ?? '')
  const highlighted = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  if (!highlighted) return
  event.preventDefault()
  event.stopPropagation()
  highlighted.click()
}
