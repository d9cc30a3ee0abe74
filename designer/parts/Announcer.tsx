import { useSyncExternalStore } from 'react'

/** How long at least something stands to be heard before the next is said, in milliseconds. */
const hearingMs = 300
/** Of what waits to be said, only what came last is still worth hearing. */
const mostWaiting = 2

let said = ''
let waiting: string[] = []
let isSpeaking = false
const listeners = new Set<() => void>()

/** Says something to those who do not see what has changed: one thing after the other, so that none hides another. */
export function announce(text: string): void {
  waiting = [...waiting, text].slice(-mostWaiting)
  if (!isSpeaking) sayNext()
}

function sayNext(): void {
  const [text, ...rest] = waiting
  isSpeaking = text !== undefined
  if (text === undefined) return
  waiting = rest
  // said again, the same words would not be heard: a space that nobody hears makes them others
  said = text === said ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
  setTimeout(sayNext, hearingMs)
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
