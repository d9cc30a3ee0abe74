/** One that has been started and not been taken yet. */
let waiting: Worker | undefined

/**
 * Starts what lays drawings out before there is one to be laid out: its program, the largest part of an editor's, is fetched
 * and read while the pathway itself is on its way.
 */
export function startLayouts(): void {
  if (waiting) return
  const started = newWorker()
  waiting = started
  // without a connection it may not have come: whoever takes one then tries anew
  started.onerror = () => {
    if (waiting === started) waiting = undefined
  }
}

/** What lays drawings out, for somebody alone, who ends it. */
export function takeLayouts(): Worker {
  const taken = waiting ?? newWorker()
  waiting = undefined
  return taken
}

const newWorker = (): Worker => new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
