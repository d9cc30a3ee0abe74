import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Says something to those who do not see what has changed. What is said last counts. */
export function announce(text: string): void {
  // said again, the same words would not be heard: a space that nobody hears makes them others
  said = text === said ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

/** Where what is announced is read from: once on a page. */
export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => said,
  )
  return (
    <p role="status" aria-live="polite" className="visually-hidden" data-announcer>
      {text}
    </p>
  )
}
