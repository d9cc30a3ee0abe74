import { useEffect, useState } from 'react'

/**
 * For a field that has the focus and its list of choices open from the start: it is drawn once more when the list is
 * there, since only then it can say that the list is open, which one it is and what in it is chosen.
 */
export function useListKnown(): void {
  const [, setKnown] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setKnown(true))
    return () => cancelAnimationFrame(frame)
  }, [])
}
