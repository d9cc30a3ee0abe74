import { type RefObject, useEffect, useState } from 'react'
import type { Place } from '../model/places.ts'
import { elementId } from './elementId.ts'

/** The id of what shows the chosen place, while it is on the screen: what lies outside the view is not drawn. */
export function useActiveElement(chosen: Place | undefined, pane: RefObject<HTMLElement | null>): string | undefined {
  const id = chosen && elementId(chosen)
  const [active, setActive] = useState<string>()
  useEffect(() => {
    if (!pane.current || id === undefined) return
    const look = (): void => setActive(document.getElementById(id) ? id : undefined)
    look()
    const observer = new MutationObserver(look)
    observer.observe(pane.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [id, pane])
  return active === id ? id : undefined
}
