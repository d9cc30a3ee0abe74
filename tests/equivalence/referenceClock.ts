/** A clock for an XState actor that goes from one due instant to the next, and lets what is due act in order of arming. */
export interface ReferenceClock {
  setTimeout(act: (...args: unknown[]) => void, delayMs: number): number
  clearTimeout(id: unknown): void
  /** when something is due, in order; epoch milliseconds */
  dues(): number[]
  /** Comes to an instant that lies not after the next due one, and lets what is due then act. */
  comeTo(at: number): void
}

export function referenceClock(start: number): ReferenceClock {
  const waiting = new Map<number, { at: number; act: () => void }>()
  let now = start
  let last = 0
  const next = () => [...waiting].sort(([a, first], [b, second]) => first.at - second.at || a - b)[0]
  return {
    setTimeout: (act, delayMs) => {
      last += 1
      waiting.set(last, { at: now + delayMs, act: () => act() })
      return last
    },
    clearTimeout: (id) => {
      if (typeof id === 'number') waiting.delete(id)
    },
    dues: () => [...waiting.values()].map(({ at }) => at).sort((a, b) => a - b),
    comeTo: (at) => {
      now = at
      for (let due = next(); due && due[1].at <= now; due = next()) {
        waiting.delete(due[0])
        due[1].act()
      }
    },
  }
}
