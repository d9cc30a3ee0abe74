import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Lets work that waits for the server run one at a time: what is pressed while it runs is not begun, as the second press of a
 * double click is not meant as another.
 */
export function useOneAtATime(): {
  isBusy: boolean
  /** Begins the work, unless something runs already. Failures are the work's own to tell. */
  begin: (work: () => Promise<void>) => void
} {
  const [isBusy, setBusy] = useState(false)
  // known at once, where the state is known only when it has been drawn
  const runs = useRef(false)
  const pressed = useRef<Element>(null)
  const begin = useCallback((work: () => Promise<void>): void => {
    if (runs.current) return
    runs.current = true
    pressed.current = document.activeElement
    setBusy(true)
    void work().finally(() => {
      runs.current = false
      setBusy(false)
    })
  }, [])
  useEffect(() => {
    // a button that shows that it is busy lets go of the focus
    if (isBusy || document.activeElement !== document.body) return
    if (pressed.current instanceof HTMLElement) pressed.current.focus()
    pressed.current = null
  }, [isBusy])
  return { isBusy, begin }
}
