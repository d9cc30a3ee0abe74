import type { Tracing } from '../observe/tracing.ts'
import type { Store } from './store.ts'

/**
 * A store whose works belong to the span that has asked for them, although they run later and among others; a work that
 * writes is a span from the asking to the durable commit.
 */
export function tracedStore(store: Store, tracing: Tracing): Store {
  return {
    ...store,
    write: (work, options) => {
      // what belongs to no span would be a trace by itself
      if (tracing.traceparent() === null) return store.write(tracing.bind(work), options)
      return tracing.span('commit', {}, () => store.write(tracing.bind(work), options))
    },
    read: (work) => store.read(tracing.bind(work)),
  }
}
