import { type ComponentType, type LazyExoticComponent, lazy, useEffect, useState } from 'react'
import { Loading } from './Loading.tsx'
import { loadLater } from './loadLater.ts'

/** A component that is fetched when it is first drawn, or before that (`loadTheRest`). */
export type LazyPart<P extends object> = ComponentType<P> & {
  /** Fetches it for whoever will soon want it. What could not be fetched is fetched anew, and told of, where it is drawn. */
  prepare(): Promise<void>
}

/** What makes each part that could not be fetched ready to be fetched anew. */
const failed = new Set<() => void>()

/**
 * A part of a page, with a `Suspense` around it that shows something meanwhile. One that could not be fetched stays so,
 * where it is drawn, until `renewParts`: what is around it decides when it is tried again.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPart<P> {
  const part = fetchable(load)
  const fresh = (): LazyExoticComponent<ComponentType<P>> =>
    lazy(async () => {
      try {
        return { default: await part.fetch() }
      } catch (failure) {
        failed.add(() => {
          Awaited = fresh()
        })
        throw failure
      }
    })
  let Awaited = fresh()
  function Part(props: P) {
    // once React has said that something is awaited it goes on saying so for a third of a second: what is there is drawn
    const [Drawn] = useState<ComponentType<P>>(() => part.there() ?? Awaited)
    return <Drawn {...props} />
  }
  return Object.assign(Part, { prepare: part.prepare })
}

/** A whole page: says by itself that it is being fetched, and not for longer than that takes. */
export function lazyPage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPart<P> {
  const part = fetchable(load)
  function Page(props: P) {
    const [Drawn, setDrawn] = useState(() => part.there())
    const [failure, setFailure] = useState<unknown>()
    useEffect(() => {
      if (!Drawn) part.fetch().then((fetched) => setDrawn(() => fetched), setFailure)
    }, [Drawn])
    if (failure !== undefined) throw failure
    return Drawn ? <Drawn {...props} /> : <Loading />
  }
  return Object.assign(Page, { prepare: part.prepare })
}

function fetchable<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  let there: ComponentType<P> | undefined
  const fetch = loadLater(async () => {
    there = (await load()).default
    return there
  })
  return { there: () => there, fetch, prepare: () => fetch().then(nothing, nothing) }
}

const nothing = (): void => undefined

/** From now on what could not be fetched is fetched anew where it is drawn. */
export function renewParts(): void {
  for (const renew of failed) renew()
  failed.clear()
}
