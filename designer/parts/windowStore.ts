/** Keeps something in this window, for when the page is read anew. A browser that has no room for it, or forbids it, keeps nothing. */
export function keepInWindow(key: string, what: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(what))
  } catch {
    // what is on the screen goes on without it
  }
}

/** What this window keeps under a key; undefined where there is nothing, or it cannot be read. */
export function keptInWindow(key: string): unknown {
  try {
    const kept = sessionStorage.getItem(key)
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}

/** Keeps it no longer. */
export function forgetInWindow(key: string): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // nothing was kept either
  }
}
