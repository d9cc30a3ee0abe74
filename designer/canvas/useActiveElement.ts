import { useStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Place } from '../model/places.ts'
import { elementId } from './elementId.ts'

/** The id of what shows the chosen place, while it is on the screen: what lies outside the view is not drawn. */
export function useActiveElement(selection: Place): string | undefined {
  const id = elementId(selection)
  const [active, setActive] = useState<string>()
  // drawn anew whenever the view moves, to see again what is on the screen
  useStore((state) => state.transform)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setActive(document.getElementById(id) ? id : undefined))
    return () => cancelAnimationFrame(frame)
  })
  return active === id ? id : undefined
}
