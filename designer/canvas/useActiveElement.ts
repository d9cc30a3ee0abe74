import { useStore } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Place } from '../model/places.ts'
import { elementId } from './elementId.ts'

/** The id of what shows the chosen place, while it is on the screen: what lies outside the view is not drawn. */
export function useActiveElement(selection: Place, drawn: unknown): string | undefined {
  const id = elementId(selection)
  const [active, setActive] = useState<string>()
  const transform = useStore((state) => state.transform)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen changes with these
  useEffect(() => {
    const frame = requestAnimationFrame(() => setActive(document.getElementById(id) ? id : undefined))
    return () => cancelAnimationFrame(frame)
  }, [id, drawn, transform])
  return active === id ? id : undefined
}
