import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { loadLater } from './loadLater.ts'

/** What makes each part that could not be fetched ready to be fetched anew. */
const failed = new Set<() => void>()

/**
 * A component that is fetched when it is first drawn, or before that (`loadTheRest`). One that could not be fetched stays
 * so, where it is drawn, until `renewParts`: what is around it decides when it is tried again.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  const loaded = loadLater(load)
  const fresh = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => {
      try {
        return await loaded()
      } catch (failure) {
        failed.add(() => {
          Part = fresh()
        })
        throw failure
      }
    })
  let Part = fresh()
  return function LazyPart(props: P) {
    return <Part {...props} />
  }
}

/** From now on what could not be fetched is fetched anew where it is drawn. */
export function renewParts(): void {
  for (const renew of failed) renew()
  failed.clear()
}
