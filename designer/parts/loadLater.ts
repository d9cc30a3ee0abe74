const all: (() => Promise<unknown>)[] = []

/** A part of the program could not be fetched: the connection is cut, or the server has another version of it now. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super('a part of the program could not be fetched', { cause })
  }
}

/**
 * A part of the program that the first screen does without. It is fetched when it is asked for, or before that when the
 * browser has nothing else to do (`loadTheRest`), so that it is there without a connection.
 * @returns what fetches it, as often as it is asked @throws NotLoaded
 */
export function loadLater<T>(load: () => Promise<T>): () => Promise<T> {
  const loaded = async (): Promise<T> => {
    try {
      return await load()
    } catch (cause) {
      throw new NotLoaded(cause)
    }
  }
  all.push(loaded)
  return loaded
}

/** Fetches all parts that are known of, one at a time, while nothing else is to be done. @returns what stops it */
export function loadTheRest(): () => void {
  let isOver = false
  const rest = async (): Promise<void> => {
    // what is known of grows with what is fetched
    for (let at = 0; at < all.length && !isOver; at += 1) {
      await idle()
      // it is fetched again when it is asked for, and told of then
      await all[at]?.().catch(() => undefined)
    }
  }
  void rest()
  return () => {
    isOver = true
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })

/** A style sheet that could not be fetched goes, so that it is fetched again with the part that it belongs to. */
export function dropFailedSheets(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement) target.remove()
    },
    true,
  )
}
