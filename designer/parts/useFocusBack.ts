import { useRef } from 'react'

/** Gives the focus back to what opened a menu, when the menu is gone and nothing else has taken the focus. */
export function useFocusBack() {
  const target = useRef<HTMLButtonElement>(null)
  return {
    target,
    onGone(): void {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) target.current?.focus()
      })
    },
  }
}
