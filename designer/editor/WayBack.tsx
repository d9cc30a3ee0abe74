import { useEffect } from 'react'

/** What stands beside the details: whoever opens them comes from there. */
export type PaneName = 'outline' | 'canvas'

/**
 * Escape in the details leads back to the chosen row or to the drawing, whence one came. What was written there stays: it
 * is left as by any other key. A list that is open, and a name that is being asked for, are left first.
 * @param onBack shows the pane, where it is not on the screen
 */
export function WayBack({ onBack }: { onBack?: (pane: PaneName) => void }) {
  useEffect(() => {
    let pane: PaneName = 'outline'
    let last: Element | undefined
    let leaves = false
    const onFocus = ({ target }: FocusEvent): void => {
      const found = target instanceof Element ? target.closest<HTMLElement>('[data-pane]')?.dataset.pane : undefined
      if (found !== 'outline' && found !== 'canvas') return
      pane = found
      last = target as Element
    }
    // asked before the key does anything: a list that it closes is closed when it comes to the window
    const before = ({ key, target }: KeyboardEvent): void => {
      leaves =
        key === 'Escape' &&
        target instanceof Element &&
        target.closest('#inspector') !== null &&
        target.getAttribute('aria-expanded') !== 'true' &&
        ![...document.querySelectorAll('.mantine-Popover-dropdown')].some((one) => one.checkVisibility())
    }
    const onKey = (event: KeyboardEvent): void => {
      const { target, defaultPrevented } = event
      if (!leaves || defaultPrevented || !(target instanceof Element) || !target.isConnected) return
      event.preventDefault()
      onBack?.(pane)
      focusPane(pane, last)
    }
    window.addEventListener('focusin', onFocus)
    window.addEventListener('keydown', before, true)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('focusin', onFocus)
      window.removeEventListener('keydown', before, true)
      window.removeEventListener('keydown', onKey)
    }
  }, [onBack])
  return null
}

/** The row of what is chosen, or the drawing; in a table what had the focus last. */
function focusPane(pane: PaneName, last: Element | undefined): void {
  const within = document.querySelector(`[data-pane="${pane}"]`)
  const chosen = within?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"], [role="application"]')
  const next = chosen ?? (last?.isConnected ? last : within?.querySelector('button, [tabindex="0"]'))
  if (next instanceof HTMLElement) next.focus()
}
