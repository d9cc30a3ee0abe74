/**
 * A memo that cannot grow without end: at the limit the oldest entry makes room. What it holds can always be computed
 * again, so an eviction costs time and never changes an answer.
 *
 * @param limit the most entries kept
 * @example
 * const names = new BoundedMap<number, string>(2)
 */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key)
  }

  /** Keeps the value and hands it back, so that a caller can return what it remembers. */
  remember(key: Key, value: Value): Value {
    if (this.#entries.size >= this.#limit && !this.#entries.has(key)) {
      const oldest = this.#entries.keys().next()
      if (!oldest.done) this.#entries.delete(oldest.value)
    }
    this.#entries.set(key, value)
    return value
  }
}
